import { type ChildProcess, spawn } from 'node:child_process';
import { WaitError } from './wait.ts';

/**
 * Every child leads a process group of its own, so that a browser and all its helpers end together, by the pid that we
 * were given and nothing else. Groups still alive when Node exits are ended then.
 */
const alive = new Set<number>();
let watching = false;

/** Makes sure that the process group of `pid` ends with this program. */
export function track(child: ChildProcess): number {
  const { pid } = child;
  if (pid === undefined) throw new Error(`Could not start ${child.spawnfile}.`);
  alive.add(pid);
  child.once('exit', () => alive.delete(pid));
  endThemWithUs();
  return pid;
}

function endThemWithUs(): void {
  if (watching) return;
  watching = true;
  const endAll = (): void => {
    for (const group of alive) signalGroup(group, 'SIGKILL');
  };
  process.once('exit', endAll);
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const) {
    process.once(signal, () => {
      endAll();
      // Listening has switched off what the signal does by itself; where nobody else listens, we end as it would.
      if (process.listenerCount(signal) === 0) process.exit(128 + number);
    });
  }
}

/** Starts a program as the leader of a tracked process group. */
export function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  track(child);
  return child;
}

/** Sends a signal to a whole process group; a group that is gone already is no mistake. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    // Windows knows no groups; there the helpers of a browser end when they miss it.
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export const hasExited = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Resolves when the child has ended; at once if it has. */
export function exited(child: ChildProcess): Promise<void> {
  if (hasExited(child)) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** The first line of the child's error output that matches, or what it said instead. */
export function lineOf(child: ChildProcess, pattern: RegExp, timeoutMs: number): Promise<RegExpMatchArray> {
  return new Promise((resolve, reject) => {
    let said = '';
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      child.stderr?.off('data', read);
      child.off('exit', ended);
      // An unread pipe would fill up and stop the browser.
      child.stderr?.resume();
      act();
    };
    const read = (bytes: Buffer): void => {
      said += bytes.toString();
      const match = said.match(pattern);
      if (match) settle(() => resolve(match));
    };
    const failure = (why: string): Error => new WaitError(`${child.spawnfile} ${why}. It said:\n${said.slice(-2_000)}`);
    const ended = (): void => settle(() => reject(failure('ended before it was ready')));
    const timer = setTimeout(() => settle(() => reject(failure('was not ready in time'))), timeoutMs);
    child.stdout?.resume();
    child.stderr?.on('data', read);
    child.once('exit', ended);
  });
}
