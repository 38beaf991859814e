import type { Page } from 'puppeteer-core';

/**
 * Puts `count` contacts of the last `weeks` weeks into the log as it lies in the browser's database, the fastest way: in
 * large transactions. It replaces the log; the chain holds. Contacts come on evenings and weekends, and one sender writes
 * every Sunday evening. `page` is one of the extension's.
 */
export function fillLog(page: Page, count: number, weeks: number, now: number): Promise<void> {
  return page.evaluate(fill, count, weeks, now);
}

/** Runs inside the page, and so stands alone. */
async function fill(count: number, weeks: number, now: number): Promise<void> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no reason'));
    });
  const HOUR = 3_600_000;
  const WEEK = 7 * 24 * HOUR;
  const names = ['Ana Souza', 'Jorge Díaz', 'Marta Núñez', 'Build server', 'Lucía Pérez', 'Tomás Vega'];
  const hours = [18, 19, 20, 20, 21, 21, 21, 22, 23, 7, 17];
  const treatments = ['hold', 'hold', 'hold', 'flag', 'show'];
  const encoder = new TextEncoder();
  const db = await settled(indexedDB.open('clocked-off'));
  // Always the same numbers, so that two runs measure the same log.
  let state = 20_261_124;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  const monday = now - ((Math.floor(now / (24 * HOUR)) + 3) % 7) * 24 * HOUR - (now % (24 * HOUR));
  const start = monday - (weeks - 1) * WEEK;
  const moments: { readonly at: number; readonly sender: string }[] = [];
  for (let n = 0; n < count; n += 1) {
    const week = Math.floor((n * weeks) / count);
    const sunday = n % 10 === 0;
    const day = sunday ? 6 : next(6);
    const hour = sunday ? 21 : (hours[next(hours.length)] ?? 20);
    const at = start + week * WEEK + day * 24 * HOUR + hour * HOUR + next(3_600) * 1_000;
    moments.push({ at, sender: sunday ? 'Ana Souza' : (names[1 + next(names.length - 1)] ?? '') });
  }
  const past = moments.filter(({ at }) => at < now).sort((a, b) => a.at - b.at);
  const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
    [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
      .map((b) => b.toString(16).padStart(2, '0'))
      .join('');
  let prev = '0'.repeat(64);
  const BATCH = 2_000;
  for (let first = 0; first < past.length; first += BATCH) {
    const until = Math.min(first + BATCH, past.length);
    const rows = [];
    for (let place = first; place < until; place += 1) {
      const { at, sender } = past[place] ?? { at: now, sender: '' };
      const seq = place + 1;
      const words = { v: 1, seq, s: '0'.repeat(32), sender, title: sender, text: `Could you look at item ${seq}?` };
      const privateLine = encoder.encode(JSON.stringify(words));
      const line = {
        v: 1,
        log: 'b'.repeat(32),
        seq,
        k: 'contact',
        t: `${new Date(at).toISOString().slice(0, -1)}+00:00`,
        tz: 'UTC',
        m: ['bench', seq],
        id: String(seq).padStart(32, '0'),
        svc: `site-${1 + (seq % 2)}`,
        org: 'https://chat.example.org',
        cap: 'page',
        sure: 'observed',
        act: treatments[seq % treatments.length],
        why: {
          emp: 'job',
          kind: 'off',
          reason: 'outside-hours',
          layer: 'contract',
          rule: 'hours@2020-01-01',
          until: null,
        },
        s: '0'.repeat(32),
        x: await digest(privateLine),
        prev,
      };
      const bytes = encoder.encode(JSON.stringify(line));
      prev = await digest(bytes);
      rows.push({ seq, at, app: line.svc, once: [line.id], line: bytes, privateLine });
    }
    const tx = db.transaction(['lines', 'private', 'state'], 'readwrite', { durability: 'relaxed' });
    const done = new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error ?? new Error('aborted'));
    });
    for (const { privateLine, ...row } of rows) {
      tx.objectStore('lines').put(row);
      tx.objectStore('private').put({ seq: row.seq, line: privateLine });
    }
    tx.objectStore('state').put({ log: 'b'.repeat(32), size: until, hash: prev }, 'head');
    tx.commit();
    await done;
  }
  db.close();
}
