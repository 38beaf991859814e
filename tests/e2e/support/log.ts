import type { Page } from 'puppeteer-core';
import { type EntryView, readEntry } from '../../../utils/core/log/read.ts';

/** Every line of the log, oldest first, as it lies in the browser's database. `desk` is a page of the extension. */
export async function readLines(desk: Page): Promise<{ line: Uint8Array; privateLine: null }[]> {
  const lines = await desk.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no reason'));
      });
    const db = await settled(indexedDB.open('clocked-off'));
    const rows: { line: Uint8Array }[] = await settled(db.transaction('lines').objectStore('lines').getAll());
    db.close();
    return rows.map(({ line }) => new TextDecoder().decode(line));
  });
  return lines.map((line) => ({ line: new TextEncoder().encode(line), privateLine: null }));
}

/** Every entry of the log, oldest first. */
export async function readLog(desk: Page): Promise<readonly EntryView[]> {
  return (await readLines(desk)).flatMap(({ line }) => readEntry(line, null) ?? []);
}
