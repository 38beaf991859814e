import { useState } from 'preact/hooks';
import type { Span } from '../../utils/core/hours/types.ts';
import { MINUTES_PER_DAY } from '../../utils/core/time/instant.ts';
import { percentOfDay } from '../ribbon/percent.ts';
import { minuteAt, spanBetween } from './paint.ts';
import styles from './week-picture.module.css';

export interface DrawnSpan {
  readonly span: Span;
  /** Its place among the day's spans as typed. */
  readonly index: number;
}

interface DayPainterProps {
  readonly spans: readonly DrawnSpan[];
  /** What reaches in from the day before; it is changed there. */
  readonly reachingIn: readonly Span[];
  /** Null for a bar that is only looked at. */
  readonly onPaint: ((span: Span) => void) | null;
  readonly onRepaint: (index: number, span: Span) => void;
}

/** A drag that goes on: from the minute that stays to the one under the pointer. */
interface Drag {
  readonly fixed: number;
  readonly moving: number;
  /** The span whose edge is dragged; null for a new one. */
  readonly index: number | null;
}

/** Half the width of an edge, for fingers. */
const EDGE_PX = 12;

/**
 * One day as a bar: a drag over free time adds hours, a drag at an edge moves it. It is a shortcut for pointers only, since
 * the same can be typed in the rows below, so it is hidden from screen readers.
 */
export function DayPainter({ spans, reachingIn, onPaint, onRepaint }: DayPainterProps) {
  const [drag, setDrag] = useState<Drag | null>(null);

  const start = (event: PointerEvent): void => {
    if (event.button !== 0 || onPaint === null) return;
    const bar = event.currentTarget as Element;
    const begun = beginDrag(spans, event.clientX, bar.getBoundingClientRect());
    if (begun === null) return;
    bar.setPointerCapture(event.pointerId);
    event.preventDefault();
    setDrag(begun);
  };
  const move = (event: PointerEvent): void => {
    if (drag === null) return;
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    setDrag({ ...drag, moving: minuteAt((event.clientX - left) / width) });
  };
  const end = (): void => {
    if (drag === null) return;
    setDrag(null);
    const span = spanBetween(drag.fixed, drag.moving);
    if (drag.index !== null) onRepaint(drag.index, span);
    else if (drag.fixed !== drag.moving) onPaint?.(span);
  };

  const shown = spans.filter(({ index }) => index !== drag?.index).map(({ span }) => span);
  return (
    <svg
      class={onPaint === null ? `${styles.bar} ${styles.still}` : styles.bar}
      aria-hidden="true"
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
    >
      <rect class={styles.track} width="100%" height="100%" rx="4" />
      {reachingIn.map((span) => (
        <Bar key={span.startMinute} span={span} look={styles.reachingIn} />
      ))}
      {shown.map((span) => (
        <Bar key={span.startMinute} span={span} look={styles.hours} />
      ))}
      {drag !== null && <Bar span={spanBetween(drag.fixed, drag.moving)} look={styles.dragged} />}
    </svg>
  );
}

function Bar({ span, look }: { readonly span: Span; readonly look: string | undefined }) {
  const until = Math.min(span.endMinute, MINUTES_PER_DAY);
  return (
    <rect
      class={look}
      x={percentOfDay(span.startMinute)}
      width={percentOfDay(until - span.startMinute)}
      height="100%"
      rx="4"
    />
  );
}

/** Null inside a span, away from its edges: there a drag would mean nothing. */
function beginDrag(spans: readonly DrawnSpan[], x: number, { left, width }: DOMRect): Drag | null {
  const pixelOf = (minute: number): number => left + (minute / MINUTES_PER_DAY) * width;
  const minute = minuteAt((x - left) / width);
  for (const { span, index } of spans) {
    const { startMinute, endMinute } = span;
    if (Math.abs(x - pixelOf(startMinute)) <= EDGE_PX) return { fixed: endMinute, moving: startMinute, index };
    if (Math.abs(x - pixelOf(endMinute)) <= EDGE_PX) return { fixed: startMinute, moving: endMinute, index };
    if (startMinute < minute && minute < endMinute) return null;
  }
  return { fixed: minute, moving: minute, index: null };
}
