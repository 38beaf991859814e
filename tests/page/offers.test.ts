import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Offers } from '../../utils/page/offers.ts';

/** The hook's side over a real MessagePort; only the clock is the test's. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'], now: 1_000_000 });
  vi.resetModules(); // The hook takes the page's functions when it loads.
});
afterEach(() => {
  vi.useRealTimers();
});

async function setUp() {
  const { createOffers } = await import('../../utils/page/offers.ts');
  const { port1, port2 } = new MessageChannel();
  const told: string[] = [];
  let heard: () => void = () => undefined;
  port2.onmessage = ({ data }) => {
    told.push(String(data));
    heard();
  };
  const offers = createOffers(port1 as unknown as MessagePort);
  const decided: string[] = [];
  return {
    offers,
    decided,
    told,
    /** Resolves when the hook has told this many things. */
    async toldAtLeast(count: number) {
      while (told.length < count) await new Promise<void>((resolve) => (heard = resolve));
      return told;
    },
    /** Sends to the hook, and resolves when it has heard all of it: listeners hear in the order they were added. */
    async say(...messages: string[]) {
      let left = messages.length;
      const all = new Promise<void>((resolve) => {
        port1.addEventListener('message', () => {
          left -= 1;
          if (left === 0) resolve();
        });
      });
      for (const message of messages) port2.postMessage(message);
      await all;
    },
    gone: () => port2.postMessage('x'),
    close: () => port1.close(),
  };
}

function makeOffer(offers: Offers, name: string, decided: string[]) {
  let done: () => void;
  const promise = new Promise<void>((resolve) => (done = resolve));
  const decide = (letter: string, mark: string): void => {
    decided.push(`${name}:${letter}${mark}`);
    done();
  };
  offers.make('page', name, 'text', 'tag', decide, () => decided.push(`${name}:clicked`));
  return { decided: promise };
}

/** The page's task ends, and what it made is told. */
const endOfTask = (): Promise<void> => Promise.resolve();

test('an offer is told with its claims, cut to the caps, and decided by the answer', async () => {
  const { offers, decided, toldAtLeast, say, close } = await setUp();
  offers.make(
    'page',
    'x'.repeat(600),
    'y'.repeat(3_000),
    'z'.repeat(300),
    (letter, mark) => decided.push(letter + mark),
    () => undefined,
  );
  const [first] = await toldAtLeast(1);
  expect(JSON.parse(first?.slice(1) ?? '')).toEqual([
    {
      n: 1,
      route: 'page',
      title: 'x'.repeat(512),
      text: 'y'.repeat(2_048),
      tag: 'z'.repeat(256),
      cut: true,
    },
  ]);
  await say('d1,f,After hours, ');
  expect(decided).toEqual(['fAfter hours, ']);
  close();
});

test('offers of one task are told together, fifty at most, and a poisoned Array sees none of them', async () => {
  const { offers, decided, toldAtLeast, close } = await setUp();
  const overheard = vi.fn();
  Object.assign(Array.prototype, { toJSON: overheard });
  try {
    for (let n = 1; n <= 120; n += 1) makeOffer(offers, `${n}`, decided);
    await endOfTask();
  } finally {
    delete (Array.prototype as { toJSON?: unknown }).toJSON;
  }
  const told = (await toldAtLeast(3)).map((message) => JSON.parse(message.slice(1)).map(({ n }: { n: number }) => n));
  expect(told.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(told.flat()).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
  expect(overheard).not.toHaveBeenCalled();
  close();
});

test('nobody answers for two seconds: everything that waits is released, and told as late', async () => {
  const { offers, decided, toldAtLeast, close } = await setUp();
  makeOffer(offers, 'a', decided);
  await endOfTask();
  vi.advanceTimersByTime(1_900);
  makeOffer(offers, 'b', decided);
  await endOfTask();
  expect(decided).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(decided).toEqual(['a:n', 'b:n']);
  expect((await toldAtLeast(4)).slice(2)).toEqual(['l1', 'l2']);
  close();
});

test('from then on it is shown at once and still told, until the bridge is heard again', async () => {
  const { offers, decided, toldAtLeast, say, close } = await setUp();
  makeOffer(offers, 'a', decided);
  await endOfTask();
  vi.advanceTimersByTime(2_100);
  makeOffer(offers, 'b', decided);
  await endOfTask();
  expect(decided).toEqual(['a:n', 'b:n']);
  expect((await toldAtLeast(4)).map((message) => message.slice(0, 2))).toEqual(['o[', 'l1', 'o[', 'l2']);
  await say('g0,0');
  makeOffer(offers, 'c', decided);
  await endOfTask();
  expect(decided).toEqual(['a:n', 'b:n']);
  close();
});

test('answers to others keep the rest waiting, so that a long burst is not half shown', async () => {
  const { offers, decided, say, close } = await setUp();
  makeOffer(offers, 'a', decided);
  await endOfTask();
  makeOffer(offers, 'b', decided);
  await endOfTask();
  for (let n = 0; n < 4; n += 1) {
    vi.advanceTimersByTime(1_500);
    await say('g0,0');
  }
  expect(decided).toEqual([]);
  vi.advanceTimersByTime(2_100);
  expect(decided).toEqual(['a:n', 'b:n']);
  close();
});

test('during hours the native call runs at once and is only counted; afterwards it is asked for again', async () => {
  const { offers, toldAtLeast, say, close } = await setUp();
  await say('g1,1005000');
  expect([offers.passes(), offers.passes()]).toEqual([true, true]);
  vi.advanceTimersByTime(1);
  expect((await toldAtLeast(1)).at(-1)).toBe('h2');
  vi.advanceTimersByTime(5_000);
  expect(offers.passes()).toBe(false);
  close();
});

test('a held offer can be clicked later, a decided one cannot be decided again', async () => {
  const { offers, decided, say, close } = await setUp();
  makeOffer(offers, 'a', decided);
  await endOfTask();
  await say('d1,h,', 'd1,n,', 'k1', 'k7');
  expect(decided).toEqual(['a:h', 'a:clicked']);
  close();
});

test('once the extension is gone, what waits is released and nothing is asked any more', async () => {
  const { offers, decided, gone, close } = await setUp();
  const waiting = makeOffer(offers, 'a', decided);
  await endOfTask();
  gone();
  await waiting.decided;
  expect(decided).toEqual(['a:n']);
  expect(offers.passes()).toBe(true);
  close();
});
