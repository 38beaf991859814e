import { clockOfSpan } from '../../utils/core/hours/clock-text.ts';
import type { Span } from '../../utils/core/hours/types.ts';
import { weekdayName } from '../../utils/core/text/dates.ts';
import { useText } from '../text-context.tsx';
import { percentOfDay } from './percent.ts';
import type { RibbonWeek } from './week.ts';
import styles from './week-ribbon.module.css';

interface WeekRibbonProps {
  readonly week: RibbonWeek;
  /** What the picture shows, for those who do not see it. */
  readonly caption: string;
  /** On the dusk sky of the popup, or on a plain surface. */
  readonly on?: 'sky' | 'surface';
}

const TICK_HOURS = [0, 6, 12, 18, 24];

/** Seven days × 24 hours: contracted time filled, contacts as marks. The same facts stand in a table beside it. */
export function WeekRibbon({ week, caption, on = 'surface' }: WeekRibbonProps) {
  const t = useText();
  return (
    <figure class={`${styles.ribbon} ${on === 'sky' ? styles.sky : ''}`}>
      <div class={styles.picture} aria-hidden="true">
        {week.days.map((day, index) => (
          <div key={day.date} class={`${styles.row} ${week.now?.day === index ? styles.today : ''}`}>
            <span class={styles.day}>{weekdayName(t.language, day.weekday, 'short')}</span>
            <DayBar week={week} index={index} spans={day.spans} />
          </div>
        ))}
        <div class={styles.ticks}>
          {TICK_HOURS.map((hour) => (
            <span key={hour}>{String(hour).padStart(2, '0')}</span>
          ))}
        </div>
      </div>
      {/* The wrapper clips: a table itself takes no smaller width than its words. */}
      <div class="unseen">
        <RibbonTable week={week} caption={caption} />
      </div>
    </figure>
  );
}

function DayBar({ week, index, spans }: { week: RibbonWeek; index: number; spans: readonly Span[] }) {
  return (
    <svg class={styles.bar} aria-hidden="true" focusable="false">
      <rect class={styles.track} width="100%" height="100%" rx="4" />
      {spans.map((span) => (
        <rect
          key={span.startMinute}
          class={styles.hours}
          x={percentOfDay(span.startMinute)}
          width={percentOfDay(span.endMinute - span.startMinute)}
          height="100%"
          rx="3"
        />
      ))}
      {week.marks
        .filter((mark) => mark.day === index)
        .map((mark, order) => (
          <circle key={`${mark.minute}-${order}`} class={styles.mark} cx={percentOfDay(mark.minute)} cy="50%" r="3" />
        ))}
      {week.now?.day === index && <rect class={styles.now} x={percentOfDay(week.now.minute)} width="2" height="100%" />}
    </svg>
  );
}

function RibbonTable({ week, caption }: { week: RibbonWeek; caption: string }) {
  const t = useText();
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ribbon.day')}</th>
          <th scope="col">{t('ribbon.hours')}</th>
          <th scope="col">{t('ribbon.contacts')}</th>
        </tr>
      </thead>
      <tbody>
        {week.days.map((day, index) => (
          <tr key={day.date}>
            <th scope="row">{weekdayName(t.language, day.weekday)}</th>
            <td>{day.spans.length === 0 ? t('ribbon.none') : day.spans.map(spanText).join(', ')}</td>
            <td>{week.marks.filter((mark) => mark.day === index).length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function spanText(span: Span): string {
  const { from, to } = clockOfSpan(span);
  return `${from}–${to}`;
}
