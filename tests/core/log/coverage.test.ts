import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../utils/core/log/bytes.ts';
import { CoverageCollector } from '../../../utils/core/log/coverage.ts';
import { dayTotals } from '../../../utils/core/log/coverage-days.ts';
import { formatLine } from '../../../utils/core/log/line.ts';
import { type EntryView, readEntry } from '../../../utils/core/log/read.ts';
import type { EntryDraft, WatchState } from '../../../utils/core/log/types.ts';
import { contact, EMPTY, stampAt } from './sample.ts';

const ZONE = 'America/Bogota';
const HOUR = 3_600_000;
/** Midnight in Bogotá. */
const MONDAY = Date.parse('2026-03-02T00:00:00-05:00');
const hours = (from: number, until: number) => ({ from: MONDAY + from * HOUR, until: MONDAY + until * HOUR });

/** The entry as the log would hold it, read back from its line. */
function entry(hour: number, draft: EntryDraft): EntryView {
  const stamp = stampAt(MONDAY + hour * HOUR);
  const view = readEntry(utf8(formatLine({ head: EMPTY, stamp, draft, salt: '', privateDigest: null })), null);
  if (view === null) throw new Error('unreadable');
  return view;
}
const watch = (hour: number, what: WatchState, app = 'slack') => entry(hour, { kind: 'watch', app, what });
const gap = (from: number, until: number) => entry(until, { kind: 'gap', what: 'not-running', ...hours(from, until) });
const clock = (from: number, to: number) =>
  entry(to, { kind: 'clock', what: to < from ? 'back' : 'jump-or-sleep', from: MONDAY + from * HOUR });
const message = (hour: number, app = 'slack') => entry(hour, contact({ app }));

function collect(period: ReturnType<typeof hours>, entries: readonly EntryView[], completeUntil?: number) {
  const collector = new CoverageCollector(period);
  for (const one of entries) collector.add(one);
  return completeUntil === undefined ? collector.result() : collector.result(MONDAY + completeUntil * HOUR);
}

/** `12-14 watched, 14-15 not-running`: hours from Monday, in order of time. */
function told(period: ReturnType<typeof hours>, entries: readonly EntryView[], completeUntil?: number): string {
  const [app] = collect(period, entries, completeUntil).apps;
  const hourOf = (at: number): number => (at - MONDAY) / HOUR;
  return [...(app?.watched ?? []).map((one) => ({ ...one, what: 'watched' })), ...(app?.missing ?? [])]
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, until, what }) => `${hourOf(from)}-${hourOf(until)} ${what}`)
    .join(', ');
}

const DAY = hours(0, 24);

