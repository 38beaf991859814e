import { browser } from 'wxt/browser';
import type { Instant } from '../core/time/instant.ts';

/**
 * The private key while the log is open: in memory, and for our own pages only. When it locks stands under a name of its
 * own: a page that moves it on while another locks must not bring the key back.
 */
const KEY = 'vaultKey';
const UNTIL = 'vaultUntil';

/** A reading moves the lock on, at most this often. */
const APART_MS = 60_000;

export interface VaultSession {
  /** PKCS #8, base64. */
  readonly key: string;
  readonly keepMs: number | null;
  /** Null: until the browser closes. */
  readonly until: Instant | null;
}

interface Stored {
  readonly vaultKey?: { readonly key: string; readonly keepMs: number | null };
  readonly vaultUntil?: Instant;
}

/** Null while the log is locked. A key past its time is removed: the background's heartbeat asks, if nobody else does. */
export async function readSession(now: Instant): Promise<VaultSession | null> {
  const { vaultKey, vaultUntil } = (await browser.storage.session.get([KEY, UNTIL])) as Stored;
  if (vaultKey === undefined) return null;
  const until = vaultKey.keepMs === null ? null : (vaultUntil ?? 0);
  if (until === null || until > now) return { ...vaultKey, until };
  await endSession();
  return null;
}

export async function beginSession(key: string, keepMs: number | null, now: Instant): Promise<void> {
  await browser.storage.session.set({ [KEY]: { key, keepMs }, [UNTIL]: now + (keepMs ?? 0) });
}

/**
 * A page of ours has read. That counts where the person just pressed something in it: an open page that nobody looks at reads
 * too, with every contact that comes in.
 */
export async function keepSession({ keepMs, until }: VaultSession, now: Instant): Promise<void> {
  if (globalThis.navigator?.userActivation?.isActive === false) return;
  if (keepMs !== null && until !== null && now + keepMs - until >= APART_MS)
    await browser.storage.session.set({ [UNTIL]: now + keepMs });
}

export const endSession = (): Promise<void> => browser.storage.session.remove([KEY, UNTIL]);

/** Tells of every lock and unlock, also by other pages. */
export function onSessionChange(listener: () => void): () => void {
  const hear = (changes: object): void => {
    if (KEY in changes) listener();
  };
  browser.storage.session.onChanged.addListener(hear);
  return () => browser.storage.session.onChanged.removeListener(hear);
}
