import type { Account } from '../../utils/core/apps/account.ts';
import { parsePattern, permissionPattern } from '../../utils/core/apps/patterns.ts';
import { softwareOf } from '../../utils/core/apps/software.ts';
import type { CatalogueApp, ChosenApp } from '../../utils/core/apps/types.ts';
import type { Settings } from '../../utils/core/settings/types.ts';

/** A work app about to be chosen, from the catalogue or by its address. */
export type NewApp = Pick<ChosenApp, 'id' | 'name' | 'patterns'>;

/** Adds the app, or further addresses of an app that is there already (a second server of the same software). */
export function withApp(settings: Settings, app: NewApp, employment: string): Settings {
  const known = settings.apps.find(
    (chosen) => isWhole(chosen) && (chosen.id === app.id || softwareOf(chosen.id) === app.id),
  );
  if (known === undefined || !isWhole(app)) {
    const id = freeId(app.id, settings.apps);
    return { ...settings, apps: [...settings.apps, { ...app, id, employment, treatment: 'general' }] };
  }
  return withChanged(settings, { ...known, patterns: [...new Set([...known.patterns, ...app.patterns])] });
}

/** Not one account of an app only. */
export const isWhole = ({ patterns }: NewApp): boolean =>
  patterns.some((pattern) => parsePattern(pattern)?.path === '');

/** Ids of the catalogue's apps that need not be added again. */
export const wholeIds = (apps: readonly ChosenApp[]): ReadonlySet<string> =>
  new Set(apps.filter(isWhole).map(({ id }) => softwareOf(id)));

const ID_LENGTH = 64;

function freeId(wanted: string, apps: readonly ChosenApp[]): string {
  let id = wanted;
  for (let n = 2; apps.some((app) => app.id === id); n++) id = `${wanted.slice(0, ID_LENGTH - 4)}-${n}`;
  return id;
}

export const withChanged = (settings: Settings, changed: ChosenApp): Settings => ({
  ...settings,
  apps: settings.apps.map((app) => (app.id === changed.id ? changed : app)),
});

export const withoutApp = (settings: Settings, id: string): Settings => ({
  ...settings,
  apps: settings.apps.filter((app) => app.id !== id),
});

/** An added site's id follows from its name, so that adding it twice is adding it once. */
export const siteApp = (name: string, pattern: string): NewApp => ({
  id: `site-${asciiName(name)}`,
  name,
  patterns: [pattern],
});

/** Longer names of accounts are cut. */
const ACCOUNT_NAME_CAP = 40;

/** One account, of a catalogue's app or of any site; its id may still be another's. */
export function accountApp(app: CatalogueApp | null, { name, site, pattern }: Account): NewApp {
  const whole = app ?? siteApp(site, pattern);
  return {
    id: whole.id,
    name: `${whole.name} (${[...name].slice(0, ACCOUNT_NAME_CAP).join('')})`,
    patterns: [pattern],
  };
}

/** Ids are short and made of `a-z0-9-`; a dot becomes `-`, anything else its code, so that different names stay so. */
const asciiName = (name: string): string => [...name.toLowerCase()].map(idPart).join('').slice(0, 59);

function idPart(char: string): string {
  if (/[a-z0-9]/.test(char)) return char;
  return char === '.' ? '-' : `-${(char.codePointAt(0) ?? 0).toString(36)}`;
}

/** What to ask the browser for. */
export const originsOf = (patterns: readonly string[]): string[] => [...new Set(patterns.map(permissionPattern))];

/** Permissions that no app needs any more once `id` is gone. */
export function originsToGiveBack(settings: Settings, id: string): string[] {
  const gone = settings.apps.find((app) => app.id === id);
  const needed = new Set(originsOf(withoutApp(settings, id).apps.flatMap((app) => app.patterns)));
  return originsOf(gone?.patterns ?? []).filter((origin) => !needed.has(origin));
}

/** How much of an app's notifications is within reach, said plainly beside it. */
export type Visibility = 'held' | 'partly' | 'not-visible' | 'unknown';

export function visibilityOf({ routes }: Pick<CatalogueApp, 'routes'>): Visibility {
  const within = routes.some((route) => route === 'page' || route === 'page-registration' || route === 'site-worker');
  const beyond = routes.some((route) => route === 'push' || route === 'none');
  if (within) return beyond ? 'partly' : 'held';
  return beyond ? 'not-visible' : 'unknown';
}

/** A match pattern as the person would write the address. */
export const addressOf = (pattern: string): string =>
  pattern
    .replace(/^\*:\/\//, '')
    .replace(/^https?:\/\//, '')
    .replace(/\/\*$/, '');
