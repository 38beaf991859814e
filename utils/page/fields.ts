import { apply, cloneOf, construct, getterOf, now, toNumber } from './natives.ts';

/**
 * What a page asked to be shown, converted once and in the order WebIDL prescribes (title, then the dictionary's members
 * in lexicographical order), so that a page's getters run exactly as often as natively and throw what they would throw.
 */
export interface Fields {
  readonly title: string;
  /** The converted members the page gave, and no others: what the native call gets. */
  readonly init: Record<string, unknown>;
  /** Only the browser's own constructor knows the right error for these options (they cannot be shown). */
  readonly odd: boolean;
}

/** How each member of `NotificationOptions` is converted: t(ext), u(rl), f(lag), n(umber), c(loned), r(aw). */
export const MEMBERS: Readonly<Record<string, string>> = {
  actions: 'r',
  badge: 'u',
  body: 't',
  data: 'c',
  dir: 't',
  icon: 'u',
  image: 'u',
  lang: 't',
  navigate: 'u',
  renotify: 'f',
  requireInteraction: 'f',
  silent: 'f',
  tag: 't',
  timestamp: 'n',
  vibrate: 'r',
};

/** Browsers that know `renotify` refuse what cannot be shown; the others pass over members they do not know. */
const STRICT = globalThis.Notification !== undefined && getterOf(Notification.prototype, 'renotify') !== undefined;

const UrlOf = URL;
const hrefOf = getterOf(URL.prototype, 'href') as () => string;
const baseOf = getterOf(Node.prototype, 'baseURI') as () => string;

/** @throws whatever the page's own `toString` or getters throw; TypeError for symbols; DataCloneError for bad `data`. */
export function readFields(title: unknown, options: unknown): Fields {
  const shownTitle = `${title as string}`;
  const init = { __proto__: null } as unknown as Record<string, unknown>;
  if (options === undefined || options === null) return { title: shownTitle, init, odd: false };
  if (typeof options !== 'object' && typeof options !== 'function')
    return { title: shownTitle, init: options as never, odd: true };
  for (const key in MEMBERS) {
    if (STRICT && key === 'navigate') continue; // Chromium does not know it, and so does not read it.
    const value = (options as Record<string, unknown>)[key];
    if (value !== undefined) init[key] = convert(value, MEMBERS[key]);
  }
  const { actions, dir, renotify, silent, tag, vibrate } = init;
  const refused =
    (actions !== undefined && (actions as unknown[]).length !== 0) ||
    (renotify === true && !tag) ||
    (silent === true && vibrate !== undefined);
  const odd = (STRICT && refused) || (dir !== undefined && dir !== 'auto' && dir !== 'ltr' && dir !== 'rtl');
  return { title: shownTitle, init, odd };
}

/** What the browser's getter of a member answers: the page's value, or the standard's default. */
export function memberOf({ init }: Fields, key: string): unknown {
  if (key in init) return init[key];
  const kind = MEMBERS[key];
  if (kind === 'r') return [];
  if (kind === 'n') return now();
  if (kind === 'f') return false;
  if (kind === 'c') return null;
  return key === 'dir' ? 'auto' : '';
}

export const textOf = (fields: Fields, key: string): string => memberOf(fields, key) as string;

/** The fields for a silent, marked native notification (treatment `flag`). */
export function flagged({ title, init, odd }: Fields, mark: string): Fields {
  const quiet = { __proto__: null, ...init, silent: true } as unknown as Record<string, unknown>;
  delete quiet.vibrate; // A silent notification with a vibration pattern is a TypeError.
  return { title: `${mark}${title}`, init: quiet, odd };
}

function convert(value: unknown, kind: string | undefined): unknown {
  if (kind === 'r') return value;
  if (kind === 'c') return cloneOf(value);
  if (kind === 'n') return toNumber(value as number);
  if (kind === 'f') return !!value;
  const text = `${value as string}`;
  return kind === 'u' ? absolute(text) : text;
}

/** A URL attribute as the browser reads it: resolved against the document, empty when it is none. */
function absolute(url: string): string {
  try {
    return apply(hrefOf, construct(UrlOf, [url, apply(baseOf, document, [])]) as URL, []) as string;
  } catch {
    return ''; // The Notifications standard: a URL that does not parse is as if it had not been given.
  }
}
