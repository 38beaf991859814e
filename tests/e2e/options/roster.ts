import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../../scripts/browsers/wait.ts';
import { control, fill, press, untilSays } from '../support/our-page.ts';
import { send, setUpHours } from '../support/person.ts';
import type { World } from '../support/world.ts';

const DAY_MS = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const basic = (date: string): string => date.replaceAll('-', '');

/** A night shift every other day, three times, on a clock that the file does not name, and one cancelled. */
const calendar = (from: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//practice//roster//EN',
    'BEGIN:VEVENT',
    'UID:nights',
    'SUMMARY:Night',
    `DTSTART:${basic(from)}T220000`,
    'DURATION:PT8H',
    'RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:gone',
    'SUMMARY:Swapped away',
    'STATUS:CANCELLED',
    `DTSTART:${basic(from)}T060000`,
    'DURATION:PT4H',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

export function shiftsFromCalendar(world: () => World): void {
  let desk: Page;
  let page: Page;
  let folder: string;

  const exceptions = async () => (await send(desk, 'status.read', null)).settings.employments[0]?.exceptions ?? [];

  const read = async (text: string): Promise<void> => {
    const path = join(folder, 'roster.ics');
    await writeFile(path, text);
    const input = await until('the file field', () => page.$('input[type="file"][accept*="calendar"]'));
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  };

  beforeAll(async () => {
    const { driver, practice } = world();
    desk = await setUpHours(driver, { hours: 'working', origins: [practice.origin] });
    folder = await mkdtemp(join(tmpdir(), 'clocked-off-roster-'));
    page = await driver.openPage(driver.extensionUrl('/options.html'));
    await driver.bringToFront(page);
    await press(page, 'Read a calendar file');
  });
  afterAll(async () => {
    await page.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('what is no calendar is refused in one sentence, and nothing is saved', async () => {
    await read('Monday late, Tuesday free');
    await until('the refusal', async () => (await page.$$('#roster [role="alert"]')).length === 1);
    expect(await exceptions()).toEqual([]);
  });

  test('a file is read, its open clock asked about, its shifts shown and saved only then', async () => {
    const first = dayIn(2);
    await read(calendar(first));
    await untilSays(page, '1 event names no time zone');
    await untilSays(page, 'Shifts on 3 days');
    await untilSays(page, '1 event was left out');
    expect(await exceptions()).toEqual([]);
    // The clock of Lima: the nights begin at 22:00 there, which is 03:00 of the next day on the job's own clock.
    const question = await control(page, '1 event names no time zone. Which clock does it mean?');
    await (question as ElementHandle<HTMLSelectElement>).select('America/Lima');
    await untilSays(page, '03:00');
    await press(page, 'Take over these shifts');
    await untilSays(page, /Shifts on 3 days are saved/u);
    const night = { startMinute: 180, endMinute: 660 };
    const day = (after: number, spans: readonly object[]) => ({
      kind: 'shift',
      date: dayIn(2 + after),
      mode: 'instead',
      spans,
    });
    // Days between the first and the last are free: the file is the whole plan.
    expect(await exceptions()).toEqual([day(1, [night]), day(2, []), day(3, [night]), day(4, []), day(5, [night])]);
  });

  test('pasted text is read as a file is', async () => {
    await press(page, 'Paste the text of a calendar instead');
    await fill(page, 'Text of the calendar', 'BEGIN:VCALENDAR');
    await press(page, 'Read it');
    await until('the refusal', async () => (await page.$$('#roster [role="alert"]')).length === 1);
    expect(await exceptions()).toHaveLength(5);
  });
}
