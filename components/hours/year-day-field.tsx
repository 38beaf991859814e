import { useId } from 'preact/hooks';
import type { YearDay } from '../../utils/core/hours/types.ts';
import { useText } from '../text-context.tsx';
import { Select } from '../ui/field.tsx';
import { FieldError } from '../ui/notice.tsx';
import { monthNames } from './season-words.ts';
import styles from './seasons.module.css';

interface YearDayFieldProps {
  readonly legend: string;
  readonly value: YearDay;
  readonly error: string | null;
  readonly onChange: (day: YearDay) => void;
}

const DAYS = Array.from({ length: 31 }, (_, day) => twoDigits(day + 1));

/** A day of the year without a year, which no date field of a browser can take. */
export function YearDayField({ legend, value, error, onChange }: YearDayFieldProps) {
  const t = useText();
  const id = useId();
  const [month = '', day = ''] = value.split('-');
  const months = monthNames(t.language).map((label, index) => ({ value: twoDigits(index + 1), label }));
  const aria = {
    'aria-invalid': error === null ? undefined : true,
    'aria-describedby': error === null ? undefined : `${id}-error`,
  };
  return (
    <fieldset>
      <legend class={styles.legend}>{legend}</legend>
      <div class={styles.moment}>
        <Select
          {...aria}
          aria-label={t('hours.season-day-of', { what: legend })}
          value={day}
          options={DAYS.map((one) => ({ value: one, label: String(Number(one)) }))}
          onChange={(chosen) => onChange(`${month}-${chosen}`)}
        />
        <Select
          {...aria}
          aria-label={t('hours.season-month-of', { what: legend })}
          value={month}
          options={months}
          onChange={(chosen) => onChange(`${chosen}-${day}`)}
        />
      </div>
      {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
