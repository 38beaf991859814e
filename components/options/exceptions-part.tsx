import type { Settings } from '../../utils/core/settings/types.ts';
import type { Instant } from '../../utils/core/time/instant.ts';
import type { HolidaySource } from '../exceptions/holiday-source.ts';
import type { SaveSettings } from '../settings/edit.ts';
import { useText } from '../text-context.tsx';
import { Captured } from '../ui/captured.tsx';
import { later } from '../ui/later.tsx';
import { EmptyState } from '../ui/section.tsx';
import styles from './jobs.module.css';

const ExceptionsEditor = later(async () => (await import('../exceptions/exceptions-editor.tsx')).ExceptionsEditor);

export interface ExceptionsPartProps {
  readonly settings: Settings;
  readonly now: Instant;
  readonly save: SaveSettings;
  readonly holidays: HolidaySource;
}

/** One calendar per job. */
export function ExceptionsPart({ settings: { employments }, now, save, holidays }: ExceptionsPartProps) {
  const t = useText();
  if (employments.length === 0) return <EmptyState>{t('exceptions.hours-first')}</EmptyState>;
  const several = employments.length > 1;
  return (
    <div class={styles.jobs}>
      {employments.map((employment) => (
        <div key={employment.id} class={styles.job}>
          {several && (
            <h3>
              <Captured text={employment.label} maxLength={80} />
            </h3>
          )}
          <ExceptionsEditor {...{ employment, now, save, holidays }} level={several ? 4 : 3} />
        </div>
      ))}
    </div>
  );
}
