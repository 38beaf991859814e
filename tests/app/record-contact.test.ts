import { expect, test } from 'vitest';
import { createRecordContact } from '../../utils/app/record-contact.ts';
import { FLOOD_BURST } from '../../utils/core/contact/flood.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { clockAt, EVENING, idOf, MORNING, memoryLog, ON_CALL, offer, SETTINGS, SOURCE, settingsIn } from './fakes.ts';

function setUp(settings: Settings = SETTINGS, at = EVENING) {
  const log = memoryLog();
  const counted: [string, number][] = [];
  const clock = clockAt(at);
  const granted = new Set(['https://chat.example.org/*']);
  const record = createRecordContact({
    clock,
    settings: settingsIn(settings),
    sites: { granted: async (patterns) => patterns.filter((pattern) => granted.has(pattern)) },
    log,
    pseudonyms: { aliasOf: async (_app, sender) => `alias of ${sender}` },
    isSelfTest: (_source, contact) => contact.title === 'self-test',
    countInHours: async (app, count) => {
      counted.push([app, count]);
    },
    changed: () => undefined,
  });
  return { record, log, counted, clock, granted };
}

const drafts = (log: ReturnType<typeof memoryLog>) => log.items.map(({ draft }) => draft);

test.each(['hold', 'flag', 'show'] as const)(
  'after hours, the treatment %s is answered and recorded',
  async (treatment) => {
    const { record, log } = setUp({ ...SETTINGS, treatment });
    expect(await record([offer(1)], SOURCE)).toEqual({ [idOf(1)]: treatment });
    expect(drafts(log)).toMatchObject([
      {
        kind: 'contact',
        id: idOf(1),
        app: 'site-chat',
        origin: 'https://chat.example.org',
        route: 'page',
        certainty: 'observed',
        treatment,
        employment: 'job',
        verdict: { kind: 'off', reason: 'outside-hours' },
      },
    ]);
    expect(log.items[0]?.held !== undefined).toBe(treatment === 'hold');
  },
);

test('an app’s own treatment goes before the general one', async () => {
  const apps = SETTINGS.apps.map((app) => ({ ...app, treatment: 'flag' as const }));
  const { record } = setUp({ ...SETTINGS, apps, treatment: 'hold' });
  expect(await record([offer(1)], SOURCE)).toEqual({ [idOf(1)]: 'flag' });
});

test('during hours everything is native, unlogged, and only counted', async () => {
  const { record, log, counted } = setUp(SETTINGS, MORNING);
  expect(await record([offer(1), offer(2)], SOURCE)).toEqual({ [idOf(1)]: 'native', [idOf(2)]: 'native' });
  expect(log.items).toEqual([]);
  expect(counted).toEqual([['site-chat', 2]]);
});

test('on call everything is shown, and recorded with its verdict', async () => {
  const { record, log, counted } = setUp({ ...ON_CALL, treatment: 'hold' });
  expect(await record([offer(1)], SOURCE)).toEqual({ [idOf(1)]: 'show' });
  expect(drafts(log)).toMatchObject([
    { kind: 'contact', treatment: 'show', verdict: { kind: 'on-call', rule: 'on-call@2026-01-01' } },
  ]);
  expect(log.items[0]?.held).toBeUndefined();
  expect(counted).toEqual([]);
});

test('on call, one message seen by two routes is shown twice by the app’s own ways and recorded once', async () => {
  const { record, log } = setUp(ON_CALL);
  await record([offer(1, { title: 'Ana' })], SOURCE);
  const again = offer(2, { title: 'Ana', route: 'page-registration' });
  expect(await record([again], SOURCE)).toEqual({ [idOf(2)]: 'show' });
  expect(log.items).toHaveLength(1);
});

test('the person’s own test message shows how it would be after hours, also on call', async () => {
  const { record } = setUp({ ...ON_CALL, treatment: 'hold' });
  expect(await record([offer(1, { title: 'self-test' })], SOURCE)).toEqual({ [idOf(1)]: 'hold' });
});

test('a site that was not chosen is left alone, whatever its page claims', async () => {
  const { record, log, counted } = setUp();
  const elsewhere = { ...SOURCE, origin: 'https://evil.example.org' };
  expect(await record([offer(1)], elsewhere)).toEqual({ [idOf(1)]: 'native' });
  expect([log.items, counted]).toEqual([[], []]);
});

test.each([
  ['after', EVENING],
  ['during', MORNING],
])('a page that outlives the withdrawal of its permission is left alone %s hours', async (_when, at) => {
  const { record, log, counted, granted } = setUp(SETTINGS, at);
  granted.clear();
  expect(await record([offer(1)], SOURCE)).toEqual({ [idOf(1)]: 'native' });
  expect([log.items, counted]).toEqual([[], []]);
});

