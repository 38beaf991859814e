import type { LocalDate } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { shapeOf } from './mark.tsx';
import type { DayFacts, MonthFacts } from './year-facts.ts';
import styles from './year-view.module.css';

/** The words of the calendar, made once for all its days. */
export interface CalendarWords {
  readonly monthName: (month: string) => string;
  /** Monday first. */
  readonly weekdays: readonly { readonly letter: string; readonly name: string }[];
  readonly dayName: (day: DayFacts) => string;
}

interface MonthGridProps {
  readonly facts: MonthFacts;
  readonly words: CalendarWords;
  readonly today: LocalDate;
  /** The one day that Tab reaches, if it lies in this month. */
  readonly current: LocalDate;
  readonly onPick: (date: LocalDate) => void;
}

export function MonthGrid({ facts, words, today, current, onPick }: MonthGridProps) {
  const name = words.monthName(facts.month);
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys go through its days, so it is a grid.
    <table role="grid" class={styles.month} data-current={current.startsWith(facts.month)} aria-label={name}>
      <caption class={styles.caption}>{name}</caption>
      <thead>
        <tr>
          {words.weekdays.map((weekday) => (
            <th key={weekday.name} scope="col" class={styles.weekday} abbr={weekday.name}>
              <span aria-hidden="true">{weekday.letter}</span>
              <span class="unseen">{weekday.name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(facts).map((week, index) => (
          <tr key={index}>
            {week.map((day, weekday) => (
              <td key={weekday} class={styles.cell}>
                {day !== null && (
                  <DayButton
                    day={day}
                    name={words.dayName(day)}
                    today={day.date === today}
                    reached={day.date === current}
                    onPick={onPick}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayButtonProps {
  readonly day: DayFacts;
  readonly name: string;
  readonly today: boolean;
  readonly reached: boolean;
  readonly onPick: (date: LocalDate) => void;
}

/** The shape is that of the first kind; each kind has its letter. */
function DayButton({ day: { date, spans, kinds }, name, today, reached, onPick }: DayButtonProps) {
  const t = useText();
  const first = kinds[0];
  const looks = [
    styles.day,
    spans.length > 0 && styles.withHours,
    today && styles.today,
    first !== undefined && shapeOf(first),
  ];
  return (
    <button
      type="button"
      class={looks.filter(Boolean).join(' ')}
      tabIndex={reached ? 0 : -1}
      data-date={date}
      aria-label={name}
      aria-current={today ? 'date' : undefined}
      onClick={() => onPick(date)}
    >
      <span class={styles.number}>{Number(date.slice(-2))}</span>
      {first !== undefined && (
        <span class={styles.letters} data-letters={kinds.map((kind) => t(`exceptions.letter.${kind}`)).join('')} />
      )}
    </button>
  );
}

/** Full weeks from Monday; null where another month's day would be. */
function weeksOf({ lead, days }: MonthFacts): readonly (readonly (DayFacts | null)[])[] {
  const cells = [...Array.from({ length: lead }, () => null), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => cells[week * 7 + day] ?? null),
  );
}
