import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../../scripts/browsers/wait.ts';
import type { Employment } from '../../../utils/core/hours/types.ts';
import { readLog } from '../support/log.ts';
import { untilSays } from '../support/our-page.ts';
import { deskOf, freshHours, jobWith, send, settingsFor } from '../support/person.ts';
import { ring, waitUntilSeen } from '../support/practice-page.ts';
import type { World } from '../support/world.ts';

const DAY_MS = 86_400_000;
const dateIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Days and stretches that differ from the contract, on their whole way: settings, gate, page, background, log. */
export function exceptions(world: () => World): void {
  let desk: Page;
  let chat: Page;

  const judgedBy = async (job: Employment): Promise<void> => {
    const { origin } = world().practice;
    const settings = settingsFor({ hours: 'working', origins: [origin], change: { employments: [job] } });
    expect(await send(desk, 'settings.save', { settings })).toMatchObject({ ok: true });
  };
  const held = async () => (await send(desk, 'held.read', null)).map(({ title }) => title);
  const shown = (title: string) => world().driver.waitForShown((one) => one.title === title);
  const lastContact = async () => (await readLog(desk)).findLast(({ kind }) => kind === 'contact');

  beforeAll(async () => {
    const { driver, practice } = world();
    await freshHours(driver, { hours: 'working', origins: [practice.origin] });
    desk = await deskOf(driver);
    chat = await driver.openPage(`${practice.origin}/`);
  });
  afterAll(() => chat.close());

  test('on a day of leave a message is held, and the log says leave and nothing more of it', async () => {
    // A day more on each side, since midnight may pass meanwhile.
    const leave = { kind: 'leave', from: dateIn(-1), until: dateIn(2), leave: 'sick' } as const;
    await judgedBy({ ...jobWith('working'), exceptions: [leave] });
    const { id } = await ring(chat, { route: 'page', title: 'on leave' });
    await waitUntilSeen(chat, id, 'show');
    await until('it to be held', async () => (await held()).includes('on leave'));
    expect(await lastContact()).toMatchObject({
      verdict: 'off',
      reason: 'leave',
      layer: 'exception',
      treatment: 'hold',
    });
    expect(JSON.stringify(await readLog(desk))).not.toContain('sick');
  });

  test('in time set aside for care it is held, and the log does not say why', async () => {
    const care = { kind: 'care', from: Date.now() - 60_000, until: Date.now() + 3_600_000 } as const;
    await judgedBy({ ...jobWith('working'), exceptions: [care] });
    await ring(chat, { route: 'page', title: 'school is out' });
    await until('it to be held', async () => (await held()).includes('school is out'));
    expect(await lastContact()).toMatchObject({ verdict: 'off', reason: 'off-now', rule: 'off-now' });
    expect(JSON.stringify(await readLog(desk))).not.toContain('care');
  });

  test('on call it is shown, logged as such, and the popup says so', async () => {
    const duty = { kind: 'on-call', from: Date.now() - 60_000, until: Date.now() + 3_600_000, pay: 'unpaid' } as const;
    await judgedBy({ ...jobWith('off'), exceptions: [duty] });
    await ring(chat, { route: 'page', title: 'server down' });
    await shown('server down');
    expect(await lastContact()).toMatchObject({ verdict: 'on-call', reason: 'on-call', treatment: 'show' });
    const popup = await world().driver.openPage(world().driver.extensionUrl('/popup.html'));
    await untilSays(popup, 'You are on call until');
    await popup.close();
  });

  test('in agreed overtime it is native and not logged', async () => {
    const overtime = {
      kind: 'overtime',
      from: Date.now() - 60_000,
      until: Date.now() + 3_600_000,
      reason: '',
    } as const;
    await judgedBy({ ...jobWith('off'), exceptions: [overtime] });
    const before = (await readLog(desk)).length;
    await ring(chat, { route: 'page', title: 'the night of the move' });
    await shown('the night of the move');
    expect((await readLog(desk)).slice(before).filter(({ kind }) => kind === 'contact')).toEqual([]);
  });
}
