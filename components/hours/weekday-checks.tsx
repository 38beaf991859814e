import { useId } from 'preact/hooks';
import type { Weekday } from '../../utils/core/hours/types.ts';
import { weekdayName } from '../../utils/core/text/dates.ts';
import { Checkbox } from '../exceptions/checkbox.tsx';
import { useText } from '../text-context.tsx';
import { FieldError } from '../ui/notice.tsx';
import styles from './free-fields.module.css';
import { WEEKDAYS } from './free-form.ts';

interface WeekdayChecksProps {
  readonly legend: string;
  readonly chosen: readonly Weekday[];
  readonly error?: string | null;
  readonly onToggle: (day: Weekday) => void;
}

/** The seven days, each chosen or not. */
export function WeekdayChecks({ legend, chosen, error, onToggle }: WeekdayChecksProps) {
  const t = useText();
  const id = useId();
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend class={styles.legend}>{legend}</legend>
      <div class={styles.checks}>
        {WEEKDAYS.map((day) => (
          <Checkbox key={day} checked={chosen.includes(day)} onChange={() => onToggle(day)}>
            {weekdayName(t.language, day)}
          </Checkbox>
        ))}
      </div>
      {error && <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  );
}
