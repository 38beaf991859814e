import type { Settings } from '../../utils/core/settings/types.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { HoursEditor } from '../hours/hours-editor.tsx';
import { mondayBefore } from '../ribbon/week.ts';
import { newEmployment, type SaveSettings, withEmployment } from '../settings/edit.ts';
import { useText } from '../text-context.tsx';

interface HoursPartProps {
  readonly settings: Settings;
  readonly now: Instant;
  readonly zones: readonly ZoneName[];
  readonly deviceZone: ZoneName;
  readonly save: SaveSettings;
  readonly saveLabel: string;
}

/** One editor per job; without any, the editor of the first. */
export function HoursPart({ settings, now, zones, deviceZone, save, saveLabel }: HoursPartProps) {
  const t = useText();
  const first = newEmployment(t('hours.label-default'), deviceZone);
  const employments = settings.employments.length > 0 ? settings.employments : [first];
  return (
    <>
      {employments.map((employment) => (
        <HoursEditor
          // New hours from elsewhere (a file, another window) begin a new form.
          key={`${employment.id} ${JSON.stringify(employment.hours)}`}
          employment={employment}
          defaultFrom={mondayBefore(now, employment)}
          zones={zones}
          saveLabel={saveLabel}
          onSave={(changed) => save((settled) => withEmployment(settled, changed))}
        />
      ))}
    </>
  );
}
