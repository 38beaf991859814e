import { fail, ok, type Result } from '../core/result.ts';
import { toBase64 } from '../core/sign/base64.ts';
import { LockedError } from '../core/vault/locked.ts';
import { vaultMark } from '../core/vault/mark.ts';
import { checkPassphrase, normalisePassphrase } from '../core/vault/passphrase.ts';
import { readVaultRecord } from '../core/vault/record.ts';
import type { VaultRecord, VaultView } from '../core/vault/types.ts';
import { send } from '../messages/send.ts';
import { systemClock } from './clock.ts';
import { type Database, withDatabase } from './database.ts';
import { createOpener } from './opener.ts';
import { createSealer } from './sealer.ts';
import { makeVault, unwrapKey, wrapKey } from './vault-key.ts';
import { countUnsealed, turnRows, type VaultCourse, VaultMoved } from './vault-pass.ts';
import { isSealedRow, opening, sealing } from './vault-rows.ts';
import { beginSession, endSession, onSessionChange, readSession } from './vault-session.ts';
import { storedVault } from './vault-state.ts';

/** The passphrase of the log, for our own pages: the background only seals for the public key, and carries none of this. */

export async function readVault(): Promise<VaultView> {
  return withDatabase(async (db) => {
    const vault = await storedVault(db);
    if (vault === undefined) return { state: 'none' };
    const session = await readSession(systemClock.now());
    if (session === null) return { state: 'locked' };
    const unsealed = vault.whole ? 0 : await countUnsealed(db, isSealedRow);
    return { state: 'open', until: session.until, keepMs: session.keepMs, unsealed };
  });
}

/**
 * @param keepMs from the last reading to the lock; null: until the browser closes.
 * Codes: `vault.wrong-passphrase`, `vault.none`, and those of `readVaultRecord`.
 */
export const unlock = (passphrase: string, keepMs: number | null): Promise<Result<null>> =>
  withDatabase(async (db) => {
    const opened = await openWith(db, passphrase);
    if (!opened.ok) return opened;
    await beginSession(toBase64(opened.value.privateKey), keepMs, systemClock.now());
    await tell();
    return DONE;
  });

export async function lock(): Promise<void> {
  await endSession();
  await tell();
}

/**
 * Sets a passphrase: from then on the background seals what it writes, and what is there is sealed in place. The log is open
 * afterwards. Codes: `vault.exists`, `vault.moved`, and those of `checkPassphrase`.
 * @throws the signal's reason when it is aborted: the passphrase is set, and `sealRest` goes on.
 */
export const switchOn = (passphrase: string, keepMs: number | null, course: VaultCourse): Promise<Result<null>> =>
  withDatabase(async (db) => {
    const checked = checkPassphrase(passphrase);
    if (!checked.ok) return checked;
    const { vault, privateKey } = await makeVault(checked.value);
    const isSet = await change(db, (before) => (before === undefined ? vault : before));
    if (isSet !== vault) return fail('vault.exists', 'passphrase');
    await beginSession(toBase64(privateKey), keepMs, systemClock.now());
    await tell();
    return sealAll(db, course);
  });

/** Seals what is not sealed yet. Codes: `vault.none`, `vault.moved`. @throws as `switchOn` does. */
export const sealRest = (course: VaultCourse): Promise<Result<null>> =>
  withDatabase(async (db) => {
    const vault = await change(db, without('closing'));
    if (vault === undefined) return fail('vault.none', 'vault');
    return sealAll(db, course);
  });

/**
 * Takes the passphrase off an open log. Codes: `vault.none`, `vault.locked`, `vault.damaged`, `vault.moved`.
 * @throws the signal's reason when it is aborted: what is written then is plain, and `switchOff` or `sealRest` goes on.
 */
export const switchOff = (course: VaultCourse): Promise<Result<null>> =>
  withDatabase(async (db) => {
    if ((await readSession(systemClock.now())) === null) return fail('vault.locked', 'vault');
    const closing = await change(db, (vault) => vault && { ...without('whole')(vault), closing: true });
    if (closing === undefined) return fail('vault.none', 'vault');
    await tell();
    return passed(async () => {
      await turnRows(db, vaultMark(closing), opening(createOpener(db)()), course, null);
      await letGo(db, vaultMark(closing));
      await endSession();
      await tell();
    });
  });

