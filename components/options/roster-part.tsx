import { useState } from 'preact/hooks';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { withRoster } from '../roster/plan.ts';
import type { RosterImportProps } from '../roster/roster-import.tsx';
import { type SaveSettings, withExceptions } from '../settings/edit.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { later } from '../ui/later.tsx';
import { EmptyState } from '../ui/section.tsx';

interface RosterPartProps {
  readonly settings: Settings;
  readonly now: Instant;
  readonly zones: readonly ZoneName[];
  readonly save: SaveSettings;
}

/** The reader of calendars is fetched when somebody has one. */
const RosterImport = later<RosterImportProps>(async () => (await import('../roster/roster-import.tsx')).RosterImport);

export function RosterPart({ settings, now, zones, save }: RosterPartProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const jobs = settings.employments;
  const job = jobs.find(({ id }) => id === chosen) ?? jobs[0];
  if (job === undefined) return <EmptyState>{t('apps.hours-first')}</EmptyState>;
  if (!open) {
    return (
      <ButtonRow>
        <Button onClick={() => setOpen(true)}>{t('roster.open')}</Button>
      </ButtonRow>
    );
  }
  return (
    <>
      {jobs.length > 1 && (
        <SelectField
          label={t('roster.job')}
          value={job.id}
          options={jobs.map(({ id, label }) => ({ value: id, label }))}
          onChange={setChosen}
        />
      )}
      <RosterImport
        key={job.id}
        employment={job}
        now={now}
        zones={zones}
        onTake={(shifts) =>
          save((settled) => withExceptions(settled, job.id, (exceptions) => withRoster(exceptions, shifts)))
        }
      />
    </>
  );
}
