import { utf8 } from '../log/bytes.ts';
import { fail, ok, type Result } from '../result.ts';
import { fromRaw64, toRaw64 } from './base64.ts';

/** The header of an age v1 file (https://c2sp.org/age). */
export const VERSION_LINE = 'age-encryption.org/v1';

/** Far more than anybody's recipients take; what is longer is no header. */
export const MOST_HEADER_BYTES = 65_536;
const COLUMNS = 64;
const MAC_BYTES = 32;
const END = '---';
const LF = 0x0a;

/** The file key, wrapped for one recipient. */
export interface Stanza {
  /** The first is its type. */
  readonly args: readonly string[];
  readonly body: Uint8Array;
}

export interface Header {
  readonly stanzas: readonly Stanza[];
  readonly mac: Uint8Array;
  /** The bytes that the MAC is over: all up to `---`. */
  readonly signed: Uint8Array;
  /** Bytes of the header; the payload begins behind. */
  readonly length: number;
}

function bodyLines(body: Uint8Array): string[] {
  const text = toRaw64(body);
  const full = text.match(/.{64}/gu) ?? [];
  // The last line is shorter than the others, if need be empty.
  return [...full, text.slice(COLUMNS * full.length)];
}

/** The header as far as the MAC is over it. */
export const unsignedHeader = (stanzas: readonly Stanza[]): Uint8Array =>
  utf8(
    [VERSION_LINE, ...stanzas.flatMap(({ args, body }) => [`-> ${args.join(' ')}`, ...bodyLines(body)]), END].join(
      '\n',
    ),
  );

export const macLine = (mac: Uint8Array): Uint8Array => utf8(` ${toRaw64(mac)}\n`);

/** One line after the other; null where there is none that ends, or it holds more than visible ASCII and spaces. */
function lineReader(bytes: Uint8Array): { at: () => number; next: () => string | null } {
  let at = 0;
  return {
    at: () => at,
    next() {
      const end = bytes.indexOf(LF, at);
      if (end < 0) return null;
      const line = String.fromCharCode(...bytes.subarray(at, end));
      at = end + 1;
      return /^[ -~]*$/u.test(line) ? line : null;
    },
  };
}

function readBody(next: () => string | null): Uint8Array | null {
  let text = '';
  for (;;) {
    const line = next();
    if (line === null || line.length > COLUMNS) return null;
    text += line;
    if (line.length < COLUMNS) return fromRaw64(text);
  }
}

/**
 * As strict as the format asks for, so that no two programs read one header in two ways. Codes: `seal.not-sealed`, `seal.version`,
 * `seal.header`.
 * @param bytes the beginning of the file, at most {@link MOST_HEADER_BYTES} of it.
 */
export function readHeader(bytes: Uint8Array): Result<Header> {
  const lines = lineReader(bytes.subarray(0, MOST_HEADER_BYTES));
  const version = lines.next();
  if (version !== VERSION_LINE)
    return fail(version?.startsWith('age-encryption.org/') ? 'seal.version' : 'seal.not-sealed', 'bundle');
  const stanzas: Stanza[] = [];
  for (;;) {
    const start = lines.at();
    const line = lines.next();
    if (line === null) break;
    if (line.startsWith(`${END} `)) {
      const mac = fromRaw64(line.slice(END.length + 1));
      if (mac?.length !== MAC_BYTES || stanzas.length === 0) break;
      return ok({ stanzas, mac, signed: bytes.subarray(0, start + END.length), length: lines.at() });
    }
    const [arrow, ...args] = line.split(' ');
    const body = arrow === '->' && args.length > 0 && args.every((arg) => arg !== '') ? readBody(lines.next) : null;
    if (body === null) break;
    stanzas.push({ args, body });
  }
  return fail('seal.header', 'bundle');
}
