import { describe, expect, test } from 'vitest';
import { readStore, settingsFromStore } from '../../../utils/core/settings/file.ts';
import { parseSettings } from '../../../utils/core/settings/schema.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/core/settings/types.ts';
import { below, pick, seeded } from '../hours/random.ts';
import { changed, FULL, HOSPITAL, INTRANET, type Path, SCHOOL, SLACK } from './sample.ts';

const { windows: _windows, ...WITHOUT_WINDOWS } = HOSPITAL;
const { moves: _moves, ...WITHOUT_MOVES } = HOSPITAL;
const { rests: _rests, ...WITHOUT_RESTS } = HOSPITAL;

test('what was stored comes back', () => {
  expect(readStore(structuredClone(FULL))).toEqual({ settings: FULL, problems: [] });
});

test.each([undefined, null])('an empty store (%j) gives the defaults, and nothing is lost', (value) => {
  expect(readStore(value)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
});

test.each([7, 'x', [], true, {}, () => 0, new Map()])('rubbish (%j) gives the defaults', (value) => {
  const { settings, problems } = readStore(value);
  expect(settings).toEqual(DEFAULT_SETTINGS);
  expect(problems.length).toBeGreaterThan(0);
});

describe('damage stays where it is', () => {
  const table: [why: string, path: Path, change: unknown, field: string, expected: Partial<Settings>][] = [
    ['a choice', ['language'], 'xx', 'language', { language: 'auto' }],
    ['addresses of services', ['timeStamps'], ['ftp://a'], 'timeStamps[0]', { timeStamps: [] }],
    ['a missing choice', ['digest'], undefined, 'digest', { digest: true }],
    [
      'the record level falls back to the most private default',
      ['record', 'title'],
      'yes',
      'record.title',
      { record: DEFAULT_SETTINGS.record },
    ],
    [
      'one exception',
      ['employments', 0, 'exceptions', 0, 'until'],
      0,
      'employments[0].exceptions[0].until',
      { employments: [{ ...HOSPITAL, exceptions: HOSPITAL.exceptions.slice(1) }, SCHOOL] },
    ],
    [
      'one exception of a kind that is not known here',
      ['employments', 0, 'exceptions', 0, 'kind'],
      'strike',
      'employments[0].exceptions[0].kind',
      { employments: [{ ...HOSPITAL, exceptions: HOSPITAL.exceptions.slice(1) }, SCHOOL] },
    ],
    [
      'one window',
      ['employments', 0, 'windows', 0, 'pattern', 'days', 1, 0, 'endMinute'],
      960,
      'employments[0].windows[0].pattern.days[1][0]',
      { employments: [{ ...HOSPITAL, windows: HOSPITAL.windows?.slice(1) ?? [] }, SCHOOL] },
    ],
    [
      'all windows',
      ['employments', 0, 'windows'],
      null,
      'employments[0].windows',
      { employments: [WITHOUT_WINDOWS, SCHOOL] },
    ],
    [
      'one version of the rest rules',
      ['employments', 0, 'rests', 1, 'daily', 'hours'],
      -1,
      'employments[0].rests[1].daily.hours',
      { employments: [{ ...HOSPITAL, rests: HOSPITAL.rests?.toSpliced(1, 1) ?? [] }, SCHOOL] },
    ],
    [
      'all rest rules',
      ['employments', 0, 'rests'],
      7,
      'employments[0].rests',
      { employments: [WITHOUT_RESTS, SCHOOL] },
    ],
    [
      'a move',
      ['employments', 0, 'moves', 0, 'zone'],
      'Mars/Olympus',
      'employments[0].moves[0].zone',
      { employments: [WITHOUT_MOVES, SCHOOL] },
    ],
    [
      'a version, with its seasons',
      ['employments', 0, 'hours', 1, 'seasons', 0, 'from'],
      '6-15',
      'employments[0].hours[1].seasons[0].from',
      { employments: [{ ...HOSPITAL, hours: HOSPITAL.hours.slice(0, 1) }, SCHOOL] },
    ],
    [
      'all exceptions',
      ['employments', 0, 'exceptions'],
      'none',
      'employments[0].exceptions',
      { employments: [{ ...HOSPITAL, exceptions: [] }, SCHOOL] },
    ],
    [
      'one version of the hours',
      ['employments', 0, 'hours', 0, 'pattern', 'days', 0],
      [{ startMinute: 60, endMinute: 60 }],
      'employments[0].hours[0].pattern.days[0][0]',
      { employments: [{ ...HOSPITAL, hours: HOSPITAL.hours.slice(1) }, SCHOOL] },
    ],
    [
      'an employment, and the apps that hang on it',
      ['employments', 0, 'zone'],
      'Mars/Olympus',
      'employments[0].zone',
      { employments: [SCHOOL], apps: [INTRANET] },
    ],
    ['an app', ['apps', 1, 'patterns', 0], 'about:blank', 'apps[1].patterns[0]', { apps: [SLACK] }],
    ['the apps', ['apps'], null, 'apps', { apps: [] }],
  ];

  test.each(table)('%s', (_, path, change, field, expected) => {
    const { settings, problems } = readStore(changed(FULL, path, change));
    expect(settings).toEqual({ ...FULL, ...expected });
    expect(problems[0]).toMatchObject({ field });
  });

  test('a pattern that two apps claim loses neither of them', () => {
    const stored = changed(FULL, ['apps', 1, 'patterns'], SLACK.patterns);
    expect(settingsFromStore(stored)).toEqual({ ...FULL, apps: [SLACK, { ...INTRANET, patterns: SLACK.patterns }] });
  });

  test('of two with the same id the first is kept', () => {
    const stored = changed(FULL, ['apps', 1, 'id'], 'slack');
    expect(settingsFromStore(stored)).toEqual({ ...FULL, apps: [SLACK] });
  });
});

describe('a store of another version', () => {
  test('keys that are unknown here are passed over, and nothing is lost', () => {
    let stored = changed(FULL, ['format'], 'clocked-off-settings/9');
    stored = changed(stored, ['theme'], 'dusk');
    stored = changed(stored, ['employments', 0, 'restRules'], [1]);
    stored = changed(stored, ['employments', 0, 'hours', 1, 'source'], 'union');
    stored = changed(stored, ['employments', 0, 'hours', 0, 'pattern', 'days', 0, 0, 'break'], 30);
    stored = changed(stored, ['employments', 0, 'hours', 1, 'seasons', 0, 'name'], 'summer');
    stored = changed(stored, ['employments', 0, 'windows', 2, 'channel'], 'phone');
    stored = changed(stored, ['employments', 0, 'rests', 0, 'source'], 'law');
    stored = changed(stored, ['employments', 0, 'rests', 0, 'daily', 'article'], 3);
    stored = changed(stored, ['employments', 0, 'moves', 0, 'asked'], true);
    stored = changed(stored, ['employments', 0, 'exceptions', 2, 'channel'], 'phone');
    stored = changed(stored, ['employments', 0, 'exceptions', 8, 'spans', 0, 'note'], 'swap');
    stored = changed(stored, ['apps', 0, 'icon'], 'x.png');
    stored = changed(stored, ['record', 'image'], true);
    expect(readStore(stored)).toEqual({ settings: FULL, problems: [] });
  });
});

test('whatever is broken, the result is sound', { timeout: 60_000 }, () => {
  const random = seeded(11);
  const rubbish = [null, 7, -1, '', 'x', [], {}, true, [[]], { id: 'a' }, 'x'.repeat(500), Number.NaN, undefined];
  const leaves: Path[] = [];
  const collect = (value: unknown, path: Path): void => {
    leaves.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) collect(item, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  collect(FULL, []);
  for (let run = 0; run < 400; run += 1) {
    let stored: unknown = FULL;
    for (let hit = 1 + below(random, 3); hit > 0; hit -= 1)
      stored = changed(stored, pick(random, leaves), pick(random, rubbish));
    const settings = settingsFromStore(stored);
    expect(parseSettings(settings)).toEqual({ ok: true, value: settings });
  }
});

test('addresses of services are kept where something else is damaged', () => {
  const timeStamps = ['https://tsa.example.org/'];
  expect(readStore({ ...FULL, timeStamps, language: 'xx' }).settings).toEqual({
    ...FULL,
    timeStamps,
    language: 'auto',
  });
});
