/** The string that starts at the quote `from` in valid JSON, and where it ends. */
function stringAt(json: string, from: number): { text: string; end: number } {
  let end = from + 1;
  while (json[end] !== '"') end += json[end] === '\\' ? 2 : 1;
  const raw = json.slice(from, end + 1);
  return { text: raw.includes('\\') ? String(JSON.parse(raw)) : raw.slice(1, -1), end };
}

const KEY_FOLLOWS = /\s*:/uy;

function isKey(json: string, end: number): boolean {
  KEY_FOLLOWS.lastIndex = end + 1;
  return KEY_FOLLOWS.test(json);
}

/**
 * Does an object in this valid JSON name the same key twice? `JSON.parse` silently takes the last one, other readers the
 * first: such a line could say different things to different people.
 */
export function hasDuplicateKey(json: string): boolean {
  const open: (Set<string> | null)[] = [];
  for (let index = 0; index < json.length; index += 1) {
    const char = json[index];
    if (char === '{') open.push(new Set());
    else if (char === '[') open.push(null);
    else if (char === '}' || char === ']') open.pop();
    else if (char === '"') {
      const { text, end } = stringAt(json, index);
      const keys = open.at(-1);
      if (keys instanceof Set && isKey(json, end)) {
        if (keys.has(text)) return true;
        keys.add(text);
      }
      index = end;
    }
  }
  return false;
}
