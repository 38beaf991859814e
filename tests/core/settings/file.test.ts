import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSettingsFile, writeSettingsFile } from '../../../utils/core/settings/file.ts';
import { parseSettings } from '../../../utils/core/settings/schema.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/core/settings/types.ts';
import { read } from '../../repo/files.ts';
import { randomCase, seeded } from '../hours/random.ts';
import { employment, span } from '../hours/sample.ts';
import { changed, FULL, HOSPITAL, type Path, SCHOOL } from './sample.ts';

const FILE: unknown = JSON.parse(writeSettingsFile(FULL));
const FLEXIBLE_MONDAY = {
  frame: { from: '07:00', to: '19:00' },
  core: { from: '10:00', to: '15:00' },
  usualStart: '09:00',
  length: '08:00',
};
const text = (path: Path, change: unknown): string => JSON.stringify(changed(FILE, path, change));
const code = (file: string): string => {
  const result = readSettingsFile(file);
  return result.ok ? 'ok' : result.problem.code;
};

describe('round trip', () => {
  test.each([
    ['one of everything', FULL],
    ['nothing yet', DEFAULT_SETTINGS],
  ])('%s', (_, settings) => {
    const file = writeSettingsFile(settings);
    expect(readSettingsFile(file)).toEqual({ ok: true, value: settings });
    expect(file.endsWith('}\n')).toBe(true);
    expect(file).not.toContain('\r');
  });

  test('the order of keys in memory does not reach the file', () => {
    const turned = <T>(value: T): T => {
      if (Array.isArray(value)) return value.map(turned) as T;
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).reverse();
      return Object.fromEntries(entries.map(([key, item]) => [key, turned(item)])) as T;
    };
    expect(writeSettingsFile(turned(FULL))).toBe(writeSettingsFile(FULL));
    expect(readSettingsFile(JSON.stringify(turned(FILE)))).toEqual({ ok: true, value: FULL });
  });

  test('a core after midnight', () => {
    const night = { frame: span(1_320, 1_800), core: span(1_500, 1_620), usualStartMinute: 1_320, quotaMinutes: 420 };
    const days = [night, null, null, null, null, null, null];
    const job = employment({ hours: [{ validFrom: '2026-01-01', pattern: { kind: 'flexible', days } }] });
    const settings: Settings = { ...DEFAULT_SETTINGS, employments: [job] };
    expect(writeSettingsFile(settings)).toMatch(/"core": \{\s*"from": "01:00",\s*"to": "03:00"/);
    expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ ok: true, value: settings });
  });

  test('random employments', () => {
    const random = seeded(5);
    for (let run = 0; run < 300; run += 1) {
      const settings: Settings = { ...DEFAULT_SETTINGS, employments: [randomCase(random).employment] };
      expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ ok: true, value: settings });
    }
  });

  test('is written for people', () => {
    expect(FILE).toMatchObject({
      format: 'clocked-off-settings/1',
      employments: [
        {
          hours: [
            {
              validFrom: '2025-03-01',
              validUntil: '2026-01-01',
              week: { mon: [{ from: '09:00', to: '17:00' }], sun: [] },
            },
            {
              validFrom: '2026-01-01',
              cycleFrom: '2026-01-05',
              cycle: [[{ from: '07:00', to: '19:00' }], [{ from: '19:00', to: '07:00' }], [], []],
              seasons: [
                { from: '06-15', until: '09-16', week: { mon: [{ from: '08:00', to: '15:00' }], tue: [] } },
                {
                  from: '12-15',
                  until: '01-10',
                  cycleFrom: '2025-12-15',
                  cycle: [[], [{ from: '00:00', to: '01:00' }]],
                },
                { from: '02-01', until: '03-01', flexible: { mon: FLEXIBLE_MONDAY, sun: null } },
              ],
            },
          ],
          moves: [{ from: '2026-11-25T12:00:00.000+00:00', zone: 'Europe/Lisbon' }],
          windows: [
            { kind: 'care', validFrom: '2026-01-01', week: { tue: [{ from: '16:00', to: '17:00' }] } },
            { kind: 'break', week: { mon: [{ from: '12:00', to: '12:30' }] } },
            { kind: 'on-call', week: { sat: [{ from: '20:00', to: '01:00' }] }, pay: 'unclear' },
          ],
          rests: [
            { validFrom: '2026-01-01', daily: { hours: 11, withinHours: 24 }, weekly: { hours: 35 } },
            { validFrom: '2026-06-01', validUntil: '2026-07-01', daily: { hours: 12.5 } },
            { validFrom: '2026-07-01', weekly: { from: 'sat 13:00', to: 'sun 24:00' }, weeklyCap: 44 },
          ],
          exceptions: [
            { from: '2026-11-24T09:00:00.000-03:00', until: '2026-11-24T10:30:00.001-03:00' },
            { kind: 'overtime', from: '2026-11-26T17:00:00.000+00:00', reason: 'Audit' },
            { kind: 'on-call', from: '2026-11-27T17:00:00.000+00:00', pay: 'paid' },
            { kind: 'care', from: '2026-11-24T12:00:00.000-03:00', until: '2026-11-24T12:30:00.000-03:00' },
            { kind: 'break' },
            { kind: 'leave', from: '2026-12-21', until: '2027-01-04', leave: 'parental' },
            { kind: 'holiday', date: '2026-12-25', name: 'Natal' },
            { kind: 'shift', date: '2026-12-26', mode: 'instead', spans: [] },
            {
              kind: 'shift',
              mode: 'extra',
              spans: [
                { from: '09:00', to: '13:00' },
                { from: '22:00', to: '06:00' },
              ],
            },
          ],
        },
        {
          hours: [
            { week: { mon: [{ from: '00:00', to: '24:00' }] } },
            { validFrom: '2027-01-01', noFixedHours: { rest: '12:00', usualEnd: '21:00', daysOff: ['sat', 'sun'] } },
            { validFrom: '2028-01-01', flexible: { mon: null, tue: { usualStart: '09:00' }, wed: FLEXIBLE_MONDAY } },
          ],
        },
      ],
    });
    expect(Object.keys(Object(FILE))).toEqual(Object.keys(DEFAULT_SETTINGS));
    expect(FILE).not.toHaveProperty('employments[1].hours[2].flexible.tue.core');
  });

  test('what most people do not have is not written, so that older files keep their bytes', () => {
    const { moves: _moves, windows: _windows, rests: _rests, ...plain } = HOSPITAL;
    const hours = plain.hours.map(({ seasons: _seasons, ...version }) => version);
    const bare = writeSettingsFile({ ...FULL, employments: [{ ...plain, hours }, SCHOOL] });
    expect(bare).not.toMatch(/moves|windows|seasons|rests/u);
    const empty = {
      ...plain,
      moves: [],
      windows: [],
      rests: [],
      hours: hours.map((version) => ({ ...version, seasons: [] })),
    };
    expect(writeSettingsFile({ ...FULL, employments: [empty, SCHOOL] })).toBe(bare);
    expect(readSettingsFile(bare)).toEqual({
      ok: true,
      value: { ...FULL, employments: [{ ...plain, hours }, SCHOOL] },
    });
  });
});

