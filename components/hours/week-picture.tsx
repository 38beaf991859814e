import type { Span } from '../../utils/core/hours/types.ts';
import { MINUTES_PER_DAY } from '../../utils/core/time/instant.ts';
import { DayPainter, type DrawnSpan } from './day-painter.tsx';
import { paint, repaint } from './paint.ts';
import type { PatternForm } from './pattern-form.ts';
import { spanOf } from './span-text.ts';
import styles from './week-picture.module.css';

interface WeekPictureProps {
  readonly days: PatternForm['days'];
  /** One short name for each day; the last day is followed by the first. */
  readonly names: readonly string[];
  /** Null for a picture that is only looked at. */
  readonly onChange: ((days: PatternForm['days']) => void) | null;
}

const TICK_HOURS = [0, 6, 12, 18, 24];

/** The days of the pattern as bars to draw on; for ears, the same stands in the fields below. */
export function WeekPicture({ days, names, onChange }: WeekPictureProps) {
  const drawn = days.map((texts): DrawnSpan[] =>
    texts.flatMap((text, index) => {
      const span = spanOf(text);
      return span === null ? [] : [{ span, index }];
    }),
  );
  return (
    <div class={styles.picture} aria-hidden="true">
      {drawn.map((spans, day) => (
        <div key={day} class={styles.row}>
          <span class={styles.day}>{names[day]}</span>
          <DayPainter
            spans={spans}
            reachingIn={reachingOut(drawn[(day + drawn.length - 1) % drawn.length] ?? [])}
            onPaint={onChange && ((span) => onChange(paint(days, day, span)))}
            onRepaint={(index, span) => onChange?.(repaint(days, day, index, span))}
          />
        </div>
      ))}
      <div class={styles.ticks}>
        {TICK_HOURS.map((hour) => (
          <span key={hour}>{String(hour).padStart(2, '0')}</span>
        ))}
      </div>
    </div>
  );
}

/** The parts of a day's spans that lie in the next day, on that day's clock. */
const reachingOut = (spans: readonly DrawnSpan[]): Span[] =>
  spans
    .filter(({ span }) => span.endMinute > MINUTES_PER_DAY)
    .map(({ span }) => ({ startMinute: 0, endMinute: span.endMinute - MINUTES_PER_DAY }));
