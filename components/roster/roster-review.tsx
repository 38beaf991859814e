import { useState } from 'preact/hooks';
import { clockOfSpan } from '../../utils/core/hours/clock-text.ts';
import type { RosterOverlap } from '../../utils/core/roster/shifts-of-roster.ts';
import type { Roster } from '../../utils/core/roster/types.ts';
import { longDate } from '../../utils/core/text/dates.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Captured } from '../ui/captured.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './roster.module.css';

interface RosterReviewProps {
  readonly roster: Roster;
  readonly overlaps: readonly RosterOverlap[];
}

/** Rows that are drawn at once; a roster of thousands would hold up the page. */
const ROWS = 60;

/** Everything the file would change, before anything is saved. */
export function RosterReview({ roster, overlaps }: RosterReviewProps) {
  const t = useText();
  const [all, setAll] = useState(false);
  const { shifts, skipped } = roster;
  const wholeDays = roster.questions.filter((question) => question.kind === 'all-day');
  const shown = all ? shifts : shifts.slice(0, ROWS);
  return (
    <>
      <table class={styles.shifts}>
        <caption class="unseen">{t('roster.shifts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('roster.date')}</th>
            <th scope="col">{t('roster.hours')}</th>
            <th scope="col">{t('roster.called')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ date, span, summary, line }) => (
            <tr key={`${line} ${date} ${span.startMinute}`}>
              <td>{longDate(t.language, date)}</td>
              <td>{`${clockOfSpan(span).from}–${clockOfSpan(span).to}`}</td>
              <td>
                <Captured text={summary} maxLength={60} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < shifts.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('roster.show-all', { count: shifts.length })}
        </Button>
      )}
      {overlaps.length > 0 && <Notice kind="care">{t('roster.overlaps', { count: overlaps.length })}</Notice>}
      {wholeDays.length > 0 && (
        <Left title={t('roster.whole-days', { count: wholeDays.length })}>
          {wholeDays.map(({ from, summary, line }) => (
            <li key={`${line} ${from}`}>
              {longDate(t.language, from)}: <Captured text={summary} maxLength={60} />
            </li>
          ))}
        </Left>
      )}
      {skipped.length > 0 && (
        <Left title={t('roster.skipped', { count: skipped.length })}>
          {skipped.map(({ reason, summary, line, date }) => (
            <li key={`${line} ${date ?? ''}`}>
              <Captured text={summary} maxLength={60} /> {t(`roster.skipped.${reason}`)}
            </li>
          ))}
        </Left>
      )}
    </>
  );
}

function Left({ title, children }: { readonly title: string; readonly children: preact.ComponentChildren }) {
  return (
    <details class={styles.left}>
      <summary>{title}</summary>
      <ul>{children}</ul>
    </details>
  );
}
