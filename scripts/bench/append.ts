import type { Page } from 'puppeteer-core';
import { pageScript } from '../browsers/page-script.ts';
import { median, type Row, ratioRow } from './row.ts';

declare const bench: {
  single(count: number): Promise<number[]>;
  burst(count: number): Promise<number>;
  raw(count: number): Promise<number[]>;
};

export const APPEND_ENTRY = new URL('append-entry.ts', import.meta.url);

/** Durable appends in a page of the extension, on the browser's own IndexedDB. Rounds alternate, so that load hits both. */
export async function append(desk: Page): Promise<Row[]> {
  await desk.evaluate(await pageScript(APPEND_ENTRY));
  const raw: number[] = [];
  const single: number[] = [];
  const burst: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    raw.push(...(await desk.evaluate(() => bench.raw(40))));
    single.push(...(await desk.evaluate(() => bench.single(40))));
    burst.push(await desk.evaluate(() => bench.burst(1_000)));
  }
  return [
    ratioRow('durable append, one at a time', median(single), median(raw), 1.5),
    ratioRow('durable append, each of a burst of 1 000', median(burst), median(single), 0.3),
  ];
}
