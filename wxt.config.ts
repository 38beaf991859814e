import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { ADDED_PATHS, publicAssets } from './scripts/build/public-assets.ts';

/** DESIGN floors: WebCrypto Ed25519 in Chrome 137; data_collection_permissions in Firefox 140 (Android 142). */
const CHROME_FLOOR = '137';
const FIREFOX_FLOOR = '140.0';
const FIREFOX_ANDROID_FLOOR = '142.0';

/**
 * WXT wraps unlisted scripts in a logger and a crash report, 0.6 kB each. Ours run in every frame of a work page, where
 * each byte is parsed again: they get a plain call instead.
 */
const barePageScripts: Plugin = {
  name: 'bare-page-scripts',
  transform(code, id) {
    const definition = /import definition from (?<path>"[^"]+")/u.exec(code)?.groups?.path;
    if (!id.includes('unlisted-script-entrypoint') || definition === undefined) return null;
    return `import definition from ${definition};\nexport default definition.main();`;
  },
};

/**
 * Background and popup speak to the browser itself: from the floors on all that they call answers with promises, and the
 * polyfill is 10 kB that each wake-up and each look would read again (decision 14). Other pages keep it.
 */
const nativeBrowser: Plugin = {
  name: 'native-browser',
  enforce: 'pre',
  applyToEnvironment({ config: { build } }) {
    const { input } = build.rollupOptions;
    const isPopup = typeof input === 'object' && Object.keys(input).join() === 'popup';
    return isPopup || (build.lib !== false && build.lib.fileName === 'background');
  },
  resolveId: (id) => (id === 'webextension-polyfill' ? '\0native-browser' : null),
  load: (id) => (id === '\0native-browser' ? 'export default globalThis.browser ?? globalThis.chrome;' : null),
};

/** The popup is to be there at once: its styles come within its HTML, not in four more files that the first paint waits for. */
const stylesWithinPopup: Plugin = {
  name: 'styles-within-popup',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle, filename }) {
      if (bundle === undefined || !filename.includes('/popup/')) return html;
      return html.replaceAll(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/gu, (link, file: string) => {
        const styles = bundle[file];
        return styles?.type === 'asset' ? `<style>${styles.source}</style>` : link;
      });
    },
  },
};

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  vite: () => ({
    plugins: [preact(), barePageScripts, nativeBrowser, stylesWithinPopup],
    build: { sourcemap: false, modulePreload: { polyfill: false } },
  }),
  hooks: {
    // The popup is built apart from the other pages: what they share would come to it in a dozen files, and each costs it 3 ms.
    'entrypoints:grouped': (_, groups) => {
      const pages = groups.find((group) => Array.isArray(group));
      const popup = pages?.findIndex(({ type }) => type === 'popup') ?? -1;
      if (pages !== undefined && popup >= 0) groups.push(pages.splice(popup, 1));
    },
    'build:publicAssets': async (_, files) => {
      files.splice(0, files.length, ...(await publicAssets(files)));
    },
    'prepare:publicPaths': (_, paths) => {
      paths.push(...ADDED_PATHS);
    },
  },
  zip: {
    name: 'clocked-off',
    excludeSources: ['tests/**', '.ci/**', 'docs/**'],
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'scripting',
      // No browser driver can press the browser's own "allow" for an API permission, so the test build declares it.
      ...(mode === 'test' ? ['notifications'] : []),
    ],
    ...(mode === 'test' ? {} : { optional_permissions: ['notifications'] }),
    optional_host_permissions: ['*://*/*'],
    incognito: 'not_allowed' as const,
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'clocked-off@clocked-off.invalid',
              strict_min_version: FIREFOX_FLOOR,
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: FIREFOX_ANDROID_FLOOR },
          },
        }
      : { minimum_chrome_version: CHROME_FLOOR }),
  }),
});
