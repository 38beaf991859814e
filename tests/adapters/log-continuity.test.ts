import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../utils/adapters/database.ts';
import { createLogStore } from '../../utils/adapters/log-store.ts';
import type { Append, LogStore } from '../../utils/app/ports.ts';
import { verifyChain } from '../../utils/core/log/verify.ts';
import { EVENING } from '../app/fakes.ts';
import { sha256 } from '../core/log/sample.ts';

const MINUTE = 60_000;

let db: Database;
let wall: number;
let mono: number;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase();
  wall = EVENING;
  mono = 0;
});

const pass = (ms: number): void => {
  wall += ms;
  mono += ms;
};

let runs = 0;
/** A new run of the background: its monotonic clock begins anew. */
function run(database = db, writer = '1.0 test'): LogStore {
  runs += 1;
  mono = 0;
  const epoch = `run ${runs}`;
  let salts = runs * 1_000;
  return createLogStore({
    db: database,
    writer,
    sha256,
    stamp: () => ({ at: wall, zone: 'America/Bogota', epoch, monotonicMs: mono }),
    random: (bytes) => {
      salts += 1;
      return new Uint8Array(createHash('sha256').update(`${salts}`).digest().subarray(0, bytes));
    },
  });
}

const note: Append = { draft: { kind: 'note', what: 'self-test' } };

interface Line {
  readonly k: string;
  readonly what?: string;
  readonly t: string;
  readonly from?: string;
  readonly until?: string;
}
const lines = async (): Promise<Line[]> =>
  (await db.getAll('lines')).map(({ line }) => JSON.parse(new TextDecoder().decode(line)));
const kinds = async (): Promise<string[]> => (await lines()).map(({ k }) => k);
const minutes = (time = ''): number => (Date.parse(time) - EVENING) / MINUTE;

async function expectWholeChain(): Promise<void> {
  const stored = await db.getAll('lines');
  async function* all() {
    for (const { line } of stored) yield { line, privateLine: null };
  }
  expect(await verifyChain(all(), sha256)).toMatchObject({ ok: true, count: stored.length });
}

describe('signs of life', () => {
  it('open no log, and what came before it began is no gap', async () => {
    const log = run();
    await log.beat();
    pass(60 * MINUTE);
    await log.beat();
    expect(await kinds()).toEqual([]);
    pass(60 * MINUTE);
    await run().append([note]);
    expect(await kinds()).toEqual(['start', 'note']);
    await expectWholeChain();
  });

  it('are no lines, in one run or in many', async () => {
    await run().append([note]);
    for (let n = 0; n < 5; n += 1) {
      pass(15 * MINUTE);
      await run().beat();
    }
    const log = run();
    for (let n = 0; n < 5; n += 1) {
      pass(15 * MINUTE);
      await log.beat();
    }
    expect(await kinds()).toEqual(['start', 'note']);
  });

  it('are kept: the gap begins at the last heartbeat, or at a line that is younger', async () => {
    await run().append([note]);
    pass(15 * MINUTE);
    await run().beat();
    pass(60 * MINUTE);
    await run().beat();
    pass(5 * MINUTE);
    await run().append([note]);
    pass(21 * MINUTE);
    await run().append([note]);
    const gaps = (await lines()).filter(({ k }) => k === 'gap');
    expect(gaps.map(({ what, from, until }) => [what, minutes(from), minutes(until)])).toEqual([
      ['not-running', 15, 75],
      ['not-running', 80, 101],
    ]);
    expect(await kinds()).toEqual(['start', 'note', 'gap', 'note', 'gap', 'note']);
    await expectWholeChain();
  });
});

