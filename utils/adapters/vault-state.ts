import type { Instant } from '../core/time/instant.ts';
import type { VaultRecord, VaultState } from '../core/vault/types.ts';
import type { Database } from './database.ts';
import { readSession } from './vault-session.ts';

/** The record as it is stored; undefined where the log has no passphrase. */
export const storedVault = (db: Database): Promise<VaultRecord | undefined> =>
  db.get('state', 'vault') as Promise<VaultRecord | undefined>;

/** Has the log a passphrase, and can it be read at this instant? */
export async function readVaultState(db: Database, now: Instant): Promise<VaultState> {
  if ((await storedVault(db)) === undefined) return 'none';
  return (await readSession(now)) === null ? 'locked' : 'open';
}
