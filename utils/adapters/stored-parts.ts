import { keysOf } from '../app/ports.ts';
import { placeOf } from '../core/vault/sealed-value.ts';
import type { StoredHeld, StoredLine, StoredPrivateLine } from './database.ts';
import type { Row } from './log-transaction.ts';
import type { Sealer } from './sealer.ts';
import { sealHeld } from './stored-held.ts';

/** An entry as it is stored. */
export interface StoredParts extends Pick<Row, 'append'> {
  readonly line: StoredLine;
  readonly privateLine: StoredPrivateLine | null;
  readonly items: readonly StoredHeld[];
}

/** @param sealer null to store it as it is. */
export async function storedParts({ append, entry }: Row, sealer: Sealer | null): Promise<StoredParts> {
  const { seq, at, app, privateLine } = entry;
  const { draft, held = [] } = append;
  const once = keysOf(append);
  const items = held.map((item) => ({ ...item, seq }));
  const line = { seq, at, line: entry.line, ...(app === null ? {} : { app }), ...(once.length === 0 ? {} : { once }) };
  const secret = privateLine === null ? null : { seq, line: privateLine };
  if (sealer === null) return { append, line, privateLine: secret, items };
  const [sealedLine, sealedSecret, sealedItems] = await Promise.all([
    sealer.seal(placeOf('lines', seq), line.line),
    secret && sealer.seal(placeOf('private', seq), secret.line),
    Promise.all(items.map((item) => sealHeld(item, sealer))),
  ]);
  const treatment = draft.kind === 'contact' ? { treatment: draft.treatment } : {};
  return {
    append,
    line: { ...line, ...treatment, line: sealedLine },
    privateLine: sealedSecret && { seq, line: sealedSecret },
    items: sealedItems,
  };
}