describe('rests', () => {
  const WINDOW: Path = ['employments', 0, 'rests', 2, 'weekly'];
  const windowIn = (from: string, to: string) => {
    const result = readSettingsFile(text(WINDOW, { from, to }));
    return result.ok ? result.value.employments[0]?.rests?.[2]?.weekly : result.problem.code;
  };

  test('a window may run into the next week, fill a whole one, and name a midnight by either day', () => {
    const window = (startMinute: number, endMinute: number) => ({ kind: 'window', startMinute, endMinute });
    expect(windowIn('sat 21:00', 'mon 06:00')).toEqual(window(8_460, 10_440));
    expect(windowIn('wed 00:00', 'wed 00:00')).toEqual(window(2_880, 12_960));
    expect(windowIn('mon 00:00', 'sun 24:00')).toEqual(window(0, 10_080));
    expect(windowIn('tue 24:00', 'fri 00:00')).toEqual(window(2_880, 5_760));
    expect(windowIn('sun 24:00', 'mon 9:30')).toEqual(window(0, 570));
  });

  test.each(['sat', 'sat 25:00', 'Sat 13:00', 'sat  13:00', 'sat 13:00 h', '13:00', 'xyz 13:00'])(
    '%j is no time of the week',
    (from) => {
      expect(windowIn(from, 'sun 24:00')).toBe('settings.week-moment-invalid');
    },
  );

  test('whatever is sound comes back as it was', () => {
    const hours = fc.double({ min: 0.25, max: 167, noNaN: true });
    const daily = fc
      .tuple(hours, fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })))
      .map(([length, more]) => (more === null ? { hours: length } : { hours: length, withinHours: length + more }));
    const weekly = fc.oneof(
      hours.map((length) => ({ kind: 'hours' as const, hours: length })),
      fc
        .tuple(fc.integer({ min: 0, max: 10_079 }), fc.integer({ min: 1, max: 10_080 }))
        .map(([startMinute, length]) => ({ kind: 'window' as const, startMinute, endMinute: startMinute + length })),
    );
    const rules = fc.record({ daily, weekly, weeklyCap: hours }, { requiredKeys: [] });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(rules, fc.integer({ min: 1, max: 400 })), { minLength: 1, maxLength: 5 }),
        (all) => {
          let day = Date.UTC(2026, 0, 1);
          const rests = all.flatMap(([one, days]) => {
            if (Object.keys(one).length === 0) return [];
            const validFrom = new Date(day).toISOString().slice(0, 10);
            day += days * 86_400_000;
            return [{ ...one, validFrom, validUntil: new Date(day).toISOString().slice(0, 10) }];
          });
          fc.pre(rests.length > 0);
          const settings: Settings = { ...FULL, employments: [{ ...HOSPITAL, rests }, SCHOOL] };
          expect(parseSettings(settings)).toEqual({ ok: true, value: settings });
          expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ ok: true, value: settings });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('docs/settings.md', () => {
  const page = read('docs/settings.md');
  const [whole = '', noFixedHours = '', flexible = '', exceptions = ''] = [
    ...page.matchAll(/^```json\n(.*?)^```/gmsu),
  ].map((match) => match[1] ?? '');

  test('begins with a file as it would be written', () => {
    const settings = readSettingsFile(whole);
    expect(settings).toMatchObject({ ok: true });
    if (settings.ok) expect(JSON.parse(writeSettingsFile(settings.value))).toEqual(JSON.parse(whole));
  });

  test.each([
    ['noFixedHours', noFixedHours],
    ['flexible', flexible],
  ])('has an example of %s as it would be written', (_, example) => {
    const settings = readSettingsFile(text(['employments', 1, 'hours'], [JSON.parse(example)]));
    expect(settings).toMatchObject({ ok: true });
    const written: unknown = settings.ok ? JSON.parse(writeSettingsFile(settings.value)) : null;
    expect(written).toHaveProperty('employments[1].hours', [JSON.parse(example)]);
  });

  test('has an example of every exception', () => {
    const file = text(['employments', 0, 'exceptions'], JSON.parse(exceptions));
    expect(code(file)).toBe('ok');
    const kinds = new Set(JSON.parse(exceptions).map(({ kind }: { kind: string }) => kind));
    expect(kinds).toEqual(new Set(['working-now', ...HOSPITAL.exceptions.map(({ kind }) => kind)]));
  });
});