/**
 * The same key pair under another passphrase. Codes: those of `checkPassphrase`, `unlock`.
 */
export const changePassphrase = (before: string, after: string): Promise<Result<null>> =>
  withDatabase(async (db) => {
    const checked = checkPassphrase(after);
    if (!checked.ok) return checked;
    const opened = await openWith(db, before);
    if (!opened.ok) return opened;
    const { vault, privateKey } = opened.value;
    const wrapped = await wrapKey(checked.value, vault.publicKey, privateKey);
    const mark = vaultMark(vault);
    const now = await change(
      db,
      (stored) => stored && (vaultMark(stored) === mark ? { ...stored, ...wrapped } : stored),
    );
    return now !== undefined && vaultMark(now) === mark ? DONE : fail('vault.moved', 'vault');
  });

/** Tells of every lock and unlock. Of a passphrase that is set or taken off while the log is locked, the status tells. */
export const onVaultChange = (listener: () => void): (() => void) => onSessionChange(listener);

const DONE = ok(null);

const without =
  (mark: 'closing' | 'whole') =>
  <V extends VaultRecord | undefined>(vault: V): V => {
    if (vault === undefined) return vault;
    const { [mark]: _gone, ...rest } = vault;
    return rest as V;
  };

/** Replaces the record in one strict transaction and gives what is stored then. */
async function change(
  db: Database,
  to: (vault: VaultRecord | undefined) => VaultRecord | undefined,
): Promise<VaultRecord | undefined> {
  const tx = db.transaction('state', 'readwrite', { durability: 'strict' });
  const before = (await tx.store.get('vault')) as VaultRecord | undefined;
  const after = to(before);
  if (after !== undefined && after !== before) await tx.store.put(after, 'vault');
  await tx.done;
  return after;
}

async function sealAll(db: Database, course: VaultCourse): Promise<Result<null>> {
  return passed(async () => {
    const vault = await storedVault(db);
    const sealer = await createSealer(vault);
    if (sealer === null) throw new VaultMoved();
    await turnRows(db, sealer.mark, sealing(sealer), course, sealer.context);
    await change(db, (now) => now && (vaultMark(now) === sealer.mark ? { ...now, whole: true } : now));
    await tell();
  });
}

/** Runs a pass over the rows. */
async function passed(work: () => Promise<void>): Promise<Result<null>> {
  try {
    await work();
    return DONE;
  } catch (error) {
    if (error instanceof VaultMoved) return fail('vault.moved', 'vault');
    if (error instanceof LockedError) return fail('vault.locked', 'vault');
    if (error instanceof DOMException && error.name === 'OperationError') return fail('vault.damaged', 'rows');
    throw error;
  }
}

/** Once all rows are open: the keys go. */
async function letGo(db: Database, mark: string): Promise<void> {
  const tx = db.transaction(['state', 'contexts'], 'readwrite', { durability: 'strict' });
  const vault = (await tx.objectStore('state').get('vault')) as VaultRecord | undefined;
  if (vaultMark(vault) === mark)
    await Promise.all([tx.objectStore('state').delete('vault'), tx.objectStore('contexts').clear()]);
  await tx.done;
  if (vaultMark(vault) !== mark) throw new VaultMoved();
}

async function openWith(
  db: Database,
  passphrase: string,
): Promise<Result<{ readonly vault: VaultRecord; readonly privateKey: Uint8Array }>> {
  const record = await storedVault(db);
  if (record === undefined) return fail('vault.none', 'vault');
  const vault = readVaultRecord(record);
  if (!vault.ok) return vault;
  const privateKey = await unwrapKey(normalisePassphrase(passphrase), vault.value);
  return privateKey === null ? fail('vault.wrong-passphrase', 'passphrase') : ok({ vault: vault.value, privateKey });
}

/** The background need not hear of it to write rightly: each of its transactions looks at the vault. */
const tell = (): Promise<unknown> => send('vault.changed', null).catch(() => undefined);