test('by default no title, text or name enters the log, and the held item has them for the person', async () => {
  const { record, log } = setUp();
  await record([offer(1)], SOURCE);
  expect(log.items[0]?.draft).toMatchObject({ content: null });
  expect(log.items[0]?.held).toMatchObject([{ title: 'Message 1', text: 'Can you look at this tonight?' }]);
});

test('title and text are recorded once the person switched them on', async () => {
  const { record, log } = setUp({ ...SETTINGS, record: { sender: 'none', title: true, text: true } });
  await record([offer(1, { cut: true })], SOURCE);
  expect(log.items[0]?.draft).toMatchObject({
    content: { title: 'Message 1', text: 'Can you look at this tonight?', cut: true },
  });
});

test('an alias or a name is recorded where the catalogue knows how to read the sender', async () => {
  const apps = SETTINGS.apps.map((app) => ({ ...app, id: 'zulip' }));
  const direct = offer(1, { title: 'Ana (to you)' });
  const alias = setUp({ ...SETTINGS, apps });
  await alias.record([direct], SOURCE);
  expect(alias.log.items[0]?.draft).toMatchObject({ content: { alias: 'alias of Ana' } });
  const named = setUp({ ...SETTINGS, apps, record: { sender: 'name', title: false, text: false } });
  await named.record([direct], SOURCE);
  expect(named.log.items[0]?.draft).toMatchObject({ content: { sender: 'Ana' } });
});

test('one message seen by two routes within seconds is recorded once and treated alike', async () => {
  const { record, log, clock } = setUp();
  const first = offer(1, { title: 'Ana' });
  const again = offer(2, { title: 'Ana', route: 'page-registration' });
  await record([first], SOURCE);
  clock.set(EVENING + 2_000);
  expect(await record([again], SOURCE)).toEqual({ [idOf(2)]: 'hold' });
  expect(log.items).toHaveLength(1);
  clock.set(EVENING + 60_000);
  await record([{ ...again, id: idOf(3) }], SOURCE);
  expect(log.items).toHaveLength(2);
});

test('a repeat of the same id gets the answer that was recorded, and no second entry', async () => {
  const { record, log, clock } = setUp({ ...SETTINGS, treatment: 'hold' });
  await record([offer(1)], SOURCE);
  clock.set(EVENING + 30_000);
  expect(await record([offer(1)], SOURCE)).toEqual({ [idOf(1)]: 'hold' });
  expect(log.items).toHaveLength(1);
});

test('a contact that was never answered in time is recorded as shown', async () => {
  const { record, log } = setUp();
  await record([offer(1, { failedOpen: true })], SOURCE);
  expect(log.items[0]).toMatchObject({ draft: { treatment: 'show', failedOpen: true } });
  expect(log.items[0]?.held).toBeUndefined();
});

test('a held contact that the page showed after all gets a note, once, and is no longer held', async () => {
  const { record, log } = setUp();
  await record([offer(1)], SOURCE);
  await record([offer(1, { failedOpen: true })], SOURCE);
  await record([offer(1, { failedOpen: true })], SOURCE);
  expect(drafts(log)).toMatchObject([{ kind: 'contact' }, { kind: 'note', what: 'shown-by-timeout', ref: 1 }]);
  expect(log.items[1]?.unhold).toBe(idOf(1));
});

test('the person’s own test message is noted and never logged as a contact, at any hour', async () => {
  for (const at of [EVENING, MORNING]) {
    const { record, log } = setUp(SETTINGS, at);
    expect(await record([offer(1, { title: 'self-test' })], SOURCE)).toEqual({ [idOf(1)]: 'hold' });
    expect(drafts(log)).toEqual([{ kind: 'note', what: 'self-test' }]);
  }
});

test('when the log cannot be written there is no answer, so that the page fails open', async () => {
  const { record, log } = setUp();
  log.fail = new Error('disk full');
  await expect(record([offer(1)], SOURCE)).rejects.toThrow('disk full');
});

test('a flood is held like anything else, but fills counted entries instead of single ones', async () => {
  const { record, log, clock } = setUp();
  const batch = (from: number) => Array.from({ length: 200 }, (_, n) => offer(from + n, { title: `m${from + n}` }));
  for (let n = 0; n < 31; n += 1) {
    expect(new Set(Object.values(await record(batch(n * 200), SOURCE)))).toEqual(new Set(['hold']));
  }
  const kinds = drafts(log).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'contact')).toHaveLength(FLOOD_BURST);
  expect(log.items.at(-1)).toMatchObject({ draft: { kind: 'collapse', app: 'site-chat', count: 200 } });
  expect(log.items.at(-1)?.held).toHaveLength(200);
  expect(await record([offer(99_999)], { ...SOURCE, origin: 'https://other.example.org' })).toEqual({
    [idOf(99_999)]: 'native',
  });
  clock.set(EVENING + 60_000);
  await record(batch(10_000), SOURCE);
  expect(drafts(log).filter(({ kind }) => kind === 'contact')).toHaveLength(FLOOD_BURST + 60);
});
