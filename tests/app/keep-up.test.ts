import { expect, test } from 'vitest';
import { handOver } from '../../utils/app/hand-over.ts';
import { createHeldItems } from '../../utils/app/held-items.ts';
import { gateOf, nextBoundary } from '../../utils/app/keep-gate.ts';
import { createKeepUp, type KeepUpPorts } from '../../utils/app/keep-up.ts';
import { settleMutes } from '../../utils/app/mute-tabs.ts';
import type { Text } from '../../utils/core/text/text.ts';
import {
  CHAT,
  clockAt,
  EVENING,
  heldIn,
  heldItem,
  idOf,
  JOB,
  MORNING,
  ON_CALL,
  SETTINGS,
  settingsIn,
  tabsOf,
  workTab,
} from './fakes.ts';

const NINE = Date.parse('2026-11-25T09:00:00-05:00');
const SIX = Date.parse('2026-11-25T18:00:00-05:00');

test('the gate lets pages show natively only while every job with a chosen app works', () => {
  expect(gateOf(SETTINGS, EVENING)).toMatchObject({ working: false, until: 0 });
  expect(gateOf(SETTINGS, MORNING)).toMatchObject({ working: true, until: SIX });
  const nights = { ...JOB, id: 'nights', zone: 'Asia/Tokyo' };
  const two = {
    ...SETTINGS,
    employments: [JOB, nights],
    apps: [CHAT, { ...CHAT, id: 'site-b', employment: 'nights' }],
  };
  expect(gateOf(two, MORNING)).toMatchObject({ working: false });
  const unused = { ...SETTINGS, employments: [JOB, nights] };
  expect(gateOf(unused, MORNING)).toMatchObject({ working: true });
  expect(gateOf({ ...SETTINGS, apps: [] }, MORNING)).toMatchObject({ working: false });
});

test('the gate is closed while on call: the background decides', () => {
  expect(gateOf(ON_CALL, EVENING)).toMatchObject({ working: false, until: 0 });
  expect(gateOf(ON_CALL, MORNING)).toMatchObject({ working: true, until: SIX });
});

test('the gate carries the worker messages of chosen apps only', () => {
  expect(gateOf(SETTINGS, EVENING).workerMessages).toEqual([]);
  const telegram = { ...SETTINGS, apps: [{ ...CHAT, id: 'telegram' }] };
  expect(gateOf(telegram, EVENING).workerMessages).toMatchObject([{ typeValue: 'showMessageNotification' }]);
  const twice = { ...telegram, apps: telegram.apps.flatMap((app) => [app, { ...app, id: `${app.id}-2` }]) };
  expect(gateOf({ ...twice, apps: twice.apps.slice(1) }, EVENING)).toEqual(gateOf(telegram, EVENING));
});

test('the next boundary is the first change of any job', () => {
  expect(nextBoundary(SETTINGS, EVENING)).toBe(NINE);
  expect(nextBoundary(ON_CALL, EVENING)).toBe(Date.parse('2026-11-25T00:00:00-05:00'));
  expect(nextBoundary({ ...SETTINGS, employments: [] }, EVENING)).toBeNull();
});

function handOverAt(at: number, items = [heldItem(1), heldItem(2)], settings = SETTINGS) {
  const raised: [string, string][] = [];
  const held = heldIn(items);
  const text = ((key: string, values: Record<string, unknown>) =>
    `${key} ${JSON.stringify(values)}`) as unknown as Text;
  const run = () =>
    handOver({
      clock: clockAt(at),
      settings: settingsIn(settings),
      held,
      notifier: {
        allowed: async () => true,
        digest: async (title, body) => {
          raised.push([title, body]);
        },
      },
      text: async () => text,
    });
  return { run, raised, held };
}

test('at the start of hours one digest names what was held, and the items stay', async () => {
  const { run, raised, held } = handOverAt(NINE);
  await run();
  await run();
  expect(raised).toEqual([['digest.title {"count":2}', 'digest.app {"app":"Chat","count":2}']]);
  expect((await held.all()).map(({ handedOverAt }) => handedOverAt)).toEqual([NINE, NINE]);
});

test('a start that settles several times at once brings one digest', async () => {
  const { run, raised } = handOverAt(NINE);
  await Promise.all([run(), run(), run()]);
  expect(raised).toHaveLength(1);
});

test('no digest while off or on call, none without items, none when the person does not want it', async () => {
  const off = handOverAt(EVENING);
  await off.run();
  const none = handOverAt(NINE, []);
  await none.run();
  const onCall = handOverAt(EVENING, [heldItem(1)], ON_CALL);
  await onCall.run();
  const unwanted = handOverAt(NINE, [heldItem(1)], { ...SETTINGS, digest: false });
  await unwanted.run();
  expect([off.raised, none.raised, onCall.raised, unwanted.raised]).toEqual([[], [], [], []]);
  expect((await onCall.held.all())[0]?.handedOverAt).toBeNull();
  expect((await unwanted.held.all())[0]?.handedOverAt).toBe(NINE);
});

const muting = { ...SETTINGS, muteAfterHours: true };
async function muted(at: number, tab: Parameters<typeof workTab>[1], calls: number[] = [], settings = muting) {
  const tabs = tabsOf([workTab(1, tab)], calls);
  await settleMutes({ clock: clockAt(at), settings: settingsIn(settings), tabs });
  return tabs.done;
}

