import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type CoverageRow, coverageRows } from '../../../utils/core/export/report/coverage-figures.ts';
import { CoverageCollector } from '../../../utils/core/log/coverage.ts';
import { dayTotals } from '../../../utils/core/log/coverage-days.ts';
import { buildEntries } from '../../../utils/core/log/line.ts';
import { readEntry } from '../../../utils/core/log/read.ts';
import type { EntryDraft } from '../../../utils/core/log/types.ts';
import { instantOf } from '../../../utils/core/time/zones.ts';
import { contact, EMPTY, fresh, sha256, stampAt } from '../log/sample.ts';
import { FACTS, linesOf, written } from './sample.ts';
import { PATIENCE_MS, removeFolders, unpacked } from './unpacked.ts';

afterAll(removeFolders);

const HOUR = 3_600_000;
const ZONE = 'America/Bogota';
const LATER = Date.parse('2027-01-01T00:00:00Z');
type Written = readonly (readonly [time: string, draft: EntryDraft])[];

const watch = (app: string, what: 'watched' | 'no-permission' | 'not-chosen' = 'watched'): EntryDraft => ({
  kind: 'watch',
  app,
  what,
});
const gap = (from: string, until: string): readonly [string, EntryDraft] => [
  until,
  { kind: 'gap', what: 'not-running', from: Date.parse(`${from}-05:00`), until: Date.parse(`${until}-05:00`) },
];

const logOf = async (all: Written) => {
  const entries = all.map(([time, draft], index) => ({
    ...fresh(draft, index),
    stamp: stampAt(Date.parse(`${time}-05:00`), index),
  }));
  return (await buildEntries(EMPTY, entries, sha256)).entries;
};

/** Two apps in the first week of March: Slack from the first day on, Mattermost for three hours without a message. */
const WEEK: Written = [
  ['2026-03-02T00:00', watch('slack')],
  ['2026-03-02T09:00', watch('mattermost')],
  ['2026-03-02T12:00', watch('mattermost', 'no-permission')],
  ['2026-03-02T22:00', contact({ id: 'a'.repeat(32), app: 'slack' })],
  gap('2026-03-03T00:00', '2026-03-03T10:30'),
  ['2026-03-04T00:00', contact({ id: 'b'.repeat(32), app: 'slack' })],
];

function rowsOf(
  entries: Awaited<ReturnType<typeof logOf>>,
  period: { readonly first: string; readonly last: string },
  over: { readonly madeAt?: number; readonly inHours?: typeof FACTS.inHours } = {},
): readonly CoverageRow[] {
  const stretch = { from: instantOf(period.first, 0, ZONE), until: instantOf(period.last, 1_440, ZONE) };
  const collector = new CoverageCollector(stretch);
  for (const { line } of entries) {
    const entry = readEntry(line, null);
    if (entry !== null) collector.add(entry);
  }
  return coverageRows(collector.result(), { period, madeAt: LATER, inHours: null, ...over }, { zone: ZONE });
}

