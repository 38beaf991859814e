/**
 * `npm run bench`: the budget table (docs/bench.md), each figure as a ratio to a reference of the same run. Times count from
 * a factor of about 1.5 on a shared machine; sizes, worlds and arrivals are exact. `-- --no-idle` leaves out three minutes.
 */

import { deskOf } from '../tests/e2e/support/person.ts';
import { append } from './bench/append.ts';
import { bundles } from './bench/bundles.ts';
import { emptyExtension } from './bench/empty-extension.ts';
import { idle } from './bench/idle.ts';
import { logPage } from './bench/log-page.ts';
import { notifications } from './bench/notifications.ts';
import { pages } from './bench/pages.ts';
import { roster } from './bench/roster.ts';
import { printRows, type Row } from './bench/row.ts';
import { sizes } from './bench/sizes.ts';
import { verdicts } from './bench/verdicts.ts';
import { buildExtension } from './browsers/build.ts';
import { type Driver, launch } from './browsers/index.ts';
import { startPractice } from './practice/server.ts';

const progress = (text: string): void => console.info(`… ${text}`);

progress('building');
const rows: Row[] = sizes(await buildExtension('chromium', 'production'));
rows.push(...verdicts(), ...roster());
const extensionDir = await buildExtension('chromium', 'test');
const practice = await startPractice();
const start = (dir: string | null): Promise<Driver> =>
  launch('chromium', { extensionDir: dir, headless: true, notifications: [practice.origin, practice.otherOrigin] });
const driver = await start(extensionDir);
const bare = await start(null);
const nothing = await emptyExtension();
const empty = await start(nothing.dir);
try {
  progress('notifications, during hours and after');
  rows.push(...(await notifications(driver, practice)));
  progress('pages');
  rows.push(...(await pages(driver, bare, empty, practice)));
  progress('durable appends');
  rows.push(...(await append(await deskOf(driver))));
  progress('a log of 100 000 entries');
  rows.push(...(await logPage(driver, empty)));
  progress('a bundle of 100 000 entries');
  rows.push(...(await bundles(driver)));
} finally {
  await Promise.all([driver.close(), bare.close(), empty.close()]);
  await nothing.remove();
}
if (!process.argv.includes('--no-idle')) {
  progress('three minutes of nothing');
  const [fresh, freshBare] = [await start(extensionDir), await start(null)];
  try {
    rows.push(...(await idle(fresh, freshBare, practice)));
  } finally {
    await Promise.all([fresh.close(), freshBare.close()]);
  }
}
await practice.close();
printRows(rows);
