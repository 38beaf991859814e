import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../../scripts/browsers/wait.ts';
import { choose, clicked, press, textOf, untilSays } from '../support/our-page.ts';
import { send, setUpHours } from '../support/person.ts';
import type { World } from '../support/world.ts';

const DAY_MS = 86_400_000;
/** The job's zone is UTC. */
const dateIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** What a person enters under "Days that differ" and "Shifts from a calendar", up to the background's verdict. */
export function daysThatDiffer(world: () => World): void {
  let desk: Page;
  let page: Page;

  const job = async () => {
    const [first] = (await send(desk, 'status.read', null)).settings.employments;
    if (first === undefined) throw new Error('There is no job.');
    return first;
  };
  const exceptions = async () => (await job()).exceptions;
  const verdict = async () => (await send(desk, 'status.read', null)).verdicts.job;
  /** "Undo" stands in more than one part of the page. Resolves when the list has followed, and nothing moves any more. */
  const takeBack = async (words: string): Promise<void> => {
    const section = await until('the part', () => page.$('#exceptions'));
    await until('"Undo" in it to be pressed', async () => {
      const button = (await section.$('aria/Undo[role="button"]')) as ElementHandle<HTMLElement> | null;
      return button !== null && (await clicked(button));
    });
    await untilSays(page, 'Undone.');
    await until(`"${words}" to be gone`, async () => !(await textOf(page)).includes(words));
  };

  beforeAll(async () => {
    const { driver, practice } = world();
    desk = await setUpHours(driver, { hours: 'working', origins: [practice.origin] });
    page = await driver.openPage(driver.extensionUrl('/options.html'));
    await page.setViewport({ width: 1_000, height: 900 });
    await driver.bringToFront(page);
  });
  afterAll(() => page.close());

  test('leave is put on a day of the calendar by keyboard, judged at once, and taken back', async () => {
    const today = dateIn(0);
    const cell = await until('the day in the calendar', () => page.$(`[data-date="${today}"]`));
    await cell.focus();
    await page.keyboard.press('Enter');
    await untilSays(page, 'Add a day that differs');
    await choose(page, 'What is it?', 'Leave');
    await choose(page, 'Kind of leave', 'Sick leave');
    await press(page, 'Add');
    await untilSays(page, /Added: .*sick leave/u);
    expect(await exceptions()).toEqual([{ kind: 'leave', from: today, until: dateIn(1), leave: 'sick' }]);
    expect(await verdict()).toMatchObject({ kind: 'off', reason: 'leave' });
    await takeBack('sick leave');
    expect(await exceptions()).toEqual([]);
    expect(await verdict()).toMatchObject({ kind: 'working' });
  });

  test('the public holidays of a region are shown, chosen and added, with their source', async () => {
    await press(page, 'Public holidays of a country');
    await choose(page, 'Country', 'Ecuador');
    await untilSays(page, 'Take these');
    await untilSays(page, 'CC BY-SA 3.0');
    await press(page, (await page.$eval('dialog button[type="submit"]', (button) => button.textContent)) ?? '');
    await untilSays(page, /public holidays added/u);
    const year = dateIn(0).slice(0, 4);
    const dates = (await exceptions()).flatMap((one) => (one.kind === 'holiday' ? [one.date] : []));
    // Guayaquil's day; the library that the table is made from has it a month too early.
    expect(dates).toContain(`${year}-10-09`);
    expect(dates).not.toContain(`${year}-09-10`);
    await takeBack('Christmas Day');
    expect(await exceptions()).toEqual([]);
  });

  test('time for care that returns every week is off from then on', async () => {
    await press(page, 'Add a weekly time');
    await untilSays(page, 'On these days');
    const unchecked = await page.$$('dialog input[type="checkbox"]:not(:checked)');
    for (const box of unchecked) await box.click();
    await setTime(page, 0, '00:00');
    await setTime(page, 1, '24:00');
    await press(page, 'Add');
    await untilSays(page, /Added: Care: .*00:00–24:00/u);
    expect(await verdict()).toMatchObject({ kind: 'off', reason: 'care' });
    await takeBack('Care: Mon–Sun');
    expect(await verdict()).toMatchObject({ kind: 'working' });
  });
}

/** The times of the sheet, in their order. */
async function setTime(page: Page, index: number, time: string): Promise<void> {
  const field = (await page.$$('dialog input:not([type="checkbox"]):not([type="date"])'))[index];
  if (field === undefined) throw new Error(`The sheet has no time number ${index + 1}.`);
  await field.click({ count: 3 });
  await page.keyboard.press('Backspace');
  await field.type(time);
}
