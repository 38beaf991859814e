import { useId } from 'preact/hooks';
import { useText } from '../text-context.tsx';
import { Captured } from '../ui/captured.tsx';
import styles from './today-counts.module.css';

export interface TodayCountsProps {
  readonly afterHours: Readonly<Record<string, number>>;
  readonly inHours: Readonly<Record<string, number>>;
  readonly appName: (id: string) => string;
}

/** After-hours contacts per app, beside what came during hours: one without the other would mislead. */
export function TodayCounts({ afterHours, inHours, appName }: TodayCountsProps) {
  const t = useText();
  const titleId = useId();
  const apps = [...new Set([...Object.keys(afterHours), ...Object.keys(inHours)])];
  const rows = apps
    .map((id) => ({ id, after: afterHours[id] ?? 0, during: inHours[id] ?? 0 }))
    .sort((a, b) => b.after - a.after || b.during - a.during);
  return (
    <section class={styles.today} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('today.title')}</h2>
      {rows.length === 0 ? (
        <p class={styles.soft}>{t('today.none')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('today.app')}</th>
              <th scope="col">{t('today.after-hours')}</th>
              <th scope="col">{t('today.in-hours')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Captured text={appName(row.id)} maxLength={40} />
                </th>
                <td class={row.after > 0 ? styles.some : undefined}>{row.after}</td>
                <td>{row.during}</td>
              </tr>
            ))}
          </tbody>
          {rows.length > 1 && (
            <tfoot>
              <tr>
                <th scope="row">{t('today.total')}</th>
                <td>{sum(rows.map((row) => row.after))}</td>
                <td>{sum(rows.map((row) => row.during))}</td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
    </section>
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