describe('what a person may write differently', () => {
  test('a byte order mark, other spacing, Z, an hour of one digit, midnight as 00:00', () => {
    const loose = writeSettingsFile(FULL)
      .replace('2026-11-24T09:00:00.000-03:00', '2026-11-24T12:00Z')
      .replaceAll('"09:00"', '"9:00"')
      .replaceAll('"24:00"', '"00:00"')
      .replaceAll('\n', '\r\n\t');
    expect(readSettingsFile(`\uFEFF${loose}`)).toEqual({ ok: true, value: FULL });
  });
});

describe('not a settings file', () => {
  const whole = writeSettingsFile(FULL);
  const deep = (count: number) =>
    `{"format":"clocked-off-settings/1","language":${'['.repeat(count)}${']'.repeat(count)}}`;

  test.each([
    ['settings.file-too-big', `{"format":"clocked-off-settings/1","x":"${'x'.repeat(1_048_576)}"}`],
    ['settings.file-not-json', ''],
    ['settings.file-not-json', 'hours: nine to five'],
    ['settings.file-not-json', `${whole}x`],
    ['settings.file-not-json', '{"format":"clocked-off-settings/1",}'],
    ['settings.file-not-json', '[1, 2'],
    ['settings.file-incomplete', whole.slice(0, 400)],
    ['settings.file-incomplete', whole.slice(0, -2)],
    ['settings.file-incomplete', whole.slice(0, whole.indexOf('Hospital') + 3)],
    ['settings.file-too-deep', deep(17)],
    ['settings.file-too-deep', deep(200_000)],
    ['settings.file-too-deep', '{"a":'.repeat(100_000)],
    ['settings.file-not-ours', '{}'],
    ['settings.file-not-ours', 'null'],
    ['settings.file-not-ours', '7'],
    ['settings.file-not-ours', '[]'],
    ['settings.file-not-ours', '{"format":7}'],
    ['settings.file-not-ours', '{"format":"clocked-off-policy/1"}'],
    ['settings.file-not-ours', '{"format":"clocked-off-settings/0"}'],
    ['settings.file-not-ours', '{"format":"clocked-off-settings/1.5"}'],
    ['settings.file-newer', '{"format":"clocked-off-settings/2","strange":true}'],
    ['settings.wrong-value', deep(8)],
  ])('%s, file %#', (expected, file) => {
    expect(code(file)).toBe(expected);
  });

  test('brackets inside strings do not count', () => {
    expect(code(text(['employments', 0, 'label'], '"[[[[[[[[[[[[[[[[[[{{{{{{{{\\'))).toBe('ok');
  });

  test('a newer file says which version it is', () => {
    expect(readSettingsFile('{"format":"clocked-off-settings/12"}')).toMatchObject({
      problem: { field: 'format', values: { version: 12, known: 1 } },
    });
  });

  test('every way to cut it short is refused', () => {
    for (let length = 0; length < whole.length - 1; length += 3) expect(code(whole.slice(0, length))).not.toBe('ok');
  });
});

