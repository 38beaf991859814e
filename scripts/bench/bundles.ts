import type { Page } from 'puppeteer-core';
import { deskOf } from '../../tests/e2e/support/person.ts';
import type { Driver } from '../browsers/index.ts';
import { pageScript } from '../browsers/page-script.ts';
import { median, type Row, ratioRow } from './row.ts';

declare const bench: {
  write(first: string, last: string): Promise<number>;
  check(): Promise<number>;
  raw(): Promise<{ deflate: number; inflate: number; bytes: number }>;
};

const ROUNDS = 3;
const SAMPLE_MS = 100;
const MB = 1_000_000;
const DAY_MS = 86_400_000;
/** The log that is measured goes back 200 weeks. */
const DAYS = 1_450;
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/**
 * An evidence bundle of the log as it lies in the browser, all of it handed over: writing it against hashing natively and
 * deflating the same bytes, checking it against inflating and hashing them. Rounds alternate, so that load hits both.
 */
export async function bundles(driver: Driver): Promise<Row[]> {
  const [first, last] = [dayFromNow(-DAYS), dayFromNow(1)];
  const desk = await deskOf(driver);
  await desk.evaluate(await pageScript(new URL('bundle-entry.ts', import.meta.url)));
  const times = { write: [] as number[], check: [] as number[], deflate: [] as number[], inflate: [] as number[] };
  const memory = { write: 0, check: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const written = await withMemory(desk, () => desk.evaluate((...days) => bench.write(...days), first, last));
    const checked = await withMemory(desk, () => desk.evaluate(() => bench.check()));
    const raw = await desk.evaluate(() => bench.raw());
    times.write.push(written.value);
    times.check.push(checked.value);
    times.deflate.push(raw.deflate);
    times.inflate.push(raw.inflate);
    memory.write = Math.max(memory.write, written.mb);
    memory.check = Math.max(memory.check, checked.mb);
  }
  return [
    ratioRow('bundle of 100 000 entries: written', median(times.write), median(times.deflate), 1.5, seconds),
    mbRow('bundle of 100 000 entries: memory while written', memory.write),
    ratioRow('bundle of 100 000 entries: checked', median(times.check), median(times.inflate), 1.5, seconds),
    mbRow('bundle of 100 000 entries: memory while checked', memory.check),
  ];
}

/** As a date in UTC; the log that is measured is in no other zone. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);

const mbRow = (what: string, value: number): Row => ({
  what,
  ours: `${value.toFixed(0)} MB`,
  reference: '',
  value,
  budget: 150,
  unit: 'MB',
});

/** What the page's memory grew by at most, objects and buffers together, as the browser tells ten times a second. */
async function withMemory<T>(page: Page, work: () => Promise<T>): Promise<{ value: T; mb: number }> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const used = async (): Promise<number> => {
    const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  };
  const before = await used();
  let most = before;
  let running = true;
  const watch = async (): Promise<void> => {
    while (running) {
      most = Math.max(most, await used());
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  };
  const watching = watch();
  const value = await work();
  running = false;
  await watching;
  await session.detach();
  return { value, mb: (most - before) / MB };
}
