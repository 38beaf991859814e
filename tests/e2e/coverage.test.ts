import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import { utf8 } from '../../utils/core/log/bytes.ts';
import { verifyChain } from '../../utils/core/log/verify.ts';
import type { SignedCheckpoint } from '../../utils/core/sign/signed-checkpoint.ts';
import { checkSsh } from '../../utils/core/sign/sshsig.ts';
import { NAMESPACES } from '../../utils/core/sign/types.ts';
import { crypto } from '../core/sign/keys.ts';
import { readLines, readLog } from './support/log.ts';
import { untilSays } from './support/our-page.ts';
import { deskOf, jobWith, send, settingsFor, setUpHours } from './support/person.ts';
import { ring, waitUntilSeen } from './support/practice-page.ts';
import { useWorld } from './support/world.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/**
 * Lets the log and the last heartbeat be this much older than they are, as far as the background looks at their age: the
 * times by which it finds them, not the lines. Durable when it resolves.
 */
const age = (desk: Page, ms: number): Promise<void> =>
  desk.evaluate(async (by) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no reason'));
      });
    const db = await settled(indexedDB.open('clocked-off'));
    const tx = db.transaction(['lines', 'state'], 'readwrite', { durability: 'strict' });
    const lines = tx.objectStore('lines');
    const rows: { at: number }[] = await settled(lines.getAll());
    for (const row of rows) lines.put({ ...row, at: row.at - by });
    const state = tx.objectStore('state');
    const alive: { at: number } = await settled(state.get('alive'));
    state.put({ ...alive, at: alive.at - by }, 'alive');
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error ?? new Error('no reason'));
    });
    db.close();
  }, ms);

const checkpointsOf = (desk: Page): Promise<SignedCheckpoint[]> =>
  desk.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no reason'));
      });
    const db = await settled(indexedDB.open('clocked-off'));
    const all = await settled(db.transaction('checkpoints').objectStore('checkpoints').getAll());
    db.close();
    return all;
  });

const sha256 = async (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

describe('coverage', () => {
  const world = useWorld();
  let desk: Page;

  const host = () => `${new URL(world().practice.origin).protocol}//${new URL(world().practice.origin).hostname}/*`;
  const watchLines = async () =>
    (await readLog(desk)).filter(({ kind }) => kind === 'watch').map(({ app, what }) => `${app} ${what}`);

  beforeAll(async () => {
    const { driver, practice } = world();
    desk = await setUpHours(driver, { hours: 'off', origins: [practice.origin] });
    await until('the app to be told as watched', async () => (await watchLines()).includes('site-1 watched'));
  });

  test('a background that sleeps and wakes leaves no line', async () => {
    const { driver } = world();
    const before = await watchLines();
    for (let n = 0; n < 3; n += 1) {
      await driver.stopBackground();
      await send(desk, 'status.read', null);
    }
    await send(desk, 'sites.refresh', null);
    expect((await readLog(desk)).filter(({ kind }) => kind === 'gap' || kind === 'clock')).toEqual([]);
    expect(await watchLines()).toEqual(before);
  });

  test('a permission that is withdrawn and given again is told, and the log page says it in words', async () => {
    const { driver } = world();
    await driver.withdrawHosts([host()]);
    await until('the loss to be logged', async () => (await watchLines()).at(-1) === 'site-1 no-permission');
    const page = await driver.openPage(driver.extensionUrl('/log.html'));
    await untilSays(page, 'Not watched: the browser has not given permission · Practice 1');
    await page.close();
    await driver.grantHosts([host()]);
    await until('the grant to be logged', async () => (await watchLines()).at(-1) === 'site-1 watched');
  });

  test('two hours without the browser are a gap, chained before anything else of the new run', async () => {
    const { driver } = world();
    await driver.saveProfile();
    const size = (await readLines(desk)).length;
    await age(desk, 2 * HOUR);
    const killed = Date.now();
    await driver.kill();
    await driver.relaunch();
    desk = await deskOf(driver);
    await send(desk, 'status.read', null);
    await until('the gap to be logged', async () => (await readLog(desk)).some(({ kind }) => kind === 'gap'));
    const after = (await readLog(desk)).slice(size);
    const [gap] = after;
    expect(gap).toMatchObject({ kind: 'gap', what: 'not-running' });
    const from = Date.parse(gap?.from ?? '');
    expect(from).toBeGreaterThan(killed - 2 * HOUR - 10 * MINUTE);
    expect(from).toBeLessThanOrEqual(killed - 2 * HOUR);
    expect(Date.parse(gap?.until ?? '')).toBeGreaterThanOrEqual(killed);
    expect(after.filter(({ kind }) => kind === 'gap')).toHaveLength(1);
    const lines = await readLines(desk);
    expect(await verifyChain(inTurn(lines), sha256)).toMatchObject({ ok: true, count: lines.length });
  });

  test('at the start of hours a checkpoint names what was logged while off', async () => {
    const { driver, practice } = world();
    // Firefox writes permissions to disk some seconds after they were given; the kill above may have lost ours.
    await driver.grantHosts([host()]);
    await until('the app to be watched', async () => (await watchLines()).at(-1) === 'site-1 watched');
    const page = await driver.openPage(`${practice.origin}/`);
    const { id } = await ring(page, { route: 'page', title: 'in the evening' });
    await waitUntilSeen(page, id, 'show');
    await until('it to be logged', async () => (await readLog(desk)).some(({ kind }) => kind === 'contact'));
    await age(desk, 2 * HOUR);
    expect(await checkpointsOf(desk)).toEqual([]);
    // Hours that began half an hour ago.
    const now = new Date();
    const startMinute = (now.getUTCHours() * 60 + now.getUTCMinutes() + 1_440 - 30) % 1_440;
    const span = { startMinute, endMinute: startMinute + 120 };
    const job = {
      ...jobWith('off'),
      hours: [
        {
          validFrom: '2020-01-01',
          pattern: { kind: 'weekly' as const, days: Array.from({ length: 7 }, () => [span]) },
        },
      ],
    };
    const settings = settingsFor({ hours: 'off', origins: [practice.origin], change: { employments: [job] } });
    expect(await send(desk, 'settings.save', { settings })).toMatchObject({ ok: true });
    await until('the checkpoint', async () => (await checkpointsOf(desk)).length > 0);
    const [made] = await checkpointsOf(desk);
    const lines = await readLines(desk);
    const verdict = await verifyChain(inTurn(lines.slice(0, made?.size)), sha256);
    expect(verdict).toMatchObject({ ok: true, head: { size: made?.size, hash: made?.hash } });
    expect((await readLog(desk)).findLast(({ kind }) => kind === 'contact')?.seq).toBeLessThanOrEqual(made?.size ?? 0);
    expect(made).toMatchObject({ number: 1, reason: 'window-end' });
    const checked = await checkSsh(made?.signature ?? '', NAMESPACES.checkpoint, utf8(made?.text ?? ''), crypto);
    expect(checked).toMatchObject({ ok: true });
  });

  test('by hand one is made when there is something new, and else the latest stands', async () => {
    const first = await send(desk, 'checkpoints.make', null);
    expect(first?.size).toBe((await readLines(desk)).length);
    expect(await send(desk, 'checkpoints.make', null)).toEqual(first);
    await send(desk, 'override.start', { kind: 'working-now', until: Date.now() + HOUR, reason: '' });
    const second = await send(desk, 'checkpoints.make', null);
    expect(second).toMatchObject({ number: (first?.number ?? 0) + 1, reason: 'asked' });
    expect(await checkpointsOf(desk)).toContainEqual(second);
  });
});
