/**
 * `npm run bench`: the budget table (docs/bench.md), each figure as a ratio to a reference of the same run. Times count from
 * a factor of about 1.5 on a shared machine; sizes, worlds and arrivals are exact. `-- --no-idle` leaves out three minutes.
 */

import { deskOf } from '../tests/e2e/support/person.ts';
import { append } from './bench/append.ts';
import { idle } from './bench/idle.ts';
import { notifications } from './bench/notifications.ts';
import { pages } from './bench/pages.ts';
import { printRows, type Row } from './bench/row.ts';
import { sizes } from './bench/sizes.ts';
import { buildExtension } from './browsers/build.ts';
import { type Driver, launch } from './browsers/index.ts';
import { startPractice } from './practice/server.ts';

const progress = (text: string): void => console.info(`… ${text}`);

progress('building');
const rows: Row[] = await sizes(await buildExtension('chromium', 'production'));
const extensionDir = await buildExtension('chromium', 'test');
const practice = await startPractice();
const start = (dir: string | null): Promise<Driver> =>
  launch('chromium', { extensionDir: dir, headless: true, notifications: [practice.origin, practice.otherOrigin] });
const driver = await start(extensionDir);
const bare = await start(null);
try {
  progress('notifications, during hours and after');
  rows.push(...(await notifications(driver, practice)));
  progress('pages');
  rows.push(...(await pages(driver, bare, practice)));
  progress('durable appends');
  rows.push(...(await append(await deskOf(driver))));
} finally {
  await driver.close();
}
if (!process.argv.includes('--no-idle')) {
  progress('three minutes of nothing');
  const fresh = await start(extensionDir);
  try {
    rows.push(...(await idle(fresh, bare, practice)));
  } finally {
    await fresh.close();
  }
}
await bare.close();
await practice.close();
printRows(rows);