describe('mistakes are named by their place in the file', () => {
  const RESTS: Path = ['employments', 0, 'rests'];
  const WEEKLY: Path = ['employments', 0, 'hours', 0];
  const ROTATING: Path = ['employments', 0, 'hours', 1];
  const JOB: Path = ['employments', 0];
  const SEASON: Path = [...ROTATING, 'seasons'];
  const weekOf = (days: object) => ({ mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], ...days });
  const SECOND: Path = ['employments', 1, 'hours', 0, 'week'];
  const BLOCK: Path = ['employments', 1, 'hours', 1];
  const REST: Path = [...BLOCK, 'noFixedHours'];
  const FLEXIBLE: Path = ['employments', 1, 'hours', 2, 'flexible'];

  test.each<[string, string, Path, unknown]>([
    [
      'settings.weekly-rest-form',
      'employments[0].rests[2].weekly',
      [...RESTS, 2, 'weekly'],
      { from: 'sat 13:00', hours: 24 },
    ],
    ['settings.weekly-rest-form', 'employments[0].rests[2].weekly', [...RESTS, 2, 'weekly', 'to'], undefined],
    ['settings.unknown-key', 'employments[0].rests[2].weekly.kind', [...RESTS, 2, 'weekly', 'kind'], 'window'],
    ['settings.wrong-type', 'employments[0].rests[0].daily.hours', [...RESTS, 0, 'daily', 'hours'], '11:00'],
    ['hours.daily-rest-hours', 'employments[0].rests[0].daily.hours', [...RESTS, 0, 'daily', 'hours'], 24],
    ['hours.weekly-rest-hours', 'employments[0].rests[0].weekly.hours', [...RESTS, 0, 'weekly', 'hours'], 169],
    ['hours.weekly-cap', 'employments[0].rests[2].weeklyCap', [...RESTS, 2, 'weeklyCap'], 0],
    ['hours.rest-rules-empty', 'employments[0].rests[1]', [...RESTS, 1, 'daily'], undefined],
    ['hours.versions-overlap', 'employments[0].rests[1].validFrom', [...RESTS, 1, 'validFrom'], '2026-05-31'],
    ['settings.time-invalid', 'employments[0].hours[0].week.wed[0].to', [...WEEKLY, 'week', 'wed', 0, 'to'], '25:00'],
    [
      'settings.time-invalid',
      'employments[0].hours[0].week.mon[0].from',
      [...WEEKLY, 'week', 'mon', 0, 'from'],
      '24:00',
    ],
    ['settings.wrong-type', 'employments[0].hours[0].week.mon[0].from', [...WEEKLY, 'week', 'mon', 0, 'from'], 540],
    ['settings.missing', 'employments[0].hours[0].week.mon[0].to', [...WEEKLY, 'week', 'mon', 0, 'to'], undefined],
    ['settings.missing', 'employments[0].hours[0].week.sun', [...WEEKLY, 'week', 'sun'], undefined],
    ['settings.unknown-key', 'employments[0].hours[0].week.Monday', [...WEEKLY, 'week', 'Monday'], []],
    ['settings.unknown-key', 'employments[0].hours[0].pattern', [...WEEKLY, 'pattern'], {}],
    ['settings.week-or-cycle', 'employments[0].hours[0]', [...WEEKLY, 'week'], undefined],
    ['settings.week-or-cycle', 'employments[0].hours[0]', [...WEEKLY, 'cycle'], [[]]],
    ['settings.week-or-cycle', 'employments[0].hours[1]', [...ROTATING, 'cycleFrom'], undefined],
    [
      'settings.instant-invalid',
      'employments[0].exceptions[0].from',
      ['employments', 0, 'exceptions', 0, 'from'],
      '2026-02-30T09:00Z',
    ],
    [
      'settings.wrong-type',
      'employments[0].exceptions[0].from',
      ['employments', 0, 'exceptions', 0, 'from'],
      1_796_000_000_000,
    ],
    ['hours.date-invalid', 'employments[0].hours[0].validFrom', [...WEEKLY, 'validFrom'], '2026-02-30'],
    ['hours.date-invalid', 'employments[0].hours[1].cycleFrom', [...ROTATING, 'cycleFrom'], 'Monday'],
    ['hours.cycle-empty', 'employments[0].hours[1].cycle', [...ROTATING, 'cycle'], []],
    [
      'hours.overlap',
      'employments[0].hours[1].cycle[2][0]',
      [...ROTATING, 'cycle', 2],
      [{ from: '06:00', to: '08:00' }],
    ],
    ['hours.overlap', 'employments[1].hours[0].week.wed[1]', [...SECOND, 'wed', 1, 'from'], '12:00'],
    ['hours.overlap', 'employments[1].hours[0].week.mon[0]', [...SECOND, 'sun'], [{ from: '22:00', to: '06:00' }]],
    [
      'hours.override-empty',
      'employments[0].exceptions[0].until',
      ['employments', 0, 'exceptions', 0, 'until'],
      '2026-11-24T12:00Z',
    ],
    ['settings.week-or-cycle', 'employments[0].hours[1].seasons[0]', [...SEASON, 0, 'week'], undefined],
    ['settings.week-or-cycle', 'employments[0].hours[1].seasons[1]', [...SEASON, 1, 'cycleFrom'], undefined],
    ['hours.year-day-invalid', 'employments[0].hours[1].seasons[0].from', [...SEASON, 0, 'from'], '31-12'],
    ['hours.seasons-overlap', 'employments[0].hours[1].seasons[1].from', [...SEASON, 1, 'from'], '09-01'],
    [
      'hours.overlap',
      'employments[0].hours[1].seasons[0].week.tue[0]',
      [...SEASON, 0, 'week'],
      weekOf({ mon: [{ from: '22:00', to: '06:00' }], tue: [{ from: '05:00', to: '07:00' }] }),
    ],
    ['hours.cycle-empty', 'employments[0].hours[1].seasons[1].cycle', [...SEASON, 1, 'cycle'], []],
    ['settings.week-or-cycle', 'employments[1].hours[1]', [...BLOCK, 'week'], weekOf({})],
    ['settings.week-or-cycle', 'employments[1].hours[1]', [...BLOCK, 'cycleFrom'], '2027-01-01'],
    ['settings.week-or-cycle', 'employments[1].hours[1]', REST, undefined],
    ['settings.unknown-key', 'employments[0].windows[0].noFixedHours', [...JOB, 'windows', 0, 'noFixedHours'], {}],
    ['settings.length-invalid', 'employments[1].hours[1].noFixedHours.rest', [...REST, 'rest'], '12 h'],
    ['hours.rest-length', 'employments[1].hours[1].noFixedHours.rest', [...REST, 'rest'], '24:00'],
    ['settings.time-invalid', 'employments[1].hours[1].noFixedHours.usualEnd', [...REST, 'usualEnd'], '24:00'],
    ['settings.wrong-value', 'employments[1].hours[1].noFixedHours.daysOff[1]', [...REST, 'daysOff', 1], 'Sunday'],
    ['hours.weekday-twice', 'employments[1].hours[1].noFixedHours.daysOff[1]', [...REST, 'daysOff', 1], 'sat'],
    ['settings.too-many', 'employments[1].hours[1].noFixedHours.daysOff', [...REST, 'daysOff'], Array(8).fill('sat')],
    ['settings.missing', 'employments[1].hours[2].flexible.mon', [...FLEXIBLE, 'mon'], undefined],
    ['settings.missing', 'employments[1].hours[2].flexible.tue.length', [...FLEXIBLE, 'tue', 'length'], undefined],
    ['settings.wrong-type', 'employments[1].hours[2].flexible.wed.core', [...FLEXIBLE, 'wed', 'core'], null],
    ['hours.quota-length', 'employments[1].hours[2].flexible.tue.length', [...FLEXIBLE, 'tue', 'length'], '0:00'],
    [
      'hours.usual-start',
      'employments[1].hours[2].flexible.tue.usualStart',
      [...FLEXIBLE, 'tue', 'usualStart'],
      '6:59',
    ],
    [
      'hours.core-outside-frame',
      'employments[1].hours[2].flexible.wed.core',
      [...FLEXIBLE, 'wed', 'core', 'to'],
      '20:00',
    ],
    [
      'hours.usual-start',
      'employments[0].hours[1].seasons[2].flexible.tue.usualStart',
      [...SEASON, 2, 'flexible', 'tue', 'usualStart'],
      '12:00',
    ],
    ['hours.window-empty', 'employments[0].windows[1].week', [...JOB, 'windows', 1, 'week'], weekOf({})],
    [
      'hours.overlap',
      'employments[0].windows[0].week.sun[1]',
      [...JOB, 'windows', 0, 'week', 'sun'],
      [
        { from: '10:00', to: '12:00' },
        { from: '11:00', to: '13:00' },
      ],
    ],
    ['hours.pay-only-on-call', 'employments[0].windows[1].pay', [...JOB, 'windows', 1, 'pay'], 'paid'],
    ['settings.unknown-key', 'employments[0].windows[1].cycle', [...JOB, 'windows', 1, 'cycle'], [[]]],
    ['settings.instant-invalid', 'employments[0].moves[0].from', [...JOB, 'moves', 0, 'from'], '2026-11-25'],
    ['hours.zone-unknown', 'employments[0].moves[0].zone', [...JOB, 'moves', 0, 'zone'], 'Lisbon'],
    ['settings.wrong-value', 'employments[0].exceptions[5].leave', [...JOB, 'exceptions', 5, 'leave'], 'unpaid'],
    ['settings.missing', 'employments[0].exceptions[2].pay', [...JOB, 'exceptions', 2, 'pay'], undefined],
    ['settings.unknown-key', 'employments[0].exceptions[3].reason', [...JOB, 'exceptions', 3, 'reason'], ''],
    ['settings.wrong-value', 'employments[0].exceptions[3].kind', [...JOB, 'exceptions', 3, 'kind'], 'nap'],
    ['hours.leave-empty', 'employments[0].exceptions[5].until', [...JOB, 'exceptions', 5, 'until'], '2026-12-21'],
    ['hours.name-empty', 'employments[0].exceptions[6].name', [...JOB, 'exceptions', 6, 'name'], ' '],
    ['hours.overlap', 'employments[0].exceptions[8].spans[1]', [...JOB, 'exceptions', 8, 'spans', 1, 'from'], '12:00'],
    ['settings.duplicate-id', 'employments[1].id', ['employments', 1, 'id'], 'hospital'],
    ['settings.pattern-invalid', 'apps[1].patterns[0]', ['apps', 1, 'patterns', 0], 'file:///*'],
    ['settings.pattern-twice', 'apps[1].patterns[0]', ['apps', 1, 'patterns', 0], 'https://app.slack.com/*'],
    ['settings.unknown-employment', 'apps[0].employment', ['apps', 0, 'employment'], 'bakery'],
  ])('%s at %s', (expected, field, path, change) => {
    expect(readSettingsFile(text(path, change))).toMatchObject({ ok: false, problem: { code: expected, field } });
  });
});

