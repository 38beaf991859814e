import type { LaunchOptions } from './driver.ts';

/** Things Chromium would do on its own that have no place in a test: contact servers, greet, offer, guess. */
const QUIET = [
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-features=Translate,SpareRendererForSitePerProcess,MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  '--disable-field-trial-config',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--disable-session-crashed-bubble',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--disable-component-extensions-with-background-pages',
  '--password-store=basic',
  '--use-mock-keychain',
] as const;

/** Nothing but this machine can be reached, whatever a page or the browser itself asks for. */
const LOOPBACK_ONLY = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'] as const;

export function chromiumArgs(profileDir: string, options: LaunchOptions): string[] {
  return [
    `--user-data-dir=${profileDir}`,
    '--remote-debugging-pipe',
    '--enable-unsafe-extension-debugging',
    ...QUIET,
    ...LOOPBACK_ONLY,
    ...(options.headless ? ['--headless=new'] : []),
    // Chromium's sandbox refuses to run as root; containers and CI machines often are root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // Small shared-memory mounts of containers make pages crash.
    '--disable-dev-shm-usage',
    '--window-size=1280,900',
    ...(options.lang === undefined ? [] : [`--lang=${options.lang}`]),
    ...(options.fakeMicrophone ? ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] : []),
    ...(options.colours === undefined
      ? []
      : [`--blink-settings=preferredColorScheme=${options.colours === 'dark' ? 0 : 1}`]),
    ...(options.args ?? []),
    'about:blank',
  ];
}
