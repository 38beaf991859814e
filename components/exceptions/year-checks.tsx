import { useText } from '../text-context.tsx';
import { Checkbox } from './checkbox.tsx';
import styles from './form.module.css';

interface YearChecksProps {
  /** First and last year that the dates cover. */
  readonly covered: readonly [number, number];
  /** The year that the calendar shows. */
  readonly shown: number;
  readonly chosen: readonly number[];
  readonly onChange: (years: readonly number[]) => void;
}

/** Nearby years; further ones can be had by turning the calendar to them. */
export function YearChecks({ covered: [first, last], shown, chosen, onChange }: YearChecksProps) {
  const t = useText();
  const near = [shown - 1, shown, shown + 1, shown + 2].filter((year) => year >= first && year <= last);
  if (near.length === 0) {
    return <p class={styles.soft}>{t('exceptions.years-covered', { first: String(first), last: String(last) })}</p>;
  }
  return (
    <fieldset>
      <legend class={styles.legend}>{t('exceptions.years')}</legend>
      <div class={styles.checks}>
        {near.map((year) => (
          <Checkbox
            key={year}
            checked={chosen.includes(year)}
            onChange={(on) => onChange(on ? [...chosen, year] : chosen.filter((one) => one !== year))}
          >
            {String(year)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
