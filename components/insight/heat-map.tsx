import { useRef, useState } from 'preact/hooks';
import type { Weekday } from '../../utils/core/hours/types.ts';
import { type HeatMap, heatLevel } from '../../utils/core/insight/heat.ts';
import { weekdayName } from '../../utils/core/text/dates.ts';
import { useText } from '../text-context.tsx';
import styles from './heat-map.module.css';
import { minuteText } from './minute-text.ts';

interface HeatMapProps {
  readonly map: HeatMap;
  /** `weekday` 0 is Monday. */
  readonly onPick: (weekday: number, hour: number) => void;
}

interface Place {
  readonly weekday: number;
  readonly hour: number;
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/**
 * Contacts by weekday and hour: a number and a colour in each cell. It is a table to a screen reader as it stands, one
 * stop for the Tab key, and arrow keys move in it. Where 24 columns have no room, the style sheet turns it on its side.
 */
export function HeatMapTable({ map, onPick }: HeatMapProps) {
  const t = useText();
  const grid = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<Place>(() => busiest(map));
  const compact = new Intl.NumberFormat(t.language, { notation: 'compact' });
  const dayName = (weekday: number, style?: 'short'): string =>
    weekdayName(t.language, (weekday + 1) as Weekday, style ?? 'long');

  const move = (event: KeyboardEvent): void => {
    const turned = grid.current !== null && getComputedStyle(grid.current).getPropertyValue('--turned').trim() === '1';
    const next = moved(place, event.key, turned);
    if (next === null) return;
    event.preventDefault();
    setPlace(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.weekday}-${next.hour}"]`)?.focus();
  };

  const cell = (weekday: number, hour: number) => {
    const count = map.counts[weekday]?.[hour] ?? 0;
    const hours = `${minuteText(hour * 60)}–${minuteText((hour + 1) * 60)}`;
    return (
      <button
        type="button"
        class={`${styles.cell} ${styles[`level${heatLevel(count, map.most)}`]}`}
        data-cell={`${weekday}-${hour}`}
        tabIndex={place.weekday === weekday && place.hour === hour ? 0 : -1}
        aria-disabled={count === 0}
        aria-label={t('insight.cell', { day: dayName(weekday), hours, count })}
        onFocus={() => setPlace({ weekday, hour })}
        onClick={() => count > 0 && onPick(weekday, hour)}
      >
        {count > 0 && compact.format(count)}
      </button>
    );
  };

  return (
    <div class={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA has this role for tables that arrow keys move in */}
      <table ref={grid} role="grid" aria-label={t('insight.heat-caption')} class={styles.grid} onKeyDown={move}>
        <thead class={styles.part}>
          <tr class={styles.part}>
            <th scope="col" class={styles.corner}>
              <span class="unseen">{t('insight.day')}</span>
            </th>
            {HOURS.map((hour) => (
              <th key={hour} scope="col" class={styles.hour} style={{ '--hour': hour }}>
                {String(hour).padStart(2, '0')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class={styles.part}>
          {WEEKDAYS.map((weekday) => (
            <tr key={weekday} class={styles.part}>
              <th scope="row" class={styles.day} style={{ '--day': weekday }}>
                <span aria-hidden="true">{dayName(weekday, 'short')}</span>
                <span class="unseen">{dayName(weekday)}</span>
              </th>
              {HOURS.map((hour) => (
                <td key={hour} class={styles.place} style={{ '--day': weekday, '--hour': hour }}>
                  {cell(weekday, hour)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function busiest({ counts, most }: HeatMap): Place {
  const weekday = Math.max(
    0,
    counts.findIndex((row) => row.includes(most)),
  );
  return { weekday, hour: Math.max(0, counts[weekday]?.indexOf(most) ?? 0) };
}

/** Null for a key that moves nothing. Turned, hours run downwards. */
export function moved({ weekday, hour }: Place, key: string, turned: boolean): Place | null {
  const by = (days: number, hours: number): Place => ({
    weekday: Math.min(6, Math.max(0, weekday + days)),
    hour: Math.min(23, Math.max(0, hour + hours)),
  });
  const steps: Readonly<Record<string, readonly [along: number, across: number]>> = {
    ArrowRight: [1, 0],
    ArrowLeft: [-1, 0],
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
    Home: [-24, 0],
    End: [24, 0],
  };
  const step = steps[key];
  if (step === undefined) return null;
  const [along, across] = step;
  return turned ? by(along, across) : by(across, along);
}
