import type { ChildProcess } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { exited, hasExited, lineOf, signalGroup, start } from './children.ts';
import type { LaunchOptions } from './driver.ts';
import { joinSession } from './firefox-connection.ts';
import { Marionette } from './marionette.ts';
import { until, within } from './wait.ts';

const START_MS = 90_000;
const QUIT_MS = 15_000;
const READY = /WebDriver BiDi listening on ws:\/\//;

/** One run of Firefox: the process, the privileged line into it, and puppeteer on the same session. */
export interface FirefoxProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly marionette: Marionette;
  readonly puppet: Browser;
}

/** Starts Firefox on a profile. `ready` runs before any page can be opened. */
export async function startFirefox(
  program: string,
  profileDir: string,
  options: LaunchOptions,
  ready: (marionette: Marionette) => Promise<void>,
): Promise<FirefoxProcess> {
  const portFile = join(profileDir, 'MarionetteActivePort');
  await rm(portFile, { force: true });
  const child = start(program, firefoxArgs(profileDir, options), {
    ...process.env,
    MOZ_CRASHREPORTER_DISABLE: '1',
    ...(options.timezone === undefined ? {} : { TZ: options.timezone }),
    ...options.env,
  });
  const pid = child.pid ?? 0;
  try {
    await lineOf(child, READY, START_MS);
    const readPort = (): Promise<number | null> => readFile(portFile, 'utf8').then(Number, () => null);
    const port = await until('Firefox to name its Marionette port', readPort);
    const marionette = await Marionette.connect(port, START_MS);
    await ready(marionette);
    return { child, pid, marionette, puppet: await joinSession(marionette) };
  } catch (error) {
    signalGroup(pid, 'SIGKILL');
    throw error;
  }
}

/** Ends a run: politely where there is time for it, at once where not. */
export async function endFirefox(run: FirefoxProcess, politely: boolean): Promise<void> {
  if (politely && !hasExited(run.child)) {
    const quitting = run.marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).then(() => exited(run.child));
    await within('Firefox to close', quitting, QUIT_MS).catch(() => undefined);
  }
  signalGroup(run.pid, 'SIGKILL');
  await exited(run.child);
  run.marionette.close();
  await run.puppet.disconnect();
}

function firefoxArgs(profileDir: string, options: LaunchOptions): string[] {
  const remote = ['--marionette', '--remote-allow-system-access', '--remote-debugging-port', '0'];
  const look = options.headless ? ['--headless'] : [];
  return ['--no-remote', '--profile', profileDir, ...remote, ...look, ...(options.args ?? []), 'about:blank'];
}
