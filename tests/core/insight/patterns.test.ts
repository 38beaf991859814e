import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Employment, Span } from '../../../utils/core/hours/types.ts';
import { endsOfHours } from '../../../utils/core/insight/ends-of-hours.ts';
import { matching } from '../../../utils/core/insight/filter.ts';
import { type Pattern, patternsIn } from '../../../utils/core/insight/patterns.ts';
import { addDays } from '../../../utils/core/time/calendar.ts';
import { indexOf, type Sample } from './sample.ts';

/** A Tuesday; the twelve weeks before it begin on Tuesday, 2026-09-01. */
const TODAY = '2026-11-24';
const SUNDAY = '2026-11-22';

const on = (date: string, clock: string, sender?: string): Sample => [
  `${date}T${clock}:00.000Z`,
  {},
  sender === undefined ? undefined : { sender },
];
/** An old line, so that the log reaches back over all twelve weeks. */
const BEGIN: Sample = ['2026-01-01T10:00:00.000Z', { k: 'start', svc: undefined }];
const sundays = (...weeksBack: number[]): string[] => weeksBack.map((weeks) => addDays(SUNDAY, -7 * weeks));

const patterns = (samples: readonly Sample[], ends: readonly number[] = []): readonly Pattern[] =>
  patternsIn({ index: indexOf(...samples), today: TODAY, zone: 'UTC', ends });
const kinds = (found: readonly Pattern[]): string[] => found.map(({ kind }) => kind);

