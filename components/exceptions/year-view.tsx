import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Employment } from '../../utils/core/hours/types.ts';
import { isLocalDate } from '../../utils/core/time/dates.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { calendarWords } from './calendar-words.ts';
import { MonthGrid } from './month-grid.tsx';
import { yearFacts } from './year-facts.ts';
import { dayAfterKey, inMonth } from './year-keys.ts';
import { YearLegend } from './year-legend.tsx';
import styles from './year-view.module.css';

interface YearViewProps {
  readonly employment: Employment;
  readonly today: LocalDate;
  /** The day that the keyboard stands on; its year is shown. */
  readonly current: LocalDate;
  readonly onMove: (date: LocalDate) => void;
  readonly onPick: (date: LocalDate) => void;
}

/** Twelve months; where there is room for one only, the month of `current`. One stop for Tab, arrow keys within. */
export function YearView({ employment, today, current, onMove, onPick }: YearViewProps) {
  const t = useText();
  const year = Number(current.slice(0, 4));
  const months = useMemo(() => yearFacts(employment, year), [employment, year]);
  const words = useMemo(() => calendarWords(t), [t]);
  const grid = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);

  // Before the next key comes.
  useLayoutEffect(() => {
    if (byKey.current) grid.current?.querySelector<HTMLElement>(`[data-date="${current}"]`)?.focus();
    byKey.current = false;
  }, [current]);

  const step = (count: number): void => {
    const date = inMonth(current, count);
    if (isLocalDate(date)) onMove(date);
  };

  return (
    <div class={styles.year}>
      <Stepper
        text={String(year)}
        back={t('exceptions.previous-year')}
        on={t('exceptions.next-year')}
        onStep={(sign) => step(12 * sign)}
      />
      <div class={styles.narrow}>
        <Stepper
          text={words.monthName(current.slice(0, 7))}
          back={t('exceptions.previous-month')}
          on={t('exceptions.next-month')}
          onStep={step}
        />
      </div>
      <p class={styles.hint}>{t('exceptions.hint')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it. */}
      <div
        ref={grid}
        class={styles.months}
        onKeyDown={(event) => {
          const date = event.ctrlKey || event.altKey || event.metaKey ? null : dayAfterKey(current, event.key);
          if (date === null) return;
          event.preventDefault();
          byKey.current = true;
          onMove(date);
        }}
      >
        {months.map((facts) => (
          <MonthGrid key={facts.month} {...{ facts, words, today, current, onPick }} />
        ))}
      </div>
      <YearLegend />
    </div>
  );
}

interface StepperProps {
  readonly text: string;
  readonly back: string;
  readonly on: string;
  readonly onStep: (sign: 1 | -1) => void;
}

function Stepper({ text, back, on, onStep }: StepperProps) {
  return (
    <div class={styles.stepper}>
      <Button look="icon" label={back} onClick={() => onStep(-1)}>
        <Chevron path="M9 2.5 4.5 7 9 11.5" />
      </Button>
      <span class={styles.shown} aria-live="polite">
        {text}
      </span>
      <Button look="icon" label={on} onClick={() => onStep(1)}>
        <Chevron path="M5 2.5 9.5 7 5 11.5" />
      </Button>
    </div>
  );
}

function Chevron({ path }: { readonly path: string }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={path} />
    </svg>
  );
}
