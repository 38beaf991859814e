import { expect, test } from 'vitest';
import type { Decision, OfferedContact } from '../../utils/core/contact/types.ts';
import { createQueue, type QueuePorts, type Reply } from '../../utils/page/bridge-queue.ts';

const contact = (id: string): OfferedContact => ({
  id,
  route: 'page',
  title: id,
  text: '',
  tag: '',
  cut: false,
  failedOpen: false,
});

interface Asked {
  readonly items: readonly OfferedContact[];
  answer(reply: Reply | undefined): Promise<void>;
  refuse(): Promise<void>;
}

/** A background that answers when the test says so. */
function setUp() {
  const asked: Asked[] = [];
  const answered: [string, Decision][] = [];
  const delayed: (() => void)[] = [];
  let gone = false;
  let orphaned = 0;
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const ports: QueuePorts = {
    ask: (items) =>
      new Promise((resolve, reject) => {
        asked.push({
          items,
          answer: (reply) => {
            resolve(reply);
            return settled();
          },
          refuse: () => {
            reject(new Error('Receiving end does not exist'));
            return settled();
          },
        });
      }),
    answered: (id, decision) => answered.push([id, decision]),
    orphaned: () => {
      orphaned += 1;
    },
    isOrphaned: () => gone,
    later: (run) => delayed.push(run),
  };
  return {
    queue: createQueue(ports),
    asked,
    answered,
    delayed,
    orphan: () => {
      gone = true;
    },
    orphanedCount: () => orphaned,
  };
}

const ids = (asked: Asked | undefined): string[] => (asked?.items ?? []).map(({ id }) => id);
const hold = (...names: string[]): Reply => ({
  decisions: Object.fromEntries(names.map((name) => [name, 'hold'])),
  mark: '',
});

test('what arrives while a message is under way travels together in the next', async () => {
  const { queue, asked, answered } = setUp();
  for (const id of ['a', 'b', 'c']) queue.add([contact(id)]);
  expect(asked.map(ids)).toEqual([['a']]);
  await asked[0]?.answer(hold('a'));
  expect(asked.map(ids)).toEqual([['a'], ['b', 'c']]);
  await asked[1]?.answer(hold('b', 'c'));
  expect(answered).toEqual([
    ['a', 'hold'],
    ['b', 'hold'],
    ['c', 'hold'],
  ]);
  expect(asked).toHaveLength(2);
});

test('a message carries at most 250 contacts', async () => {
  const { queue, asked } = setUp();
  for (let i = 0; i < 600; i += 1) queue.add([contact(`c${i}`)]);
  await asked[0]?.answer(hold('c0'));
  expect(asked[1]?.items).toHaveLength(250);
});

test.each(['no answer', 'a refusal', 'an empty answer'])('%s is followed by a repeat of the same ids', async (kind) => {
  const { queue, asked, answered, delayed } = setUp();
  queue.add([contact('a')]);
  if (kind === 'no answer') await asked[0]?.answer(undefined);
  else if (kind === 'a refusal') await asked[0]?.refuse();
  else await asked[0]?.answer({ decisions: {}, mark: '' });
  expect(asked).toHaveLength(1);
  expect(delayed).toHaveLength(1);
  delayed[0]?.();
  expect(ids(asked[1])).toEqual(['a']);
  await asked[1]?.answer(hold('a'));
  expect(answered).toEqual([['a', 'hold']]);
});

test('a contact that turned late before its answer is told again as late', async () => {
  const { queue, asked, answered } = setUp();
  queue.add([contact('a')]);
  queue.markLate('a');
  await asked[0]?.answer(hold('a'));
  expect(asked[1]?.items).toEqual([{ ...contact('a'), failedOpen: true }]);
  await asked[1]?.answer(hold('a'));
  expect(answered).toHaveLength(2);
  expect(asked).toHaveLength(2);
});

test('a contact that turns late after its answer was sent is told again as late', async () => {
  const { queue, asked } = setUp();
  queue.add([contact('a')]);
  await asked[0]?.answer(hold('a'));
  queue.markLate('a');
  expect(asked[1]?.items).toEqual([{ ...contact('a'), failedOpen: true }]);
});

test('once the extension is gone the page is told, and nothing is sent any more', async () => {
  const { queue, asked, orphan, orphanedCount, delayed } = setUp();
  queue.add([contact('a')]);
  orphan();
  await asked[0]?.refuse();
  expect(orphanedCount()).toBe(1);
  expect(delayed).toHaveLength(0);
});
