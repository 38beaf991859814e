import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { type Driver, launch } from '../../scripts/browsers/index.ts';
import { until } from '../../scripts/browsers/wait.ts';
import { verifyChain } from '../../utils/core/log/verify.ts';
import { control, hasControl, press, setDate, textOf, untilSays } from './support/our-page.ts';
import { deskOf, send, setUpHours } from './support/person.ts';
import { ring } from './support/practice-page.ts';
import { savedBy } from './support/saved-file.ts';
import { useWorld } from './support/world.ts';

const LONG_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'clocked-off-files-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function restore(options: Page, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, text);
  const input = await until('the place for a file', () => options.$('input[type="file"]'));
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
}

describe('files', () => {
  const world = useWorld({ downloadDir: folder });
  const openOptions = (driver: Driver) => driver.openPage(driver.extensionUrl('/options.html'));
  const settingsIn = async (driver: Driver) => (await send(await deskOf(driver), 'status.read', null)).settings;
  const setUp = async () => {
    const { driver, practice } = world();
    const change = { muteAfterHours: true, record: { sender: 'name', title: true, text: false } } as const;
    await setUpHours(driver, { hours: 'off', origins: [practice.origin, practice.otherOrigin], change });
    return driver;
  };

  test('saved settings restore everything in a fresh profile, but permissions', { timeout: LONG_MS }, async () => {
    const driver = await setUp();
    const options = await openOptions(driver);
    const { name, text } = await savedBy(options, 'Save settings file', folder);
    expect(name).toMatch(/^settings-\d{4}-\d\d-\d\d\.json$/u);
    await options.close();

    const fresh = await launch(driver.browser, { extensionDir: inject('extensionDir'), headless: true });
    try {
      const page = await openOptions(fresh);
      expect((await settingsIn(fresh)).employments).toEqual([]);
      await restore(page, 'restore.json', text);
      await untilSays(page, 'Restored. Permissions are not part of a file');
      expect(await settingsIn(fresh)).toEqual(await settingsIn(driver));
      await untilSays(page, '2 apps are not being watched.');
      expect(await hasControl(page, 'Allow all of them')).toBe(true);
      expect(await hasControl(page, 'Allow watching Practice 1')).toBe(true);
    } finally {
      await fresh.close();
    }
  });

  test('a file that breaks off, a newer one and another one are refused in a sentence; nothing changes', async () => {
    const driver = await setUp();
    const options = await openOptions(driver);
    const before = await settingsIn(driver);
    const { text } = await savedBy(options, 'Save settings file', folder);
    const refused = async (file: string, sentence: string): Promise<void> => {
      await restore(options, 'refused.json', file);
      await untilSays(options, sentence);
      expect(await options.$$eval('[role="alert"]', (all) => all.length)).toBe(1);
      expect(await settingsIn(driver)).toEqual(before);
    };
    await refused(text.slice(0, text.length / 2), 'Nothing was changed. This file breaks off before its end');
    const newer = text.replace('clocked-off-settings/1', 'clocked-off-settings/2');
    await refused(newer, 'Look at “format” in the file: This file was written by a newer Clocked Off');
    await refused('{"format":"recipes/1"}', 'This is not a settings file of Clocked Off.');
    await refused(text.replace('"UTC"', '"Mars/Olympus"'), 'The time zone “Mars/Olympus” is not known here');
    await options.close();
  });

  test('the log page shows what came, filters it, checks it, and exports it', { timeout: LONG_MS }, async () => {
    const driver = await setUp();
    const { practice } = world();
    const desk = await deskOf(driver);
    for (const [origin, count] of [
      [practice.origin, 3],
      [practice.otherOrigin, 2],
    ] as const) {
      const site = await driver.openPage(`${origin}/`);
      for (let n = 1; n <= count; n += 1) await ring(site, { route: 'page', title: `=message ${n}` });
    }
    await until('all to be held', async () => (await send(desk, 'held.read', null)).length === 5);

    const log = await driver.openPage(driver.extensionUrl('/log.html'));
    const rows = (app: string) =>
      log.$$eval('li', (all, name) => all.filter((li) => li.textContent.includes(name)).length, app);
    await until('the rows', async () => (await rows('Practice 1held')) + (await rows('Practice 2held')) === 5);
    const choose = async (value: string) => {
      const select = (await control(log, 'App')) as unknown as ElementHandle<HTMLSelectElement>;
      await select.select(value);
    };
    await choose('site-2');
    await until(
      'one app alone',
      async () => (await rows('Practice 1held')) === 0 && (await rows('Practice 2held')) === 2,
    );
    await choose('');
    await setDate(log, 'From', '2199-01-01');
    await untilSays(log, 'No entry matches this filter.');
    await setDate(log, 'From', '2020-01-01');
    await until('all rows again', async () => (await rows('Practice 1held')) === 3);

    await press(log, 'Check the whole log');
    const ndjson = await savedBy(log, 'Export as NDJSON', folder);
    await untilSays(log, `Saved as ${ndjson.name}.`);
    const lines = ndjson.text.split('\n').slice(0, -1);
    await untilSays(log, `The whole log: ${lines.length} lines`);
    const sha256 = async (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
    const verdict = await verifyChain(inTurn(lines), sha256);
    expect(verdict).toMatchObject({ ok: true, count: lines.length });
    const bent = lines.map((line, index) => (index === 2 ? line.replace(/"seq":3/u, '"seq":3 ') : line));
    expect(await verifyChain(inTurn(bent), sha256)).toMatchObject({ ok: false });

    const csv = await savedBy(log, 'Export as CSV', folder);
    const [header, ...records] = csv.text.split('\r\n').slice(0, -1);
    expect(header).toMatch(/^\uFEFF?seq,time,zone,kind,app/u);
    expect(records).toHaveLength(lines.length);
    // A title that a spreadsheet would take for a formula is made plain text.
    expect(records.filter((record) => record.includes(",'=message "))).toHaveLength(5);

    await press(log, 'Check the whole log');
    await untilSays(log, `The chain is whole: ${lines.length} lines`);
    expect(await textOf(log)).not.toContain('does not fit');
  });
});

async function* inTurn(lines: readonly string[]): AsyncGenerator<{ line: Uint8Array; privateLine: null }> {
  for (const line of lines) yield { line: new TextEncoder().encode(line), privateLine: null };
}
