import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../../scripts/browsers/wait.ts';
import { readLog } from '../support/log.ts';
import { clicked, control, fill, press, reload, untilSays } from '../support/our-page.ts';
import { send, setUpHours } from '../support/person.ts';
import type { World } from '../support/world.ts';

/** The editor of hours and of rest rules. */
export function hoursEditor(world: () => World): void {
  let desk: Page;
  let page: Page;

  const pattern = async () => (await send(desk, 'status.read', null)).settings.employments[0]?.hours.at(-1)?.pattern;

  const save = async (): Promise<void> => {
    await press(page, 'Save hours');
    await untilSays(page, 'Saved');
  };

  /** Draws along the bar of a day, from one hour to another. */
  const draw = async (day: number, fromHour: number, toHour: number): Promise<void> => {
    const bar = (await page.$$('form [aria-hidden="true"] svg'))[day];
    const box = await bar?.boundingBox();
    if (box === undefined || box === null) throw new Error('The bar is not drawn.');
    const x = (hour: number): number => box.x + (box.width * hour) / 24;
    const y = box.y + box.height / 2;
    await page.mouse.move(x(fromHour), y);
    await page.mouse.down();
    await page.mouse.move(x((fromHour + toHour) / 2), y);
    await page.mouse.move(x(toHour), y);
    await page.mouse.up();
  };

  const fields = (day: string): Promise<string[]> =>
    page.$$eval(
      'form fieldset',
      (all, name) => {
        const row = all.find((fieldset) => fieldset.querySelector('legend')?.textContent === name);
        return [...(row?.querySelectorAll('input') ?? [])].map(({ value }) => value);
      },
      day,
    );

  beforeAll(async () => {
    const { driver, practice } = world();
    desk = await setUpHours(driver, { hours: 'off', origins: [practice.origin] });
    page = await driver.openPage(driver.extensionUrl('/options.html'));
    await page.setViewport({ width: 1_000, height: 900 });
    await until('the editor', () => page.$('form'));
    await driver.bringToFront(page);
  });
  afterAll(() => page.close());

  test('a mouse draws hours, moves their edge, and one step is taken back', async () => {
    await press(page, '09:00–17:00');
    await draw(5, 10, 14);
    expect(await fields('Saturday')).toEqual(['10:00', '14:00']);
    await draw(5, 14, 16);
    expect(await fields('Saturday')).toEqual(['10:00', '16:00']);
    await press(page, 'Undo');
    expect(await fields('Saturday')).toEqual(['10:00', '14:00']);
    await save();
    expect(await pattern()).toHaveProperty('days[5]', [{ startMinute: 600, endMinute: 840 }]);
    const kinds = (await readLog(desk)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'hours').length).toBeGreaterThan(1);
  });

  test('a rotation is saved, and judged by the background', async () => {
    await press(page, 'Day, night, two off');
    await save();
    expect(await pattern()).toMatchObject({ kind: 'rotating', days: [[{}], [{}], [], []] });
    const { verdicts } = await send(desk, 'status.read', null);
    expect(Object.values(verdicts)[0]?.until).toBeGreaterThan(Date.now());
  });

  test('a second job has hours of its own, and is removed again after a question', async () => {
    await press(page, 'Add another job');
    const form = await until('the second form', async () => (await page.$$('form'))[1]);
    const nights = await form.$('aria/Nights[role="button"]');
    await nights?.click();
    const submit = await form.$('button[type="submit"]');
    await submit?.click();
    const jobs = async () => (await send(desk, 'status.read', null)).settings.employments.map(({ id }) => id);
    await until('the second job', async () => (await jobs()).join() === 'job,job-2');
    await press(page, 'Remove this job');
    await untilSays(page, 'Its work apps will follow the hours of');
    await press(page, 'Remove it');
    await until('it to be gone', async () => (await jobs()).join() === 'job-2');
    // What follows would else meet the parts of the job that goes.
    const folds = () => page.$$eval('summary', (all) => all.filter((one) => one.textContent.startsWith('Rest')).length);
    await until('it to be gone from the page', async () => (await folds()) === 1);
    const { apps } = (await send(desk, 'status.read', null)).settings;
    expect(apps.map(({ employment }) => employment)).toEqual(['job-2']);
  });

  test('rest rules begin with what a law says, are changed, and are there after a reload', async () => {
    const job = async () => (await send(desk, 'status.read', null)).settings.employments[0];
    const value = async (name: string) =>
      (await control(page, name)).evaluate((field) => (field as HTMLInputElement).value);
    const before = await job();
    await press(page, 'Rest no rules yet');
    await press(page, 'Chile');
    await untilSays(page, 'Código del Trabajo art. 152 quáter J');
    await fill(page, 'Daily rest, in hours', 'a lot');
    await press(page, 'Save rest rules');
    await until('the refusal', async () => (await page.$$('details [role="alert"]')).length === 1);
    expect(await job()).toEqual(before);
    await fill(page, 'Daily rest, in hours', '13');
    await press(page, 'Save rest rules');
    const rests = await until('the rules', async () => (await job())?.rests);
    const validFrom = await page.$eval('details input[type="date"]', ({ value: date }) => date);
    // Saturday 21:00 to Monday 06:00, in minutes since Monday 00:00.
    const weekly = { kind: 'window', startMinute: 8_460, endMinute: 10_440 };
    expect(rests).toEqual([{ validFrom, daily: { hours: 13, withinHours: 24 }, weekly, weeklyCap: 42 }]);
    expect((await job())?.hours).toEqual(before?.hours);

    await reload(page);
    const words = '13 hours of rest within 24 hours from the start of the work of each day';
    await untilSays(page, `${words}; the time from Saturday 21:00 to Monday 06:00 in each week; at most 42 hours`);
    expect(await page.$$('details form')).toEqual([]);
    const fold = await until('the fold', () => page.$('summary ::-p-text(13 hours of rest)'));
    await until('it to open', () => clicked(fold as ElementHandle<HTMLElement>));
    expect([await value('Daily rest, in hours'), await value('Most hours of work in a week')]).toEqual(['13', '42']);
  });
}
