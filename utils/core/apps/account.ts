import { fail, ok, type Result } from '../result.ts';
import { formatPattern, matchesPattern, parsePattern, siteFromText } from './patterns.ts';
import type { CatalogueApp } from './types.ts';

/** Settings take no longer pattern. */
const PATTERN_CAP = 300;

/** One account of an app, as its addresses tell. */
export interface Account {
  /** What tells it from others, to be read: `T0001`. */
  readonly name: string;
  /** Name of the site it lies in. */
  readonly site: string;
  /** `https://app.slack.com/client/T0001/*`. */
  readonly pattern: string;
}

/**
 * The account whose address the person pasted, cut by the catalogue's rule; of a site that no rule is known for, all of
 * the path. Fails with a code of `site.…`, where the address names no account or is none of the app's.
 */
export function accountFromText(text: string, app: CatalogueApp | null): Result<Account> {
  const typed = siteFromText(text);
  if (!typed.ok) return typed;
  const { name: site, pattern: whole, url } = typed.value;
  if (app !== null && !app.selfHosted && !app.patterns.some((pattern) => matchesPattern(pattern, url.href)))
    return fail('site.other-app', 'site', { app: app.name });
  const segments = accountSegments(url.pathname, app?.accountPath ?? null);
  if (segments === null) return fail('site.no-account', 'site');
  const parts = parsePattern(`${whole.slice(0, -1)}${segments.join('/')}/*`);
  const pattern = parts && formatPattern(parts);
  if (pattern === null || parsePattern(pattern) === null) return fail('site.no-account', 'site');
  if (pattern.length > PATTERN_CAP) return fail('site.too-long', 'site', { max: PATTERN_CAP });
  return ok({ name: readable(segments.at(-1) ?? ''), site, pattern });
}

/** The leading segments of the path that the shape asks for, or all of them; null where one is missing or another. */
function accountSegments(path: string, shape: string | null): readonly string[] | null {
  const segments = path.replace(/^\//u, '').split('/');
  while (shape === null && segments.at(-1) === '') segments.pop();
  const wanted = shape === null ? segments.map(() => '<>') : shape.slice(1).split('/');
  const fits = wanted.every((want, n) => (want.startsWith('<') ? (segments[n] ?? '') !== '' : want === segments[n]));
  return fits && segments.length > 0 ? segments.slice(0, wanted.length) : null;
}

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
