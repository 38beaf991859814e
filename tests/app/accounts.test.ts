import { expect, test, vi } from 'vitest';
import { createCountInHours } from '../../utils/app/count-in-hours.ts';
import { createRecordContact } from '../../utils/app/record-contact.ts';
import { createSelfTest } from '../../utils/app/self-test.ts';
import type { ChosenApp } from '../../utils/core/apps/types.ts';
import type { Treatment } from '../../utils/core/contact/types.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Text } from '../../utils/core/text/text.ts';
import {
  CHAT,
  clockAt,
  EVENING,
  idOf,
  JOB,
  MORNING,
  memoryLog,
  offer,
  SETTINGS,
  SOURCE,
  settingsIn,
  tabsOf,
  workTab,
} from './fakes.ts';

/** The other job works while the first is off, and the other way round. */
const NIGHTS: Employment = {
  ...JOB,
  id: 'nights',
  hours: [
    {
      validFrom: '2026-01-01',
      pattern: { kind: 'weekly', days: Array(7).fill([{ startMinute: 20 * 60, endMinute: 23 * 60 }]) },
    },
  ],
};

const account = (id: string, team: string, employment: string, treatment: Treatment): ChosenApp => ({
  ...CHAT,
  id,
  patterns: [`https://chat.example.org/client/${team}/*`],
  employment,
  treatment,
});

const TWO: Settings = {
  ...SETTINGS,
  employments: [JOB, NIGHTS],
  apps: [account('chat', 'T1', 'job', 'hold'), account('chat-2', 'T2', 'nights', 'flag')],
};

const at = (path: string) => ({ ...SOURCE, address: `https://chat.example.org${path}` });

function setUp(settings: Settings, now: number) {
  const log = memoryLog();
  const counted: [string, number][] = [];
  const clock = clockAt(now);
  const sites = {
    granted: async (patterns: readonly string[]) => patterns.filter((one) => one === `${SOURCE.origin}/*`),
  };
  const days = {
    addInHours: async (_date: string, app: string, count: number) => void counted.push([app, count]),
    of: async () => ({ afterHours: {}, inHours: {} }),
  };
  const inHours = createCountInHours({ clock, settings: settingsIn(settings), sites, days, changed: () => undefined });
  const record = createRecordContact({
    clock,
    settings: settingsIn(settings),
    sites,
    log,
    pseudonyms: { aliasOf: async (_app, sender) => `alias of ${sender}` },
    isSelfTest: () => false,
    countInHours: inHours.add,
    changed: () => undefined,
  });
  return { record, log, counted, tell: inHours.tell, clock };
}

test('each account follows the hours and the treatment of its own job', async () => {
  const evening = setUp(TWO, EVENING);
  expect(await evening.record([offer(1)], at('/client/T1/C1'))).toEqual({ [idOf(1)]: 'hold' });
  expect(await evening.record([offer(2)], at('/client/T2/C1'))).toEqual({ [idOf(2)]: 'native' });
  expect(evening.log.items).toMatchObject([{ draft: { id: idOf(1), app: 'chat', employment: 'job' } }]);
  expect(evening.counted).toEqual([['chat-2', 1]]);

  const morning = setUp(TWO, MORNING);
  expect(await morning.record([offer(1)], at('/client/T1/C1'))).toEqual({ [idOf(1)]: 'native' });
  expect(await morning.record([offer(2)], at('/client/T2'))).toEqual({ [idOf(2)]: 'flag' });
  expect(morning.log.items).toMatchObject([{ draft: { id: idOf(2), app: 'chat-2', employment: 'nights' } }]);
});

test('the same words in two accounts are two contacts', async () => {
  const { record, log, clock } = setUp({ ...TWO, employments: [JOB, { ...JOB, id: 'nights' }] }, EVENING);
  await record([offer(1, { title: 'Ana' })], at('/client/T1/C1'));
  clock.set(EVENING + 1_000);
  await record([offer(2, { title: 'Ana', route: 'page-registration' })], at('/client/T2/C1'));
  expect(log.items.map(({ draft }) => 'app' in draft && draft.app)).toEqual(['chat', 'chat-2']);
});

test.each(['/client/T3/C1', '/', '/client/T11', '/client'])(
  'an account that was not chosen (%s) is native, unlogged and uncounted, also one that was late',
  async (path) => {
    for (const now of [EVENING, MORNING]) {
      const { record, log, counted, tell } = setUp(TWO, now);
      expect(await record([offer(1)], at(path))).toEqual({ [idOf(1)]: 'native' });
      expect(await record([offer(1, { failedOpen: true })], at(path))).toEqual({ [idOf(1)]: 'native' });
      await tell(3, at(path));
      expect(log.items).toEqual([]);
      expect(counted).toEqual([]);
    }
  },
);

test('what a page showed in hours counts for the account of its address', async () => {
  const { counted, tell } = setUp(TWO, MORNING);
  await tell(3, at('/client/T2/C1'));
  expect(counted).toEqual([['chat-2', 3]]);
});

test('a whole site takes the accounts that no other app has', async () => {
  const apps = [...TWO.apps, { ...CHAT, id: 'whole' }];
  const { record, log } = setUp({ ...TWO, apps }, EVENING);
  await record([offer(1), offer(2)], at('/client/T3'));
  await record([offer(3)], at('/client/T1'));
  expect(log.items.map(({ draft }) => 'app' in draft && draft.app)).toEqual(['whole', 'whole', 'chat']);
});

test('the address is judged by and kept nowhere', async () => {
  const { record, log } = setUp(TWO, EVENING);
  await record([offer(1)], at('/client/T1/secret-channel'));
  expect(log.items[0]?.held).toMatchObject([{ origin: SOURCE.origin, tabId: 1, frameId: 0 }]);
  expect(JSON.stringify(log.items)).not.toContain('client');
});

test('an account is tried out in a tab of its own', async () => {
  const text = async () => ((key: string) => key) as unknown as Text;
  const open = [workTab(1, { url: at('/client/T1/C1').address }), workTab(2, { url: at('/client/T2/C1').address })];
  const tabs = tabsOf(open);
  const { send } = createSelfTest({ settings: settingsIn(TWO), tabs, text });
  void send('chat-2');
  await vi.waitFor(() => expect(tabs.done).toEqual(['ask 2', 'notify 2 test.title']));
});
