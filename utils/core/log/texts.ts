const loose = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

const BOM = 0xfeff;
const LF = 0x0a;

/**
 * The text of each of these lines, as a `TextDecoder` gives it: without a byte-order mark, wrong bytes replaced. All are
 * decoded in one go, since in a browser each call of the decoder costs more than a line.
 */
export function textsOf(lines: readonly Uint8Array[]): readonly string[] {
  const texts = loose.decode(joined(lines)).split('\n');
  const all = texts.length === lines.length ? texts : lines.map((line) => loose.decode(line));
  return all.map((text) => (text.charCodeAt(0) === BOM ? text.slice(1) : text));
}

/** The exact text of each of these lines; null where the bytes of one are no UTF-8, or it holds an LF. */
export function exactTextsOf(lines: readonly Uint8Array[]): readonly string[] | null {
  if (lines.length === 0) return [];
  try {
    const texts = strict.decode(joined(lines)).split('\n');
    return texts.length === lines.length ? texts : null;
  } catch {
    return null;
  }
}

function joined(lines: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(lines.reduce((sum, { length }) => sum + length + 1, 0));
  let at = 0;
  for (const line of lines) {
    whole.set(line, at);
    at += line.length;
    whole[at] = LF;
    at += 1;
  }
  return whole.subarray(0, Math.max(0, at - 1));
}