describe('how long each app was watched', () => {
  it('adds up to all of the time, whatever happened, and to what each day says', async () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 60 });
    const app = fc.constantFrom('slack', 'mattermost');
    const what = fc.constantFrom('watched' as const, 'no-permission' as const, 'not-chosen' as const);
    const event = fc.oneof(
      fc.record({ at: minute, draft: fc.record({ kind: fc.constant('watch' as const), app, what }) }),
      fc.record({ at: minute, draft: app.map((one) => contact({ app: one })) }),
    );
    const start = Date.parse('2026-02-20T00:00:00-05:00');
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 50 }),
        async (events, length) => {
          const last = new Date(Date.UTC(2026, 1, 25 + length)).toISOString().slice(0, 10);
          const period = { first: '2026-02-25', last };
          const sorted = events.toSorted((a, b) => a.at - b.at);
          const { entries } = await buildEntries(
            EMPTY,
            sorted.map(({ at, draft }, index) => ({
              ...fresh(draft, index),
              stamp: stampAt(start + at * 60_000, index),
            })),
            sha256,
          );
          const stretch = { from: instantOf(period.first, 0, ZONE), until: instantOf(last, 1_440, ZONE) };
          const collector = new CoverageCollector(stretch);
          for (const { line } of entries) collector.add(readEntry(line, null) ?? expect.fail());
          const days = dayTotals(collector.result(), null, ZONE);
          const rows = rowsOf(entries, period);
          const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
            all.reduce((total, one) => total + of(one), 0);
          for (const name of new Set(rows.map((row) => row.app))) {
            const [own, ownDays] = [rows.filter((row) => row.app === name), days.filter((day) => day.app === name)];
            expect(sum(own, ({ watchedMs, missingMs }) => watchedMs + sum([...missingMs.values()], (ms) => ms))).toBe(
              stretch.until - stretch.from,
            );
            expect(sum(own, ({ watchedMs }) => watchedMs)).toBe(sum(ownDays, ({ watchedMs }) => watchedMs));
            expect(sum(own, ({ afterHours }) => afterHours)).toBe(sum(ownDays, ({ afterHours }) => afterHours));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is told by week with its reasons, and not beyond now', async () => {
    const madeAt = Date.parse('2026-03-05T00:00:00-05:00');
    const rows = rowsOf(await logOf(WEEK), { first: '2026-03-02', last: '2026-03-20' }, { madeAt });
    const hours = ({ watchedMs, missingMs, ...row }: CoverageRow) => ({
      ...row,
      watched: watchedMs / HOUR,
      missing: Object.fromEntries([...missingMs].map(([what, ms]) => [what, ms / HOUR])),
    });
    const counts = { when: '2026-W10', afterHours: 0, onCall: 0, inHours: null };
    expect(rows.map(hours)).toEqual([
      { ...counts, app: 'slack', watched: 37.5, missing: { 'not-running': 10.5, unknown: 24 }, afterHours: 2 },
      { ...counts, app: 'mattermost', watched: 3, missing: { unknown: 33, 'no-permission': 36 } },
    ]);
  });

  it('is told by month where the weeks are many, each of them within the period', async () => {
    const rows = rowsOf(await logOf(WEEK), { first: '2025-12-15', last: '2026-12-10' });
    expect([...new Set(rows.map(({ when }) => when))]).toEqual([
      ...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08'],
      ...['2026-09', '2026-10', '2026-11', '2026-12'],
    ]);
    const [december, january] = rows.filter(({ app }) => app === 'slack');
    expect(december?.missingMs.get('unknown')).toBe(17 * 24 * HOUR);
    expect(january?.missingMs.get('unknown')).toBe(31 * 24 * HOUR);
  });
});

describe('the report', { timeout: PATIENCE_MS }, () => {
  const sectionOf = async (over: Parameters<typeof written>[0]): Promise<string> => {
    const report = unpacked((await written(over)).zip).read('REPORT.html');
    return /<section><h2>What was watched<.*?<\/section>/su.exec(report)?.[0] ?? '';
  };
  const cells = (section: string): string[][] =>
    [...section.matchAll(/<tr>(<td.*?)<\/tr>/gsu)].map(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gsu)].map(([, cell = '']) =>
        cell.replaceAll('<br>', ', ').replace(/<[^>]+>/gu, ''),
      ),
    );

  it('says of no app that nothing came where nothing was watched', async () => {
    const entries = await logOf([...WEEK, ['2026-03-04T01:00', watch('teams', 'no-permission')]]);
    const inHours = [{ date: '2026-03-02', app: 'slack', count: 14 }];
    const madeAt = Date.parse('2026-03-04T01:00:00-05:00');
    const section = await sectionOf({ lines: linesOf(entries), facts: { ...FACTS, inHours, madeAt } });
    expect(cells(section)).toEqual([
      ['2026-W10', 'Slack', '38.5 h', '10.5 h: nothing ran', '2', '14'],
      ['2026-W10', 'Mattermost', '3 h', '9 h: no line tells, 37 h: no permission', '0', '0'],
      ['2026-W10', 'teams', '0 h', '38.5 h: no line tells, 10.5 h: nothing ran', '–', '–'],
    ]);
    const without = await sectionOf({ lines: linesOf(entries), facts: { ...FACTS, inHours: null, madeAt } });
    expect(cells(without).map((row) => row.length)).toEqual([5, 5, 5]);
  });

  it('says so where no line tells', async () => {
    const section = await sectionOf({});
    expect(section).toContain('No line in this bundle tells when each app was watched, so it cannot');
    expect(section).not.toContain('<table');
  });

  it('shows the last 150 rows of many apps over many months', async () => {
    const apps = Array.from({ length: 40 }, (_, index) => ['2026-03-02T00:00', watch(`app-${index}`)] as const);
    const facts = { ...FACTS, period: { first: '2026-01-01', last: '2026-06-30' }, madeAt: LATER };
    const section = await sectionOf({ lines: linesOf(await logOf(apps)), facts });
    // 40 apps and Slack, which the counters name.
    expect(section).toContain('Shown are the last 150 rows of 246.');
    expect(cells(section)).toHaveLength(150);
    expect(cells(section).at(-1)?.[0]).toBe('2026-06');
  });
});
