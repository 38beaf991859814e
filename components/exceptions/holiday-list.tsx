import type { LocalDate } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Captured } from '../ui/captured.tsx';
import { Checkbox } from './checkbox.tsx';
import styles from './form.module.css';
import type { FoundHoliday } from './holiday-choice.ts';
import { dayTexts } from './sentences.ts';

interface HolidayListProps {
  readonly found: readonly FoundHoliday[];
  readonly years: readonly number[];
  /** Dates that the person does not want. */
  readonly left: ReadonlySet<LocalDate>;
  readonly onLeft: (left: ReadonlySet<LocalDate>) => void;
}

export function HolidayList({ found, years, left, onLeft }: HolidayListProps) {
  const t = useText();
  const dayText = dayTexts(t.language, years.length === 1 ? (years[0] ?? 0) : 0);
  const toggle = (date: LocalDate, taken: boolean): void => {
    const next = new Set(left);
    if (taken) next.delete(date);
    else next.add(date);
    onLeft(next);
  };
  if (found.length === 0) return <p class={styles.soft}>{t('exceptions.holidays-none')}</p>;
  return (
    <fieldset>
      <legend class={styles.legend}>{t('exceptions.holidays-found')}</legend>
      <div class={styles.found}>
        {found.map(({ date, name, known }) => (
          <Checkbox
            key={date}
            checked={known || !left.has(date)}
            disabled={known}
            onChange={(taken) => toggle(date, taken)}
          >
            {dayText(date)}: <Captured text={name} />
            {known && <span class={styles.soft}> ({t('exceptions.known')})</span>}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
