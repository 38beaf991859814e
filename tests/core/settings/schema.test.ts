import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../../utils/core/settings/schema.ts';
import { DEFAULT_SETTINGS } from '../../../utils/core/settings/types.ts';
import { employment, override } from '../hours/sample.ts';
import { changed, FULL, type Path, SLACK } from './sample.ts';

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const HOURS: Path = ['employments', 0, 'hours'];
const RESTS: Path = ['employments', 0, 'rests'];
const REST = { validFrom: '2026-01-01', weeklyCap: 40 };
const SPAN: Path = ['employments', 0, 'hours', 1, 'pattern', 'days', 0, 0];
const version = { validFrom: '2026-01-01', pattern: { kind: 'weekly', days: many(7, () => []) } };

test('sound settings come back as they are', () => {
  expect(parseSettings(FULL)).toEqual({ ok: true, value: FULL });
  expect(parseSettings(DEFAULT_SETTINGS)).toEqual({ ok: true, value: DEFAULT_SETTINGS });
  expect(parseSettings(structuredClone(FULL))).toEqual({ ok: true, value: FULL });
  const stamped = {
    ...FULL,
    timeStamps: ['https://tsa.example.org/tsr?x=1', 'http://127.0.0.1:3161/', 'http://localhost/'],
  };
  expect(parseSettings(stamped)).toEqual({ ok: true, value: stamped });
});

