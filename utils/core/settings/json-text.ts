import { fail, ok, type Result } from '../result.ts';

/** In UTF-16 code units. Settings that would make a longer file are refused, so that every file can be read back. */
export const MAX_FILE_LENGTH = 1_048_576;

/** Real settings files are up to ten deep. */
const MAX_DEPTH = 16;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The value of an untrusted JSON text. Fails with `settings.file-too-big`, `settings.file-too-deep`,
 * `settings.file-incomplete` (it breaks off before its last bracket, as a half-finished download does) or
 * `settings.file-not-json`.
 */
export function readJson(text: string): Result<unknown> {
  if (text.length > MAX_FILE_LENGTH) return fail('settings.file-too-big', '', { most: MAX_FILE_LENGTH });
  const json = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  // Before parsing: some engines recurse, and a thousand brackets cost an attacker nothing.
  const { deepest, open } = bracketsOf(json);
  if (deepest > MAX_DEPTH) return fail('settings.file-too-deep', '', { most: MAX_DEPTH });
  try {
    return ok(JSON.parse(json));
  } catch {
    const brokenOff = open && json.trimStart().startsWith('{');
    return fail(brokenOff ? 'settings.file-incomplete' : 'settings.file-not-json', '');
  }
}

/** How deep the brackets go, and whether the text ends before they are all closed. */
function bracketsOf(json: string): { deepest: number; open: boolean } {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const sign = json[index];
    if (inString) {
      if (sign === '\\') index += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') {
      inString = true;
    } else if (sign === '{' || sign === '[') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
    }
  }
  return { deepest, open: inString || depth > 0 };
}
