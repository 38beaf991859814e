import { joinBytes } from '../log/bytes.ts';
import { fail, ok, type Result } from '../result.ts';
import { fromBase64 } from '../sign/base64.ts';
import type { RandomAccess } from '../verify/types.ts';

/** The form of an age file that goes through mail and chat: base64 between two lines (RFC 7468, strict). */
const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
const END = '-----END AGE ENCRYPTED FILE-----';
const COLUMNS = 64;
/** It is read whole; a bundle of that size is not sent as text. */
const MOST_BYTES = 64 * 1_024 * 1_024;
/** White space before the first line is allowed; more of it than this is something else. */
const LOOK_BYTES = 1_024;

const latin1 = new TextDecoder('latin1');

export async function startsArmoured(source: RandomAccess): Promise<boolean> {
  return latin1
    .decode(await source.slice(0, LOOK_BYTES))
    .trimStart()
    .startsWith(BEGIN);
}

/** Codes: `seal.armour`, `seal.armour-big`. */
export async function readArmour(source: RandomAccess): Promise<Result<RandomAccess>> {
  if (source.size > MOST_BYTES) return fail('seal.armour-big', 'bundle');
  const text = latin1.decode(await source.slice(0, source.size));
  const lines = text.trim().split(/\r?\n/u);
  const body = lines.slice(1, -1);
  const parts = body.map((line, index) => {
    const whole = index === body.length - 1 ? line.length <= COLUMNS : line.length === COLUMNS && !line.endsWith('=');
    return whole && line !== '' ? fromBase64(line) : null;
  });
  if (lines[0] !== BEGIN || lines.at(-1) !== END || parts.includes(null)) return fail('seal.armour', 'bundle');
  const bytes = joinBytes(parts.filter((part) => part !== null));
  return ok({ size: bytes.length, slice: async (from, until) => bytes.subarray(from, until) });
}
