import { beforeEach, expect, test } from 'vitest';
import { keepWatched } from '../../utils/app/keep-watched.ts';
import type { LoggedWatch } from '../../utils/app/ports.ts';
import type { ChosenApp } from '../../utils/core/apps/types.ts';
import { CHAT, clockAt, EVENING, memoryLog, SETTINGS, settingsIn } from './fakes.ts';

const DAY = 86_400_000;
const MAIL: ChosenApp = {
  ...CHAT,
  id: 'mail',
  patterns: ['https://mail.example.org/*', 'https://mail.example.com/*'],
};

let log: ReturnType<typeof memoryLog>;
let clock: ReturnType<typeof clockAt>;
let settings: ReturnType<typeof settingsIn>;
let granted: Set<string>;
let stored: LoggedWatch;
beforeEach(() => {
  log = memoryLog();
  clock = clockAt(EVENING);
  settings = settingsIn(SETTINGS);
  granted = new Set(CHAT.patterns);
  stored = {};
});

const keep = (): Promise<boolean> =>
  keepWatched({
    clock,
    settings,
    sites: { granted: async (patterns) => patterns.filter((pattern) => granted.has(pattern)) },
    log,
    logged: {
      read: async () => stored,
      write: async (logged) => {
        stored = logged;
      },
    },
  });
const choose = (...apps: readonly ChosenApp[]): Promise<void> => settings.write({ ...SETTINGS, apps });

/** What the log was told since the last call: `site-chat watched`. */
let read = 0;
beforeEach(() => {
  read = 0;
});
function told(): string[] {
  const fresh = log.items.slice(read);
  read = log.items.length;
  return fresh.map(({ draft }) => (draft.kind === 'watch' ? `${draft.app} ${draft.what}` : draft.kind));
}

test('each chosen app is told once, and again when that changes', async () => {
  await choose(CHAT, MAIL);
  expect(await keep()).toBe(true);
  expect(told()).toEqual(['site-chat watched', 'mail no-permission']);
  expect(await keep()).toBe(false);
  expect(told()).toEqual([]);

  granted = new Set(MAIL.patterns);
  expect(await keep()).toBe(true);
  expect(told()).toEqual(['site-chat no-permission', 'mail watched']);
});

test('an app of several sites is watched where all of them may be', async () => {
  await choose(MAIL);
  granted = new Set(MAIL.patterns.slice(0, 1));
  await keep();
  expect(told()).toEqual(['mail no-permission']);
});

test('an app that is removed is told once; chosen again, it is told again', async () => {
  await keep();
  await choose();
  await keep();
  await keep();
  clock.set(EVENING + 30 * DAY);
  await keep();
  expect(told()).toEqual(['site-chat watched', 'site-chat not-chosen']);
  expect(stored).toEqual({});
  await choose(CHAT);
  await keep();
  expect(told()).toEqual(['site-chat watched']);
});

test('nothing is told of a profile without apps', async () => {
  await choose();
  expect(await keep()).toBe(false);
  expect(told()).toEqual([]);
});

test('what does not change is said again once a week, so that a part of the log says it too', async () => {
  await keep();
  for (let day = 1; day <= 20; day += 1) {
    clock.set(EVENING + day * DAY);
    await keep();
  }
  expect(told()).toEqual(['site-chat watched', 'site-chat watched', 'site-chat watched']);
});

test('a clock that was wrong by years does not keep it from being said', async () => {
  clock.set(EVENING + 9_000 * DAY);
  await keep();
  clock.set(EVENING);
  await keep();
  expect(told()).toHaveLength(2);
});

test('what could not be logged is told with the next call', async () => {
  log.fail = new Error('no space');
  await expect(keep()).rejects.toThrow('no space');
  log.fail = null;
  await keep();
  expect(told()).toEqual(['site-chat watched']);
});
