import type { VaultRecord } from './types.ts';

/** Changes whenever a writer must do differently: seal for another key, or no longer. */
export function vaultMark(vault: VaultRecord | undefined): string {
  return vault === undefined ? '' : `${vault.closing ?? false} ${vault.publicKey}`;
}