test('accounts are written and read back as they are', () => {
  const patterns = ['https://app.slack.com/client/T0001/*', 'http://intranet:8065/night%20shift/*'];
  const settings = { ...FULL, apps: FULL.apps.map((app, n) => (n === 0 ? { ...app, id: 'slack-2', patterns } : app)) };
  const written = writeSettingsFile({ ...settings, apps: settings.apps.slice(0, 1) });
  expect(readSettingsFile(written)).toMatchObject({ ok: true, value: { apps: [{ id: 'slack-2', patterns }] } });
});

describe('hostile keys', () => {
  const withKey = (key: string) =>
    writeSettingsFile(FULL).replace('{\n', `{\n  ${JSON.stringify(key)}: {"digest": true},\n`);

  test.each(['__proto__', 'constructor', 'prototype', 'toString', ''])('%j is refused', (key) => {
    expect(readSettingsFile(withKey(key))).toMatchObject({ problem: { code: 'settings.unknown-key', field: key } });
  });

  test('also deep inside, and nothing is polluted', () => {
    const file = writeSettingsFile(FULL).replaceAll('"from": "09:00"', '"from": "09:00", "__proto__": {"polluted": 1}');
    expect(code(file)).toBe('settings.unknown-key');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('a format inherited from __proto__ is no format', () => {
    expect(code('{"__proto__": {"format": "clocked-off-settings/1"}}')).toBe('settings.file-not-ours');
  });
});

test('services for time stamps are written where there are some', () => {
  const stamped = { ...FULL, timeStamps: ['https://tsa.example.org/', 'http://localhost:3161'] };
  const file = writeSettingsFile(stamped);
  expect(JSON.parse(file).timeStamps).toEqual(stamped.timeStamps);
  expect(readSettingsFile(file)).toEqual({ ok: true, value: stamped });
  expect(writeSettingsFile({ ...FULL, timeStamps: [] })).toBe(writeSettingsFile(FULL));
  const wrong = file.replace('https://tsa', 'http://tsa');
  expect(readSettingsFile(wrong)).toMatchObject({
    problem: { code: 'settings.time-stamp-address', field: 'timeStamps[0]' },
  });
});
