import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../utils/adapters/clock.ts';
import { type Database, openDatabase } from '../../utils/adapters/database.ts';
import { planErasure } from '../../utils/adapters/erase-desk.ts';
import { keptHashes, loggedWithCopies } from '../../utils/adapters/file-desk.ts';
import { createKeptFiles } from '../../utils/adapters/kept-files.ts';
import { createLogStore } from '../../utils/adapters/log-store.ts';
import { erasePrivate } from '../../utils/app/erase-private.ts';
import type { Append } from '../../utils/app/ports.ts';
import type { FileMark } from '../../utils/core/log/types.ts';
import { fail, ok } from '../../utils/core/result.ts';
import { idOf } from '../app/fakes.ts';

const markOf = (text: string): FileMark => ({
  sha256: createHash('sha256').update(text).digest('hex'),
  bytes: text.length,
  type: 'text/plain',
});
const copyOf = (text: string) => ({ mark: markOf(text), file: new Blob([text]) });
const [A, B, C] = ['first', 'second', 'third'].map((text) => copyOf(text)) as [Copy, Copy, Copy];
type Copy = ReturnType<typeof copyOf>;
const DAY = 86_400_000;

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase();
});

const stored = async (): Promise<string[]> => (await db.getAllKeys('files')).toSorted();
const hashes = (...copies: readonly Copy[]) => copies.map(({ mark }) => mark.sha256).toSorted();

describe('a copy', () => {
  test('comes back as it was, once however often it is kept', async () => {
    const files = createKeptFiles(db);
    expect([await files.keep(A.mark, A.file, 5), await files.keep(A.mark, A.file, 9)]).toEqual([true, false]);
    expect(new TextDecoder().decode((await files.bytesOf(A.mark.sha256)) ?? undefined)).toBe('first');
    expect(await db.getAll('files')).toMatchObject([{ sha256: A.mark.sha256, size: 5, type: 'text/plain', at: 5 }]);
    expect([await files.hashes(5), await files.hashes(6)]).toEqual([[], hashes(A)]);
    expect(await files.bytesOf(B.mark.sha256)).toBeNull();
  });

  test('is not kept where the file was changed since it was hashed', async () => {
    expect(await createKeptFiles(db).keep(A.mark, new Blob(['First']), 5)).toBe('changed');
    expect(await stored()).toEqual([]);
  });

  test('that was damaged is none', async () => {
    const files = createKeptFiles(db);
    await files.keep(A.mark, A.file, 5);
    const row = await db.get('files', A.mark.sha256);
    await db.put('files', { ...row, bytes: new Uint8Array([1]) } as never);
    expect(await files.bytesOf(A.mark.sha256)).toBeNull();
  });
});

describe('logging with copies', () => {
  test('stores them before the entry', async () => {
    const log = vi.fn(async () => {
      expect(await stored()).toEqual(hashes(A, B));
      return ok(7);
    });
    expect(await loggedWithCopies([A, B], log)).toEqual(ok(7));
    expect(log).toHaveBeenCalledOnce();
    expect([...(await keptHashes())].toSorted()).toEqual(hashes(A, B));
  });

  test('lets those go that it kept for an entry that was refused, and no others', async () => {
    await createKeptFiles(db).keep(A.mark, A.file, 5);
    expect(await loggedWithCopies([A, B], async () => fail('manual.in-hours', 'when'))).toMatchObject({ ok: false });
    expect(await stored()).toEqual(hashes(A));
  });

  test('keeps them where nobody knows whether the entry was written', async () => {
    await expect(loggedWithCopies([A], () => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer');
    expect(await stored()).toEqual(hashes(A));
  });

  test('logs nothing where a file was changed meanwhile', async () => {
    const log = vi.fn(async () => ok(7));
    const changed = { ...B, file: new Blob(['other']) };
    expect(await loggedWithCopies([A, changed], log)).toMatchObject({ problem: { code: 'manual.file-changed' } });
    expect(log).not.toHaveBeenCalled();
    expect(await stored()).toEqual([]);
  });
});

describe('erasing', () => {
  const naming = (n: number, ...copies: readonly Copy[]): Append => ({
    draft: {
      kind: 'reported',
      id: idOf(n),
      app: 'manual-call',
      when: 0,
      end: null,
      later: false,
      employment: 'job',
      verdict: { kind: 'off', reason: 'outside-hours', layer: 'contract', rule: 'hours@2026-01-01', until: null },
      content: { files: copies.map(({ mark }) => mark) },
    },
  });
  const sha256 = async (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

  async function logWith(appends: readonly Append[]) {
    let salts = 0;
    const log = createLogStore({
      db,
      writer: '1.0 test',
      sha256,
      stamp: () => ({ at: systemClock.now(), zone: 'UTC', epoch: 'e', monotonicMs: 1 }),
      random: (bytes) => {
        salts += 1;
        return new Uint8Array(bytes).fill(salts);
      },
    });
    await log.append(appends);
    return log;
  }

  async function keep(copies: readonly Copy[], at = systemClock.now()): Promise<void> {
    for (const { mark, file } of copies) await createKeptFiles(db).keep(mark, file, at);
  }

  test('an entry drops the copies that no other entry names, in the same transaction', async () => {
    await keep([A, B, C]);
    const log = await logWith([naming(1, A, B), naming(2, B)]);
    const { erasure } = await planErasure({ by: 'entry', seq: 2 });
    expect(erasure.files).toEqual(hashes(A));
    await erasePrivate({ log, changed: vi.fn() }, erasure);
    expect(await stored()).toEqual(hashes(B, C));
    expect((await db.getAll('private')).map(({ seq }) => seq)).toEqual([3]);
  });

  test('drops those of notes on an entry as well', async () => {
    await keep([A]);
    await logWith([naming(1), { draft: { kind: 'note', what: 'annotation', ref: 2, content: { files: [A.mark] } } }]);
    expect((await planErasure({ by: 'entry', seq: 2 })).erasure.files).toEqual(hashes(A));
  });

  test('sweeps what was left over long ago, as far as every private line can be read', async () => {
    await keep([A, B], systemClock.now() - DAY);
    await keep([C]);
    await logWith([naming(1, A), naming(2)]);
    expect((await planErasure({ by: 'entry', seq: 3 })).erasure.files).toEqual(hashes(B));
    await db.put('private', { seq: 2, line: new Uint8Array([0xff]) });
    expect((await planErasure({ by: 'entry', seq: 3 })).erasure.files).toEqual([]);
  });

  test('everything drops them all', async () => {
    await keep([A, B]);
    const log = await logWith([naming(1, A)]);
    await log.wipe();
    expect(await stored()).toEqual([]);
  });
});
