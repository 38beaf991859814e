import { fail, ok, type Result } from '../result.ts';
import type { ChosenApp } from './types.ts';

/** A match pattern taken apart: `https://*.example.com:8065/*`, or `https://chat.example.com/team/*` for one account. */
export interface SitePattern {
  /** `*` stands for http and https. */
  readonly scheme: 'http' | 'https' | '*';
  /** Lower case, ASCII (punycode), IPv6 in brackets; without the `*.` of a wildcard. */
  readonly host: string;
  /** Written with `*.`: the host itself and everything below it. */
  readonly subdomains: boolean;
  /** Null matches any port. */
  readonly port: number | null;
  /** The page's path, and all below it, as `canonicalPath` writes it: `/client/T0001`. Empty: the whole site. */
  readonly path: string;
}

/** The longest address that "add this site" takes. */
export const SITE_TEXT_CAP = 2_048;

const PATTERN =
  /^(\*|https?):\/\/(\*\.)?(\[[0-9a-f:.]+\]|[^\s/:?#@[\]*]+)(?::(\d{1,5}))?((?:\/(?!(?:\.|%2e){1,2}\/)[^\s/*?#\\]+)*)\/\*$/iu;
const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?)$/u;
const IP = /^(?:\[.*\]|\d{1,3}(?:\.\d{1,3}){3})$/u;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** The host as browsers write it, or null where no browser would open it. */
function canonicalHost(text: string): string | null {
  const address = `http://${text}/`;
  if (!URL.canParse(address)) return null;
  const host = new URL(address).hostname.replace(/\.$/u, '');
  return HOST.test(host) && !host.includes('..') && host.length <= 253 ? host : null;
}

/** A path as it is compared: each segment percent-encoded in one way only. Paths tell upper and lower case apart. */
const canonicalPath = (path: string): string =>
  path.replace(/[^/]+/gu, (segment) => {
    try {
      return encodeURIComponent(decodeURIComponent(segment));
    } catch {
      return segment; // A stray `%` or half a letter: compared as it is.
    }
  });

/** Null for anything that is not a match pattern of one site; the pattern of all sites is not. */
export function parsePattern(text: string): SitePattern | null {
  const parts = PATTERN.exec(text);
  if (parts === null || text.length > SITE_TEXT_CAP) return null;
  const host = canonicalHost(parts[3] ?? '');
  const subdomains = parts[2] !== undefined;
  const port = parts[4] === undefined ? null : Number(parts[4]);
  if (host === null || (subdomains && IP.test(host))) return null;
  if (port !== null && (port < 1 || port > 65_535)) return null;
  const scheme = (parts[1] ?? '').toLowerCase() as SitePattern['scheme'];
  return { scheme, host, subdomains, port, path: canonicalPath(parts[5] ?? '') };
}

/** One spelling for all patterns that mean the same. */
export const formatPattern = ({ scheme, host, subdomains, port, path }: SitePattern): string =>
  `${scheme}://${subdomains ? '*.' : ''}${host}${port === null ? '' : `:${port}`}${path}/*`;

function matchesSite(pattern: SitePattern, url: URL): boolean {
  const defaultPort = DEFAULT_PORTS[url.protocol];
  if (defaultPort === undefined) return false;
  if (pattern.scheme !== '*' && `${pattern.scheme}:` !== url.protocol) return false;
  if (pattern.port !== null && pattern.port !== (url.port === '' ? defaultPort : Number(url.port))) return false;
  const host = url.hostname.replace(/\.$/u, '');
  if (host !== pattern.host && !(pattern.subdomains && host.endsWith(`.${pattern.host}`))) return false;
  return `${canonicalPath(url.pathname)}/`.startsWith(`${pattern.path}/`);
}

/** Does the match pattern cover this URL or origin? Opaque origins (`null`) are covered by none. */
export function matchesPattern(pattern: string, urlOrOrigin: string): boolean {
  const site = parsePattern(pattern);
  return site !== null && URL.canParse(urlOrOrigin) && matchesSite(site, new URL(urlOrOrigin));
}

/**
 * The pattern to ask the browser for: without its port, since Firefox's match patterns take none, and without its path,
 * since permissions are for whole sites.
 */
export function permissionPattern(pattern: string): string {
  const site = parsePattern(pattern);
  return site === null ? pattern : formatPattern({ ...site, port: null, path: '' });
}

/** A bare word, an IP address or localhost rarely has https: both schemes are meant unless one was typed. */
const schemeFor = (host: string): SitePattern['scheme'] => (IP.test(host) || !host.includes('.') ? '*' : 'https');

const OTHER_SCHEME = /^(?:javascript|data|file|mailto|tel|about|blob|chrome|view-source|filesystem|ftps?|wss?):/iu;
const HOST_AND_PORT = /^(?:\[[^\]]*\]|[^/?#:]*):\d{1,5}(?:[/?#]|$)/u;
const PLAIN_NAME = /^[\p{L}\p{M}\p{N}.-]+$/u;

/** The host as the person typed it where that is harmless (IDN stays readable), else as the browser writes it. */
function readableHost(address: string, host: string): string {
  const typed = /^https?:\/\/([^/?#:]*)/iu.exec(address)?.[1]?.normalize('NFC').toLowerCase() ?? '';
  return PLAIN_NAME.test(typed) && canonicalHost(typed) === host ? typed.replace(/\.$/u, '') : host;
}

/** What the person typed or pasted, as one site. */
export interface TypedSite {
  readonly name: string;
  readonly pattern: string;
  /** The address, as a browser would write it. */
  readonly url: URL;
}

/** What the person typed or pasted under "add this site", as one site's pattern. */
export function siteFromText(text: string): Result<TypedSite> {
  const typed = text.trim();
  if (typed === '') return fail('site.empty', 'site');
  if (typed.length > SITE_TEXT_CAP) return fail('site.too-long', 'site', { max: SITE_TEXT_CAP });
  const hasWebScheme = /^https?:\/\//iu.test(typed);
  if (
    !hasWebScheme &&
    (/^[a-z][a-z0-9+.-]*:\/\//iu.test(typed) || OTHER_SCHEME.test(typed)) &&
    !HOST_AND_PORT.test(typed)
  )
    return fail('site.scheme', 'site');
  const address = hasWebScheme ? typed : `https://${typed}`;
  if (/^[a-z]+:\/\/[^/?#]*@/iu.test(address)) return fail('site.credentials', 'site');
  if (!hasWebScheme && /^[a-z][a-z0-9+.-]*:/iu.test(typed) && !HOST_AND_PORT.test(typed))
    return fail('site.scheme', 'site');
  if (/[\s\p{Cc}\\]|^[/?#]|^https?:\/\/[/?#]/iu.test(typed) || !URL.canParse(address))
    return fail('site.not-a-url', 'site');
  const url = new URL(address);
  const host = canonicalHost(url.hostname);
  if (host === null) return fail('site.not-a-url', 'site');
  const scheme = hasWebScheme ? (url.protocol === 'http:' ? 'http' : 'https') : schemeFor(host);
  const port = url.port === '' ? null : Number(url.port);
  const pattern = formatPattern({ scheme, host, subdomains: false, port, path: '' });
  if (parsePattern(pattern) === null) return fail('site.not-a-url', 'site');
  return ok({ name: `${readableHost(address, host)}${port === null ? '' : `:${port}`}`, pattern, url });
}

/** Exact host before wildcard, longer before shorter; then the longer path, then a port before none. */
const specificity = ({ host, subdomains, port, path }: SitePattern): number =>
  ((subdomains ? 0 : 1_000) + host.length) * 1e6 + 2 * path.length + (port === null ? 0 : 1);

/** The chosen app that an address belongs to: the most specific pattern wins, whatever the order of choice. */
export function appAt(apps: readonly ChosenApp[], address: string): ChosenApp | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  let best: ChosenApp | null = null;
  let bestRank = -1;
  for (const app of apps) {
    for (const pattern of app.patterns) {
      const site = parsePattern(pattern);
      if (site === null || !matchesSite(site, url)) continue;
      const rank = specificity(site);
      // Two that rank the same differ in their spelling or their scheme alone.
      if (rank < bestRank || (rank === bestRank && app.id > (best?.id ?? ''))) continue;
      [best, bestRank] = [app, rank];
    }
  }
  return best;
}
