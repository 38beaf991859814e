import type { WeekOfContacts, WeekRest } from '../../utils/core/insight/weeks.ts';
import { lengthText } from '../../utils/core/text/dates.ts';
import type { Text } from '../../utils/core/text/text.ts';
import { addDays } from '../../utils/core/time/calendar.ts';
import { type LocalDate, MINUTE_MS } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import styles from './weeks-table.module.css';

interface WeeksTableProps {
  /** Newest first. */
  readonly weeks: readonly WeekOfContacts[];
  /** Mondays of weeks in which nothing was watched. */
  readonly unwatched: readonly LocalDate[];
  readonly onPick: (monday: LocalDate) => void;
  /** Null where there are no earlier weeks. */
  readonly onEarlier: (() => void) | null;
}

/** Week by week: contacts outside hours as a bar and a number, those in hours beside them, and what became of the rests. */
export function WeeksTable({ weeks, unwatched, onPick, onEarlier }: WeeksTableProps) {
  const t = useText();
  const most = Math.max(1, ...weeks.map(({ afterHours }) => afterHours));
  const ruled = weeks.some(({ rest }) => rest?.by === 'rules');
  return (
    <>
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('insight.week')}</th>
            <th scope="col">{t('insight.after-hours')}</th>
            <th scope="col" class={styles.number}>
              {t('insight.in-hours')}
            </th>
            <th scope="col">{t(ruled ? 'insight.rests' : 'insight.undisturbed')}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ monday, afterHours, inHours, rest }) => (
            <tr key={monday}>
              <th scope="row">
                <button type="button" class={styles.week} onClick={() => onPick(monday)}>
                  {weekText(t, monday)}
                </button>
              </th>
              <td>
                <span class={styles.after}>
                  <span class={styles.count}>{new Intl.NumberFormat(t.language).format(afterHours)}</span>
                  <span class={styles.track} aria-hidden="true">
                    <span class={styles.bar} style={{ inlineSize: `${(afterHours / most) * 100}%` }} />
                  </span>
                </span>
              </td>
              <td class={styles.number}>
                {inHours === null ? '–' : new Intl.NumberFormat(t.language).format(inHours)}
              </td>
              <td>{unwatched.includes(monday) ? t('insight.unwatched') : <Rest rest={rest} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class={styles.soft}>{t(ruled ? 'insight.by-rules' : 'insight.by-nothing')}</p>
      {onEarlier !== null && (
        <ButtonRow>
          <Button onClick={onEarlier}>{t('insight.earlier-weeks')}</Button>
        </ButtonRow>
      )}
    </>
  );
}

function Rest({ rest }: { readonly rest: WeekRest | null }) {
  const t = useText();
  if (rest === null) return <>–</>;
  if (rest.by === 'undisturbed') return <>{lengthText(t.language, roundedMinutes(rest.leastMs))}</>;
  const { dailyBroken, weeklyBroken } = rest;
  if (dailyBroken === 0 && weeklyBroken === 0) return <>{t('insight.rest-kept')}</>;
  return (
    <span class={styles.care}>
      <svg class={styles.shape} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M8 1.6 15 14H1Z M8 6v4 M8 11.8v.2" />
      </svg>
      <span>
        {dailyBroken > 0 && t('insight.daily-broken', { count: dailyBroken })}
        {dailyBroken > 0 && weeklyBroken > 0 && ' · '}
        {weeklyBroken > 0 && t('insight.weekly-broken', { count: weeklyBroken })}
      </span>
    </span>
  );
}

const QUARTER = 15;
/** Down to the quarter of an hour: no rest is called longer than it was. */
const roundedMinutes = (ms: number): number => Math.floor(ms / MINUTE_MS / QUARTER) * QUARTER;

function weekText(t: Text, monday: LocalDate): string {
  const format = new Intl.DateTimeFormat(t.language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return format.formatRange(Date.parse(monday), Date.parse(addDays(monday, 6)));
}
