import puppeteer, { type Browser, type CDPSession } from 'puppeteer-core';
import { exited, signalGroup, track } from './children.ts';
import { chromiumArgs } from './chromium-args.ts';
import type { LaunchOptions } from './driver.ts';
import { within } from './wait.ts';

const START_MS = 60_000;
const QUIT_MS = 10_000;

/** One run of Chromium. */
export interface ChromiumProcess {
  readonly pid: number;
  readonly puppet: Browser;
  /** Resolves when the process has ended. */
  readonly ended: () => Promise<void>;
}

/** What a run borrows from its driver. */
export interface Surroundings {
  /** The message bus that notifications go to; null leaves the desktop's own. */
  readonly bus: string | null;
  /** For Chromium's temporary files: it makes one for each notification, and leaves them behind when it is killed. */
  readonly temporaryDir: string;
}

/** Starts Chromium on a profile. */
export async function startChromium(
  program: string,
  profileDir: string,
  options: LaunchOptions,
  surroundings: Surroundings,
): Promise<ChromiumProcess> {
  const puppet = await puppeteer.launch({
    executablePath: program,
    userDataDir: profileDir,
    // The pipe is the only way by which Chromium lets a program install an extension.
    pipe: true,
    ignoreDefaultArgs: true,
    args: chromiumArgs(profileDir, options),
    env: environment(options, surroundings),
    defaultViewport: null,
    timeout: START_MS,
    waitForInitialPage: false,
    // Ended by the group instead (children.ts).
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // An attached debugger keeps an extension's worker awake for ever.
    targetFilter: (target) => target.type() !== 'service_worker',
  });
  const child = puppet.process();
  if (child === null) throw new Error('Chromium did not start.');
  return { pid: track(child), puppet, ended: () => exited(child) };
}

/** Ends a run: politely where there is time for it, at once where not. */
export async function endChromium(run: ChromiumProcess, politely: boolean): Promise<void> {
  if (politely) await within('Chromium to close', run.puppet.close(), QUIT_MS).catch(() => undefined);
  // Helpers may outlive the browser by a moment and would write into a profile that is being removed.
  signalGroup(run.pid, 'SIGKILL');
  await run.ended();
}

/** The targets of the workers of one extension; none while its background sleeps. */
export async function workersOf(browser: Browser, extensionUrl: string): Promise<string[]> {
  const { targetInfos } = await withSession(browser, (session) => session.send('Target.getTargets', { filter: [{}] }));
  const own = targetInfos.filter(({ type, url }) => type === 'service_worker' && url.startsWith(extensionUrl));
  return own.map(({ targetId }) => targetId);
}

/** Closes a target; one that ended by itself a moment before is closed as wanted. */
export async function closeTarget(browser: Browser, targetId: string): Promise<void> {
  await withSession(browser, (session) => session.send('Target.closeTarget', { targetId })).catch((error: unknown) => {
    if (!String(error).includes('No target with given id')) throw error;
  });
}

async function withSession<T>(browser: Browser, act: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await browser.target().createCDPSession();
  try {
    return await act(session);
  } finally {
    await session.detach().catch(() => undefined);
  }
}

function environment(options: LaunchOptions, { bus, temporaryDir }: Surroundings): Record<string, string | undefined> {
  const { timezone, lang, env } = options;
  return {
    ...process.env,
    TMPDIR: temporaryDir,
    ...(bus === null ? {} : { DBUS_SESSION_BUS_ADDRESS: bus }),
    ...(timezone === undefined ? {} : { TZ: timezone }),
    ...(lang === undefined ? {} : { LANGUAGE: lang }),
    ...env,
  };
}