describe('mistakes', () => {
  const table: [code: string, field: string, path: Path, change: unknown, values?: object][] = [
    ['settings.wrong-value', 'language', ['language'], 7],
    ['settings.wrong-value', 'language', ['language'], 'fr'],
    ['settings.missing', 'language', ['language'], undefined],
    ['settings.missing', 'digest', ['digest'], undefined],
    ['settings.missing', 'format', ['format'], undefined],
    ['settings.wrong-value', 'format', ['format'], 'clocked-off-settings/2'],
    ['settings.wrong-type', 'digest', ['digest'], 'yes', { expected: 'boolean' }],
    ['settings.wrong-type', 'employments', ['employments'], {}, { expected: 'array' }],
    ['settings.too-many', 'timeStamps', ['timeStamps'], Array(4).fill('https://tsa.example.org'), { most: 3 }],
    ['settings.time-stamp-address', 'timeStamps[0]', ['timeStamps'], ['http://tsa.example.org/']],
    ['settings.time-stamp-address', 'timeStamps[1]', ['timeStamps'], ['https://a.example', 'https://me:pw@a.example']],
    ['settings.time-stamp-address', 'timeStamps[0]', ['timeStamps'], ['http://localhost.example.org/']],
    ['settings.time-stamp-address', 'timeStamps[0]', ['timeStamps'], ['javascript:alert(1)']],
    ['settings.wrong-type', 'employments[1]', ['employments', 1], null, { expected: 'object' }],
    ['settings.wrong-type', 'employments[0].label', ['employments', 0, 'label'], 7, { expected: 'string' }],
    [
      'settings.wrong-type',
      'employments[0].hours[1].pattern.days[0][0].endMinute',
      [...SPAN, 'endMinute'],
      '13:00',
      { expected: 'number' },
    ],
    ['settings.wrong-value', 'employments[0].hours[1].pattern.kind', [...HOURS, 1, 'pattern', 'kind'], 'monthly'],
    ['settings.missing', 'employments[0].hours[1].pattern.anchor', [...HOURS, 1, 'pattern', 'anchor'], undefined],
    [
      'settings.missing',
      'employments[1].hours[1].pattern.daysOff',
      ['employments', 1, 'hours', 1, 'pattern', 'daysOff'],
      undefined,
    ],
    [
      'settings.wrong-value',
      'employments[1].hours[1].pattern.daysOff[0]',
      ['employments', 1, 'hours', 1, 'pattern', 'daysOff', 0],
      8,
    ],
    [
      'settings.missing',
      'employments[1].hours[2].pattern.days[1].core',
      ['employments', 1, 'hours', 2, 'pattern', 'days', 1, 'core'],
      undefined,
    ],
    [
      'hours.rest-length',
      'employments[1].hours[1].pattern.blockMinutes',
      ['employments', 1, 'hours', 1, 'pattern', 'blockMinutes'],
      0,
    ],
    ['settings.too-many', 'employments[0].rests', RESTS, many(61, () => REST), { most: 60 }],
    ['settings.wrong-value', 'employments[0].rests[0].weekly.kind', [...RESTS, 0, 'weekly', 'kind'], 'month'],
    ['hours.date-invalid', 'employments[0].rests[0].validFrom', [...RESTS, 0, 'validFrom'], '2026-02-30'],
    [
      'hours.daily-rest-hours',
      'employments[0].rests[0].daily.hours',
      [...RESTS, 0, 'daily', 'hours'],
      0,
      { below: 24 },
    ],
    [
      'hours.daily-rest-hours',
      'employments[0].rests[1].daily.hours',
      [...RESTS, 1, 'daily', 'hours'],
      168,
      { below: 168 },
    ],
    [
      'hours.daily-rest-within',
      'employments[0].rests[0].daily.withinHours',
      [...RESTS, 0, 'daily', 'withinHours'],
      169,
    ],
    [
      'hours.weekly-rest-start',
      'employments[0].rests[2].weekly.startMinute',
      [...RESTS, 2, 'weekly', 'startMinute'],
      10_080,
    ],
    [
      'hours.weekly-rest-start',
      'employments[0].rests[2].weekly.startMinute',
      [...RESTS, 2, 'weekly', 'startMinute'],
      0.5,
    ],
    ['hours.weekly-rest-end', 'employments[0].rests[2].weekly.endMinute', [...RESTS, 2, 'weekly', 'endMinute'], 7_980],
    ['hours.weekly-rest-end', 'employments[0].rests[2].weekly.endMinute', [...RESTS, 2, 'weekly', 'endMinute'], 18_061],
    ['hours.weekly-cap', 'employments[0].rests[2].weeklyCap', [...RESTS, 2, 'weeklyCap'], 168.5, { most: 168 }],
    ['hours.versions-out-of-order', 'employments[0].rests[2].validFrom', [...RESTS, 2, 'validFrom'], '2025-07-01'],
    ['settings.unknown-key', 'colour', ['colour'], 'blue'],
    ['settings.unknown-key', 'employments[0].hours[1].pattern.days[0][0].note', [...SPAN, 'note'], ''],
    ['settings.unknown-key', `apps[0].${'k'.repeat(60)}`, ['apps', 0, 'k'.repeat(5_000)], 1],
    ['settings.unknown-key', 'record.sound', ['record', 'sound'], true],
    ['settings.too-long', 'employments[0].label', ['employments', 0, 'label'], 'x'.repeat(121), { most: 120 }],
    ['settings.too-long', 'apps[0].name', ['apps', 0, 'name'], 'x'.repeat(121), { most: 120 }],
    [
      'settings.too-long',
      'employments[0].hours[0].validFrom',
      [...HOURS, 0, 'validFrom'],
      '+002026-01-01',
      { most: 10 },
    ],
    [
      'settings.too-many',
      'employments',
      ['employments'],
      many(21, (index) => employment({ id: `job-${index}` })),
      { most: 20 },
    ],
    ['settings.too-many', 'employments[0].hours', HOURS, many(61, () => version), { most: 60 }],
    [
      'settings.too-many',
      'employments[0].exceptions',
      ['employments', 0, 'exceptions'],
      many(4_001, () => override('off-now', '2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z')),
      { most: 4_000 },
    ],
    ['settings.too-many', 'apps', ['apps'], many(201, (index) => ({ ...SLACK, id: `app-${index}` })), { most: 200 }],
    [
      'settings.too-many',
      'apps[0].patterns',
      ['apps', 0, 'patterns'],
      many(51, () => 'https://a.example/*'),
      { most: 50 },
    ],
    ['settings.too-few', 'apps[0].patterns', ['apps', 0, 'patterns'], [], { least: 1 }],
    ['settings.wrong-value', 'apps[0].name', ['apps', 0, 'name'], ' '],
    ['settings.wrong-value', 'apps[0].id', ['apps', 0, 'id'], 'Slack!'],
    ['settings.wrong-value', 'apps[0].id', ['apps', 0, 'id'], ''],
    ['settings.wrong-value', 'apps[0].id', ['apps', 0, 'id'], 'x'.repeat(65)],
    ['settings.wrong-value', 'apps[0].treatment', ['apps', 0, 'treatment'], 'delete'],
    ['settings.duplicate-id', 'employments[1].id', ['employments', 1, 'id'], 'hospital', { id: 'hospital' }],
    ['settings.duplicate-id', 'apps[1].id', ['apps', 1, 'id'], 'slack', { id: 'slack' }],
    ['settings.unknown-employment', 'apps[1].employment', ['apps', 1, 'employment'], 'bakery', { id: 'bakery' }],
    [
      'settings.pattern-invalid',
      'apps[1].patterns[1]',
      ['apps', 1, 'patterns', 1],
      'ftp://a.example/*',
      { pattern: 'ftp://a.example/*' },
    ],
    ['settings.pattern-invalid', 'apps[1].patterns[0]', ['apps', 1, 'patterns', 0], '<all_urls>'],
    ['settings.pattern-invalid', 'apps[1].patterns[0]', ['apps', 1, 'patterns', 0], '*://*/*'],
    ['settings.pattern-invalid', 'apps[1].patterns[0]', ['apps', 1, 'patterns', 0], 'https://*/*'],
    ['settings.pattern-invalid', 'apps[1].patterns[0]', ['apps', 1, 'patterns', 0], 'https://a.example'],
    ['settings.pattern-invalid', 'apps[1].patterns[0]', ['apps', 1, 'patterns', 0], 'https://a.example/../mail/*'],
    ['settings.pattern-invalid', 'apps[1].patterns[0]', ['apps', 1, 'patterns', 0], 'https://a.example/mail'],
    ['settings.pattern-invalid', 'apps[1].patterns[0]', ['apps', 1, 'patterns', 0], 'javascript:alert(1)'],
    ['hours.zone-unknown', 'employments[0].zone', ['employments', 0, 'zone'], 'Mars/Olympus'],
    ['hours.empty-span', 'employments[0].hours[1].pattern.days[0][0]', [...SPAN, 'endMinute'], 420],
  ];

  test.each(table)('%s at %s', (code, field, path, change, values) => {
    const result = parseSettings(changed(FULL, path, change));
    expect(result).toMatchObject({ ok: false, problem: { code, field, ...(values && { values }) } });
  });

  test('one pattern cannot be in two apps', () => {
    const patterns = ['https://x.example/*', 'https://app.slack.com/*'];
    expect(parseSettings(changed(FULL, ['apps', 1, 'patterns'], patterns))).toEqual({
      ok: false,
      problem: {
        code: 'settings.pattern-twice',
        field: 'apps[1].patterns[1]',
        values: { pattern: 'https://app.slack.com/*' },
      },
    });
  });

  test('an account beside its whole site, and one app that says a pattern twice, are no mistake', () => {
    const patterns = ['https://app.slack.com/client/T1/*', 'https://app.slack.com/client/T1/*'];
    expect(parseSettings(changed(FULL, ['apps', 1, 'patterns'], patterns))).toMatchObject({ ok: true });
  });

  test.each([undefined, null, 7, 'settings', [], [FULL], () => FULL])('%j is no settings', (value) => {
    expect(parseSettings(value).ok).toBe(false);
  });

  test('more than a file holds is refused, within every single limit', () => {
    const exceptions = many(4_000, () => ({
      ...override('off-now', '2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z'),
      reason: 'x'.repeat(200),
    }));
    const result = parseSettings(changed(FULL, ['employments', 0, 'exceptions'], exceptions));
    expect(result).toMatchObject({ ok: false, problem: { code: 'settings.too-big' } });
  });
});