describe('patterns', () => {
  it('name a sender who comes back on a day of the week, and the hour', () => {
    const samples = sundays(0, 1, 2, 3, 5, 6, 8, 9, 11).map((date, n) => on(date, n < 6 ? '21:15' : '10:00', 'Ana'));
    const [first] = patterns([BEGIN, ...samples]);
    expect(first).toMatchObject({ kind: 'sender-weekday', sender: 'Ana', weekday: 7, count: 9, of: 12, hour: 21 });
    // Oldest first: eleven weeks back something came, ten weeks back nothing.
    expect(first?.hits.map(Number).join('')).toBe('101101101111');
  });

  it('name no hour that does not stand out', () => {
    const samples = sundays(0, 1, 2, 3, 4, 5).map((date, n) => on(date, n % 2 === 0 ? '21:15' : '10:00', 'Ana'));
    expect(patterns([BEGIN, ...samples])[0]).toMatchObject({ count: 6, hour: null });
  });

  it('claim nothing on fewer than four days, even if they are all', () => {
    expect(patterns(sundays(2, 1, 0).map((date) => on(date, '21:00', 'Ana')))).toEqual([]);
  });

  it('claim nothing on less than half of the days', () => {
    expect(patterns([BEGIN, ...sundays(0, 1, 2, 3, 4).map((date) => on(date, '21:00', 'Ana'))])).toEqual([]);
  });

  it('count a day once, however much came', () => {
    const samples = Array.from({ length: 50 }, () => on(SUNDAY, '21:00', 'Ana'));
    expect(patterns([BEGIN, ...samples])).toEqual([]);
  });

  it('count only days that the log knows: four Sundays of a log of four weeks are all', () => {
    const samples = sundays(3, 2, 1, 0).map((date) => on(date, '21:00', 'Ana'));
    expect(patterns(samples)[0]).toMatchObject({ count: 4, of: 4 });
  });

  it('leave today out, which is not over, and what is older than twelve weeks', () => {
    const old = sundays(12, 13, 14, 15, 16, 17, 18);
    const today = Array.from({ length: 6 }, (_, n) => on(TODAY, `1${n}:00`, 'Ana'));
    expect(patterns([BEGIN, ...old.map((date) => on(date, '21:00', 'Ana')), ...today])).toEqual([]);
  });

  it('do not count what came on call or in hours', () => {
    for (const kind of ['on-call', 'working']) {
      const samples = sundays(0, 1, 2, 3, 4, 5, 6).map((date): Sample => [`${date}T21:00:00.000Z`, { why: { kind } }]);
      expect(patterns([BEGIN, ...samples])).toEqual([]);
    }
  });

  it('say a weekend day of anybody once no single sender explains it', () => {
    const dates = sundays(0, 1, 2, 3, 4, 5, 6);
    const several = dates.map((date, n) => on(date, '11:00', `sender ${n}`));
    expect(kinds(patterns([BEGIN, ...several]))).toEqual(['weekend']);
    expect(kinds(patterns([BEGIN, ...dates.map((date) => on(date, '11:00', 'Ana'))]))).toEqual(['sender-weekday']);
  });

  it('say evenings from Monday to Friday, and one sender of all of them once', () => {
    const weekdays = Array.from({ length: 84 }, (_, n) => addDays(TODAY, -1 - n)).filter((date) => {
      const day = new Date(date).getUTCDay();
      return day > 0 && day < 6;
    });
    const several = weekdays.slice(0, 40).map((date, n) => on(date, '19:00', `sender ${n}`));
    expect(patterns([BEGIN, ...several])).toMatchObject([{ kind: 'evenings', count: 40, of: 60 }]);
    const one = weekdays.slice(0, 40).map((date) => on(date, '07:00', 'Ana'));
    expect(patterns([BEGIN, ...one])).toMatchObject([{ kind: 'sender-weekdays', sender: 'Ana', hour: 7 }]);
  });

  it('say what comes as soon as hours end', () => {
    const days = Array.from({ length: 10 }, (_, n) => addDays(TODAY, -1 - n));
    const ends = days.map((date) => Date.parse(`${date}T17:00:00Z`)).toSorted();
    const within = days.slice(0, 6).map((date) => on(date, '17:14', 'Ana'));
    const beyond = days.slice(6).map((date) => on(date, '17:15', 'Ana'));
    expect(patterns([BEGIN, ...within, ...beyond], ends).find(({ kind }) => kind === 'after-end')).toMatchObject({
      count: 6,
      of: 10,
      minute: 17 * 60,
    });
  });

  it('show the entries that they were read from, and claim no more than half-checked facts allow', () => {
    const sample = fc.record({
      weeksBack: fc.nat(13),
      weekday: fc.nat(6),
      hour: fc.nat(23),
      sender: fc.constantFrom('Ana', 'Jorge', 'Marta'),
    });
    fc.assert(
      fc.property(fc.array(sample, { minLength: 20, maxLength: 120 }), (all) => {
        const samples = all.map(({ weeksBack, weekday, hour, sender }) =>
          on(addDays(SUNDAY, weekday - 6 - 7 * weeksBack), `${String(hour).padStart(2, '0')}:30`, sender),
        );
        const index = indexOf(BEGIN, ...samples);
        const found = patternsIn({ index, today: TODAY, zone: 'UTC', ends: [] });
        expect(found.length).toBeLessThanOrEqual(5);
        for (const { filter, count, of, hits } of found) {
          const dates = new Set([...matching(index, filter, String)].map((seq) => index.day[seq]));
          expect(dates.size).toBe(count);
          expect(hits.filter(Boolean)).toHaveLength(count);
          expect(hits).toHaveLength(of);
          expect(count).toBeGreaterThanOrEqual(Math.max(4, of / 2));
        }
      }),
    );
  });
});

describe('ends of hours', () => {
  const spans: readonly Span[] = [
    { startMinute: 9 * 60, endMinute: 13 * 60 },
    { startMinute: 14 * 60, endMinute: 18 * 60 },
  ];
  const job: Employment = {
    id: 'job',
    label: 'Job',
    zoneRule: 'fixed',
    zone: 'America/Bogota',
    hours: [{ validFrom: '2026-01-01', pattern: { kind: 'weekly', days: [spans, spans, spans, spans, [], [], []] } }],
    exceptions: [],
  };

  it('are the last of each day: lunch is no end', () => {
    const from = Date.parse('2026-11-16T00:00:00-05:00');
    const ends = endsOfHours([job], from, from + 7 * 86_400_000);
    expect(ends.map((end) => new Date(end).toISOString())).toEqual([
      '2026-11-16T23:00:00.000Z',
      '2026-11-17T23:00:00.000Z',
      '2026-11-18T23:00:00.000Z',
      '2026-11-19T23:00:00.000Z',
    ]);
  });
});
