import { timelineBetween } from '../../utils/core/hours/timeline.ts';
import type { Employment, HoursException, Span } from '../../utils/core/hours/types.ts';
import { verdictAt } from '../../utils/core/hours/verdict.ts';
import { addDays } from '../../utils/core/time/calendar.ts';
import { instantOf } from '../../utils/core/time/zones.ts';
import { median, type Row } from './row.ts';

const ZONE = 'America/Santiago';
const FIRST_DAY = '2017-01-02';
const DAYS = 3_650;
const EXCEPTIONS = 4_000;
const VERDICTS = 20_000;
const MONTHS = 120;
const MICROSECONDS = 1_000;

const span = (startHour: number, endHour: number): Span => ({ startMinute: startHour * 60, endMinute: endHour * 60 });
const DAY_SHIFT = [span(9, 13), span(14, 18)];

/** Ten years of one job, with every kind of exception and windows of care and on-call duty. */
function decade(): Employment {
  const exceptions = Array.from({ length: EXCEPTIONS }, (_, index): HoursException => {
    const date = addDays(FIRST_DAY, (index * 37) % DAYS);
    const from = instantOf(date, 19 * 60, ZONE);
    const until = instantOf(date, 22 * 60, ZONE);
    const kinds: readonly HoursException[] = [
      { kind: 'shift', date, mode: 'instead', spans: [span(22, 30)] },
      { kind: 'holiday', date, name: 'Holiday' },
      { kind: 'leave', from: date, until: addDays(date, 3), leave: 'annual' },
      { kind: 'overtime', from, until, reason: '' },
      { kind: 'on-call', from, until, pay: 'unclear' },
      { kind: 'off-now', from, until: until - 1, reason: '' },
      { kind: 'care', from, until },
    ];
    return kinds[index % kinds.length] as HoursException;
  });
  const week = (days: readonly number[], spans: readonly Span[]) =>
    ({ kind: 'weekly', days: Array.from({ length: 7 }, (_, day) => (days.includes(day) ? spans : [])) }) as const;
  return {
    id: 'job',
    label: 'Job',
    zoneRule: 'fixed',
    zone: ZONE,
    hours: Array.from({ length: 10 }, (_, year) => ({
      validFrom: `${2017 + year}-01-01`,
      ...(year < 9 && { validUntil: `${2018 + year}-01-01` }),
      pattern: week([0, 1, 2, 3, 4], DAY_SHIFT),
    })),
    windows: [
      { kind: 'care', validFrom: FIRST_DAY, pattern: week([1, 3], [span(16, 17)]) },
      { kind: 'on-call', validFrom: FIRST_DAY, pattern: week([5], [span(8, 20)]), pay: 'unpaid' },
    ],
    exceptions,
  };
}

/** How fast hours are judged, in this process, which has the engine of Chromium. */
export function verdicts(): Row[] {
  const employment = decade();
  const start = instantOf(FIRST_DAY, 0, ZONE);
  const end = instantOf(addDays(FIRST_DAY, DAYS), 0, ZONE);
  const step = Math.floor((end - start) / VERDICTS);
  // Scattered, so that no verdict is helped by the one before it.
  const instants = Array.from({ length: VERDICTS }, (_, index) => start + ((index * 7_919) % VERDICTS) * step);
  const each = instants.map((at) => timed(() => verdictAt(employment, at)));
  const months = Array.from({ length: MONTHS }, (_, index) => addDays(FIRST_DAY, index * 30)).map((date) =>
    timed(() => [...timelineBetween(employment, instantOf(date, 0, ZONE), instantOf(addDays(date, 31), 0, ZONE))]),
  );
  const microseconds = median(each) * MICROSECONDS;
  const month = median(months);
  return [
    {
      what: 'one verdict, ten years with 4 000 exceptions (median)',
      ours: `${microseconds.toFixed(1)} µs`,
      reference: '',
      value: microseconds / MICROSECONDS,
      budget: 0.02,
      unit: 'ms',
    },
    {
      what: 'a month of hours for the editor (median)',
      ours: `${month.toFixed(2)} ms`,
      reference: '',
      value: month,
      budget: 5,
      unit: 'ms',
    },
  ];
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
