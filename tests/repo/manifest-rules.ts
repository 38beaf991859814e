import { describe, expect, it } from 'vitest';

/** DESIGN §5: nothing here warns at install; everything else is asked for in context. */
export const PERMISSIONS = ['alarms', 'scripting', 'storage', 'unlimitedStorage'];
export const OPTIONAL = ['notifications'];
export const OPTIONAL_HOSTS = ['*://*/*'];

/** Each would break a promise: it warns at install, runs where nobody asked, or opens a door to somebody else. */
const FORBIDDEN_KEYS = [
  'host_permissions',
  'content_scripts',
  'web_accessible_resources',
  'externally_connectable',
  'chrome_url_overrides',
  'devtools_page',
  'update_url',
  'storage',
];

export const BROWSERS = ['chrome', 'firefox', 'edge'] as const;
export type Browser = (typeof BROWSERS)[number];

export interface Manifest {
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly incognito?: string;
  readonly minimum_chrome_version?: string;
  readonly content_security_policy?: unknown;
  readonly browser_specific_settings?: {
    readonly gecko?: { readonly strict_min_version?: string; readonly data_collection_permissions?: unknown };
  };
}

const sorted = (list: readonly string[] | undefined): string[] => [...(list ?? [])].sort();

/** The suite, for the manifest that the configuration makes and for the one that was built. */
export function describeManifest(browser: Browser, manifestOf: () => Manifest | Promise<Manifest>): void {
  describe(`the manifest for ${browser}`, () => {
    it('asks for exactly the permissions of DESIGN §5', async () => {
      const manifest = await manifestOf();
      expect(sorted(manifest.permissions)).toEqual(PERMISSIONS);
      expect(sorted(manifest.optional_permissions)).toEqual(OPTIONAL);
      expect(sorted(manifest.optional_host_permissions)).toEqual(OPTIONAL_HOSTS);
    });

    it('opens no other door, to sites, other extensions or the employer', async () => {
      const keys = Object.keys(await manifestOf());
      expect(keys.filter((key) => FORBIDDEN_KEYS.includes(key))).toEqual([]);
    });

    it('never enters private windows', async () => {
      expect((await manifestOf()).incognito).toBe('not_allowed');
    });

    it('loosens no content policy', async () => {
      const policy = JSON.stringify((await manifestOf()).content_security_policy ?? '');
      expect(policy).not.toMatch(/unsafe|http|blob|data/u);
    });

    it('names the oldest browser it is made for', async () => {
      const { minimum_chrome_version, browser_specific_settings } = await manifestOf();
      const floor = { chrome: minimum_chrome_version, firefox: browser_specific_settings?.gecko?.strict_min_version };
      expect(floor).toEqual(browser === 'firefox' ? { firefox: '140.0' } : { chrome: '137' });
    });

    it('tells Firefox that nothing is collected', async () => {
      const { browser_specific_settings } = await manifestOf();
      const told = browser_specific_settings?.gecko?.data_collection_permissions;
      expect(told).toEqual(browser === 'firefox' ? { required: ['none'] } : undefined);
    });
  });
}