describe('coverage', () => {
  it('is what the log says, from the first line that speaks of the app to the last line at all', () => {
    expect(told(DAY, [watch(8, 'watched'), message(20)])).toBe('0-8 unknown, 8-20 watched, 20-24 unknown');
    expect(told(DAY, [watch(8, 'watched'), message(20)], 22)).toBe('0-8 unknown, 8-22 watched, 22-24 unknown');
    expect(told(DAY, [watch(-30, 'watched'), message(20)], 99)).toBe('0-24 watched');
    expect(collect(DAY, [], 99).apps).toEqual([]);
  });

  it('ends with a withdrawn permission or another choice, and begins again', () => {
    const entries = [watch(-1, 'watched'), watch(3, 'no-permission'), watch(5, 'watched'), watch(9, 'not-chosen')];
    expect(told(DAY, entries, 24)).toBe('0-3 watched, 3-5 no-permission, 5-9 watched, 9-24 not-chosen');
  });

  it('is not changed by a line that says the same once more', () => {
    expect(told(DAY, [watch(-1, 'watched'), watch(6, 'watched'), watch(7, 'watched')], 24)).toBe('0-24 watched');
  });

  it('has a hole where nothing ran, also one that was noted after the period', () => {
    expect(told(DAY, [watch(-1, 'watched'), gap(2, 7), gap(23, 33)], 34)).toBe(
      '0-2 watched, 2-7 not-running, 7-23 watched, 23-24 not-running',
    );
  });

  it('names what the log says of the app before what is true of all', () => {
    expect(told(DAY, [watch(-1, 'watched'), watch(3, 'no-permission'), gap(2, 7), watch(7, 'watched')], 24)).toBe(
      '0-2 watched, 2-3 not-running, 3-7 no-permission, 7-24 watched',
    );
  });

  it('leaves out time that the clock left out, and takes the last word on what it showed twice', () => {
    expect(told(DAY, [watch(-1, 'watched'), clock(4, 6)], 24)).toBe('0-4 watched, 4-6 jump-or-sleep, 6-24 watched');
    expect(told(DAY, [watch(-1, 'watched'), clock(9, 6), watch(8, 'no-permission')], 24)).toBe(
      '0-8 watched, 8-24 no-permission',
    );
    const briefly = [watch(-1, 'no-permission'), watch(8, 'watched'), watch(8.5, 'no-permission'), clock(9, 6)];
    expect(told(DAY, briefly, 24)).toBe('0-24 no-permission');
    // The clock had been in the next year.
    const nextYear = [gap(9, 9_000), watch(9_000.2, 'no-permission'), watch(9_000.4, 'watched'), clock(9_000.5, 9.5)];
    expect(told(DAY, [watch(-1, 'watched'), ...nextYear], 12)).toBe(
      '0-9 watched, 9-9.5 not-running, 9.5-12 watched, 12-24 unknown',
    );
  });

  it('is told for each app apart, and keeps words of a later version', () => {
    const later = { ...watch(5, 'watched', 'teams'), what: 'paused' };
    const { apps } = collect(DAY, [watch(0, 'watched'), watch(2, 'watched', 'teams'), later, gap(7, 8)], 24);
    expect(apps.map(({ app, watched }) => [app, watched])).toEqual([
      ['slack', [hours(0, 7), hours(8, 24)]],
      ['teams', [hours(2, 5)]],
    ]);
    expect(apps[1]?.missing).toEqual([
      { ...hours(0, 2), what: 'unknown' },
      { ...hours(5, 24), what: 'paused' },
    ]);
  });

  it('agrees with a clerk who sat there and wrote down every quarter of an hour', () => {
    const QUARTERS = 96;
    const states = fc.constantFrom<WatchState>('watched', 'watched', 'no-permission', 'not-chosen');
    fc.assert(
      fc.property(
        fc.array(fc.record({ length: fc.integer({ min: 1, max: 20 }), state: states, running: fc.boolean() }), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.integer({ min: 0, max: QUARTERS - 1 }),
        fc.integer({ min: 1, max: QUARTERS }),
        (stretches, first, length) => {
          const minute = stretches.flatMap(({ length: n, ...rest }) => Array.from({ length: n }, () => rest));
          const entries: EntryView[] = [];
          const clerk: string[] = [];
          let logged: string | null = null;
          let since = 0;
          for (const [at, { state, running }] of minute.entries()) {
            if (!running) {
              clerk.push('dark');
              continue;
            }
            // What the extension does at a heartbeat: the gap first, then what has changed.
            if (clerk.at(-1) === 'dark') entries.push(gap(since / 4, at / 4));
            if (state !== logged) entries.push(watch(at / 4, state));
            logged = state;
            clerk.push(state);
            since = at + 1;
          }
          const end = clerk.findLastIndex((what) => what !== 'dark') + 1;
          const period = hours(first / 4, (first + length) / 4);
          const [app] = collect(period, entries, end / 4).apps;
          const seen = Array.from({ length }, (_, index) => {
            const at = period.from + (index * HOUR) / 4;
            return (app?.watched ?? []).some(({ from, until }) => from <= at && at < until);
          });
          const wanted = Array.from(
            { length },
            (_, index) => first + index < end && clerk[first + index] === 'watched',
          );
          expect(seen).toEqual(wanted);
          // Watched and missing tile the period.
          const tiles = [...(app?.watched ?? []), ...(app?.missing ?? [])].toSorted((a, b) => a.from - b.from);
          if (app !== undefined) {
            expect(tiles.map(({ from }) => from)).toEqual([
              period.from,
              ...tiles.slice(0, -1).map(({ until }) => until),
            ]);
            expect(tiles.at(-1)?.until).toBe(period.until);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the totals of a day', () => {
  const onCall = contact({
    verdict: { kind: 'on-call', reason: 'on-call', layer: 'contract', rule: 'on-call@2026-01-01', until: null },
  });
  const burst = { kind: 'collapse', app: 'slack', origin: 'https://app.slack.com', count: 40, from: MONDAY } as const;

  it('stand beside the time that was watched, so that no contact means something', () => {
    const entries = [
      watch(-1, 'watched'),
      message(20),
      message(21),
      entry(21, burst),
      entry(22, { ...onCall, app: 'slack' }),
      gap(30, 42),
      message(73),
    ];
    const coverage = collect(hours(0, 72), entries, 80);
    expect(coverage.contacts.map(({ date }) => date)).toEqual(['2026-03-02']);
    const inHours = [
      { date: '2026-03-02', app: 'slack', count: 7 },
      { date: '2026-03-03', app: 'mail', count: 1 },
    ];
    const day = { app: 'slack', afterHours: 0, onCall: 0, inHours: 0 };
    expect(dayTotals(coverage, inHours, ZONE)).toEqual([
      { ...day, date: '2026-03-02', watchedMs: 24 * HOUR, afterHours: 42, onCall: 1, inHours: 7 },
      { ...day, date: '2026-03-03', watchedMs: 12 * HOUR },
      { ...day, date: '2026-03-03', app: 'mail', watchedMs: 0, inHours: 1 },
      { ...day, date: '2026-03-04', watchedMs: 24 * HOUR },
    ]);
    expect(dayTotals(coverage, null, ZONE).map((one) => one.inHours)).toEqual([null, null, null]);
  });

  it('know days of 23 and 25 hours', () => {
    const [from, until] = ['2026-03-28', '2026-03-31'].map((date) => Date.parse(`${date}T00:00:00Z`));
    const collector = new CoverageCollector({ from: from ?? 0, until: until ?? 0 });
    collector.add({ ...watch(0, 'watched'), at: 0 });
    const totals = dayTotals(collector.result(until), null, 'Europe/Madrid');
    expect(totals.map(({ date, watchedMs }) => [date, watchedMs / HOUR])).toEqual([
      ['2026-03-28', 23],
      ['2026-03-29', 23],
      ['2026-03-30', 24],
      ['2026-03-31', 2],
    ]);
  });
});