describe('after a pause', () => {
  it('the gap comes before anything else of that run, also before its version, and once', async () => {
    await run().append([note]);
    pass(8 * 60 * MINUTE);
    const log = run(db, '2.0 test');
    await Promise.all([log.append([note, note]), log.beat(), log.append([note])]);
    await log.beat();
    expect(await kinds()).toEqual(['start', 'note', 'gap', 'start', 'note', 'note', 'note']);
    await run(db, '2.0 test').beat();
    expect(await kinds()).toHaveLength(7);
    await expectWholeChain();
  });

  it('a run that lives on notes it as well, with the clocks that differ', async () => {
    const log = run();
    await log.append([note]);
    wall += 60 * MINUTE;
    mono += 4_000;
    await log.beat();
    const [, , clock, gap] = await lines();
    expect(clock).toMatchObject({ k: 'clock', what: 'jump-or-sleep' });
    expect([minutes(clock?.from) * MINUTE, minutes(clock?.t)]).toEqual([4_000, 60]);
    expect(gap).toMatchObject({ k: 'gap', t: clock?.t });
    await expectWholeChain();
  });

  it('the results are those of the entries that were asked for', async () => {
    await run().append([note]);
    pass(60 * MINUTE);
    const once: Append = { ...note, once: 'once' };
    expect(await run().append([once, once, note])).toEqual([
      { seq: 4, before: null },
      { seq: 4, before: null },
      { seq: 5, before: null },
    ]);
    expect(await run().append([once])).toEqual([{ seq: 4, before: null }]);
  });

  it('a write that fails loses no gap', async () => {
    await run().append([note]);
    pass(60 * MINUTE);
    let full = true;
    const failing = new Proxy(db, {
      get: (target, key) => {
        const value = Reflect.get(target, key);
        if (key !== 'transaction') return typeof value === 'function' ? value.bind(target) : value;
        return (stores: never, mode: never, options: never) => {
          if (full && mode === 'readwrite') throw new DOMException('no space', 'QuotaExceededError');
          return target.transaction(stores, mode, options);
        };
      },
    });
    const log = run(failing as Database);
    await expect(log.beat()).rejects.toThrow('no space');
    full = false;
    await log.append([note]);
    expect(await kinds()).toEqual(['start', 'note', 'gap', 'note']);
  });

  it('a sign of life that cannot be kept does not undo the lines', async () => {
    await run().append([note]);
    pass(60 * MINUTE);
    const forgetful = new Proxy(db, {
      get: (target, key) => {
        const value = Reflect.get(target, key);
        if (key === 'put') return async () => Promise.reject(new DOMException('no space', 'QuotaExceededError'));
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    expect(await run(forgetful as Database).append([note])).toEqual([{ seq: 4, before: null }]);
    expect(await kinds()).toEqual(['start', 'note', 'gap', 'note']);
  });

  it('two writers that know nothing of each other note it without forking the chain', async () => {
    await run().append([note]);
    pass(60 * MINUTE);
    const [one, two] = [run(), run()];
    await Promise.all([one.append([note]), two.append([note])]);
    expect((await kinds()).filter((kind) => kind === 'note')).toHaveLength(3);
    await expectWholeChain();
  });
});

describe('a clock that was set', () => {
  it('back between two runs is noted once, by whatever comes first', async () => {
    await run().append([note]);
    wall -= 24 * 60 * MINUTE;
    await run().append([note]);
    await run().beat();
    pass(MINUTE);
    await run().append([note]);
    const all = await lines();
    expect(all.map(({ k }) => k)).toEqual(['start', 'note', 'clock', 'note', 'note']);
    expect(all[2]).toMatchObject({ what: 'back', from: all[1]?.t });
    await expectWholeChain();
  });

  it('within a burst does not lose its place', async () => {
    const log = run();
    const appends = Array.from({ length: 50 }, (_, n) => {
      if (n === 20) wall += 10_000;
      return log.append([note]);
    });
    await Promise.all(appends);
    const all = await kinds();
    expect(all.indexOf('clock')).toBe(21);
    expect(all).toHaveLength(52);
    await expectWholeChain();
  });
});
