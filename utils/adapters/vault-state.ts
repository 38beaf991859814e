import type { Instant } from '../core/time/instant.ts';
import type { VaultState } from '../core/vault/types.ts';
import type { Database } from './database.ts';
import { readSession } from './vault-session.ts';

/** Has the log a passphrase, and can it be read at this instant? */
export async function readVaultState(db: Database, now: Instant): Promise<VaultState> {
  if ((await db.get('state', 'vault')) === undefined) return 'none';
  return (await readSession(now)) === null ? 'locked' : 'open';
}
