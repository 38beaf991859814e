import type { HeldItem } from '../core/contact/types.ts';
import { utf8 } from '../core/log/bytes.ts';
import { placeOf } from '../core/vault/sealed-value.ts';
import type { SealedHeld, StoredHeld } from './database.ts';
import type { Open } from './opener.ts';
import type { Sealer } from './sealer.ts';

/** What of a held item is sealed; the rest is needed to hand it over and to let go of it while the log is locked. */
export async function sealHeld(
  { origin, sender, title, text, ...rest }: HeldItem,
  sealer: Sealer,
): Promise<SealedHeld> {
  const plain = utf8(JSON.stringify({ origin, sender, title, text }));
  return { ...rest, sealed: await sealer.seal(placeOf('held', rest.id), plain) };
}

export const isSealedHeld = (stored: StoredHeld): stored is SealedHeld =>
  'sealed' in stored && stored.sealed instanceof Uint8Array;

/** @throws as `Open` does. */
export async function openHeld(stored: StoredHeld, open: Open): Promise<HeldItem> {
  if (!isSealedHeld(stored)) return stored;
  const { sealed, ...rest } = stored;
  return { ...rest, ...JSON.parse(new TextDecoder().decode(await open(placeOf('held', rest.id), sealed))) };
}

/** What is known of a held item without the passphrase. */
export function closedHeld(stored: StoredHeld): HeldItem {
  if (!isSealedHeld(stored)) return stored;
  const { sealed: _sealed, ...rest } = stored;
  return { ...rest, origin: '', sender: null, title: '', text: '', sealed: true };
}