test.each([
  ['a work tab after hours', EVENING, {}, ['mute 1']],
  ['a tab muted already', EVENING, { muted: true, mutedByUs: true }, []],
  ['a tab that the person muted', MORNING, { muted: true }, []],
  ['our own mute at the start of hours', MORNING, { muted: true, mutedByUs: true }, ['unmute 1']],
  [
    'a tab that left for another site',
    EVENING,
    { url: 'https://news.example.org/', muted: true, mutedByUs: true },
    ['unmute 1'],
  ],
  ['another site', EVENING, { url: 'https://news.example.org/' }, []],
  ['a tab that the person unmuted', EVENING, { unmutedByPerson: true }, []],
])('mute: %s', async (_name, at, tab, done) => {
  expect(await muted(at, tab)).toEqual(done);
});

test('mute: never a tab in a call, not even one that we muted before the call', async () => {
  expect(await muted(EVENING, {}, [1])).toEqual([]);
  expect(await muted(EVENING, { muted: true, mutedByUs: true }, [1])).toEqual(['unmute 1']);
});

test('mute: not a private account in the site of a work account', async () => {
  const apps = [{ ...CHAT, patterns: ['https://chat.example.org/work/*'] }];
  expect(await muted(EVENING, { url: 'https://chat.example.org/work/room' }, [], { ...muting, apps })).toEqual([
    'mute 1',
  ]);
  expect(await muted(EVENING, { url: 'https://chat.example.org/home/room' }, [], { ...muting, apps })).toEqual([]);
});

test('mute: no tab while on call, and none stays muted', async () => {
  const onCall = { ...ON_CALL, muteAfterHours: true };
  expect(await muted(EVENING, {}, [], onCall)).toEqual([]);
  expect(await muted(EVENING, { muted: true, mutedByUs: true }, [], onCall)).toEqual(['unmute 1']);
});

test('mute: switching the option off lifts our mutes', async () => {
  expect(await muted(EVENING, { muted: true, mutedByUs: true }, [], SETTINGS)).toEqual(['unmute 1']);
});

test('opening a held item clicks it in its page where that still lives, else opens the site; then it is dismissed', async () => {
  for (const [tabs, done] of [
    [tabsOf([workTab(1)]), ['focus 1', `click 1/0 ${idOf(1)}`]],
    [tabsOf([workTab(1, { url: 'https://news.example.org/' })]), ['create https://chat.example.org/']],
    [tabsOf([]), ['create https://chat.example.org/']],
  ] as const) {
    const held = heldIn([heldItem(1), heldItem(2)]);
    await createHeldItems({ held, settings: settingsIn(SETTINGS), tabs, changed: () => undefined }).open(idOf(1));
    expect(tabs.done).toEqual(done);
    expect((await held.all()).map(({ id }) => id)).toEqual([idOf(2)]);
  }
});

test.each([
  ['the account', ['https://chat.example.org/client/T1/*'], 'client/T1/'],
  ['the site', ['https://*.example.org/*'], ''],
  ['the site, where its app is gone', ['https://chat.example.org/client/T1/*'], '', 'another'],
] as const)('a held item opens %s that it came from', async (_what, patterns, path, id: string = CHAT.id) => {
  const held = heldIn([heldItem(1)]);
  const tabs = tabsOf([]);
  const settings = settingsIn({ ...SETTINGS, apps: [{ ...CHAT, id, patterns }] });
  await createHeldItems({ held, settings, tabs, changed: () => undefined }).open(idOf(1));
  expect(tabs.done).toEqual([`create https://chat.example.org/${path}`]);
});

test.each([
  ['https://chat.example.org/client/T1/*', 'create https://chat.example.org/client/T1/'],
  ['*://*.example.org/*', 'create https://example.org/'],
  ['http://localhost:8065/*', 'create http://localhost:8065/'],
])('a sealed item opens its app’s home, %s', async (pattern, opened) => {
  const item = heldItem(1, { origin: '', title: '', sealed: true });
  const settings = settingsIn({ ...SETTINGS, apps: [{ ...CHAT, patterns: [pattern, 'https://other.example/*'] }] });
  const tabs = tabsOf([workTab(1)]);
  const held = heldIn([item]);
  await createHeldItems({ held, settings, tabs, changed: () => undefined }).open(idOf(1));
  expect(tabs.done).toEqual([opened]);
  expect(await held.count()).toBe(0);
  const there = tabsOf([workTab(1)]);
  await createHeldItems({ held: heldIn([item]), settings, tabs: there, changed: () => undefined }).open(
    idOf(1),
    'https://chat.example.org',
  );
  expect(there.done).toEqual(['focus 1', `click 1/0 ${idOf(1)}`]);
  const gone = tabsOf([]);
  const without = settingsIn({ ...SETTINGS, apps: [] });
  await createHeldItems({ held: heldIn([item]), settings: without, tabs: gone, changed: () => undefined }).open(
    idOf(1),
  );
  expect(gone.done).toEqual([]);
});

test.each([
  [EVENING, SETTINGS, 'off'],
  [MORNING, SETTINGS, 'working'],
  [EVENING, ON_CALL, 'on-call'],
] as const)('the badge says the state in word, sentence and colour: %d', async (at, settings, state) => {
  const shown: unknown[] = [];
  const ports = {
    clock: clockAt(at),
    settings: settingsIn(settings),
    badge: { show: async (look: unknown) => void shown.push(look) },
    text: async () => ((key: string) => key) as unknown as Text,
    changed: () => undefined,
    logBroken: () => false,
  };
  await createKeepUp(ports as unknown as KeepUpPorts).refreshBadge();
  expect(shown).toEqual([{ text: `badge.${state}`, title: `badge.title-${state}`, tone: state }]);
});
