import { useState } from 'preact/hooks';
import { mondayBefore } from '../../utils/core/hours/week.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { HoursEditor } from '../hours/hours-editor.tsx';
import { RemoveJob } from '../hours/remove-job.tsx';
import { RestPart } from '../hours/rest-part.tsx';
import { Travelled } from '../hours/travelled.tsx';
import {
  newEmployment,
  type SaveSettings,
  withEmployment,
  withMove,
  withoutEmployment,
  withRests,
} from '../settings/edit.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Captured } from '../ui/captured.tsx';
import styles from './jobs.module.css';

interface HoursPartProps {
  readonly settings: Settings;
  readonly now: Instant;
  readonly zones: readonly ZoneName[];
  readonly deviceZone: ZoneName;
  readonly save: SaveSettings;
  readonly saveLabel: string;
  /** One job is enough to begin with. */
  readonly oneJob?: boolean;
}

/** One editor per job; without any, the editor of the first. */
export function HoursPart({ settings, now, zones, deviceZone, save, saveLabel, oneJob }: HoursPartProps) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const saved = settings.employments;
  const ids = saved.map(({ id }) => id);
  const label = saved.length === 0 ? t('hours.label-default') : t('jobs.new-label', { number: saved.length + 1 });
  const shown = adding || saved.length === 0 ? [...saved, newEmployment(label, deviceZone, ids)] : saved;
  return (
    <div class={styles.jobs}>
      {shown.map((employment) => (
        <div key={employment.id} class={styles.job}>
          {shown.length > 1 && (
            <h3>
              <Captured text={employment.label} maxLength={80} />
            </h3>
          )}
          <Travelled
            {...{ employment, now, deviceZone }}
            onMove={() => void save((settled) => withMove(settled, employment.id, now, deviceZone))}
          />
          <HoursEditor
            {...{ employment, now, zones, deviceZone, saveLabel }}
            defaultFrom={mondayBefore(now, employment)}
            onSave={async (changed) => {
              const problem = await save((settled) => withEmployment(settled, changed));
              if (problem === null && !ids.includes(changed.id)) setAdding(false);
              return problem;
            }}
          />
          {oneJob !== true && ids.includes(employment.id) && (
            <RestPart
              employment={employment}
              defaultFrom={mondayBefore(now, employment)}
              onSave={(change) => save((settled) => withRests(settled, employment.id, change))}
            />
          )}
          {shown.length > 1 && (
            <RemoveJob
              label={employment.label}
              heir={shown.find(({ id }) => id !== employment.id)?.label ?? ''}
              onRemove={() => {
                const heir = saved.find(({ id }) => id !== employment.id);
                if (!ids.includes(employment.id)) setAdding(false);
                else if (heir !== undefined) void save((settled) => withoutEmployment(settled, employment.id, heir.id));
              }}
            />
          )}
        </div>
      ))}
      {oneJob !== true && saved.length > 0 && !adding && (
        <ButtonRow>
          <Button onClick={() => setAdding(true)}>{t('jobs.add')}</Button>
        </ButtonRow>
      )}
    </div>
  );
}
