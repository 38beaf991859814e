import { constants } from 'node:fs';
import { access, open } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { installWithApt } from './apt.ts';
import type { BrowserName } from './driver.ts';

interface Program {
  /** As a person knows it. */
  readonly label: string;
  readonly environment: string;
  /** Names to look for on PATH, best first. */
  readonly commands: readonly string[];
  /** Usual places off PATH. */
  readonly places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>>;
  readonly debianPackage: string;
}

const onWindows = (path: string): string[] =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const root = process.env[name];
    return root === undefined ? [] : [join(root, ...path.split('/'))];
  });

type ProgramName = BrowserName | 'prosody' | 'age';

const PROGRAMS: Readonly<Record<ProgramName, Program>> = {
  chromium: {
    label: 'Chromium, Chrome or Edge',
    environment: 'CHROME_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    places: {
      darwin: [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ],
      win32: [
        ...onWindows('Chromium/Application/chrome.exe'),
        ...onWindows('Google/Chrome/Application/chrome.exe'),
        ...onWindows('Microsoft/Edge/Application/msedge.exe'),
      ],
    },
    debianPackage: 'chromium',
  },
  firefox: {
    label: 'Firefox ESR',
    environment: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: {
      darwin: [
        '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
        '/Applications/Firefox.app/Contents/MacOS/firefox',
      ],
      win32: [...onWindows('Firefox Developer Edition/firefox.exe'), ...onWindows('Mozilla Firefox/firefox.exe')],
    },
    debianPackage: 'firefox-esr',
  },
  prosody: {
    label: 'the chat server Prosody',
    environment: 'PROSODY_PATH',
    commands: ['prosody'],
    places: {},
    debianPackage: 'prosody',
  },
  age: {
    label: 'the file encryption tool age',
    environment: 'AGE_PATH',
    commands: ['age'],
    places: {},
    debianPackage: 'age',
  },
};

/** Ends a run with one sentence for a person, and no stack. */
export class MissingProgram extends Error {
  override readonly name = 'MissingProgram';
}

/**
 * Where a program is. On Debian and its children, as root, what is missing is installed.
 * @throws {MissingProgram} with a sentence that says what to install.
 */
export async function findProgram(name: ProgramName): Promise<string> {
  const program = PROGRAMS[name];
  const chosen = process.env[program.environment];
  if (chosen !== undefined) {
    if (await isProgram(chosen)) return chosen;
    throw new MissingProgram(`${program.environment} points at ${chosen}, where there is no program.`);
  }
  const found = await look(program);
  if (found !== null) return found;
  if (await mayInstall()) {
    await installWithApt([program.debianPackage]);
    const installed = await look(program);
    if (installed !== null) return installed;
  }
  throw new MissingProgram(
    `Please install ${program.label} (on Debian: apt-get install ${program.debianPackage}), or name it in ${program.environment}.`,
  );
}

export const findBrowser = (name: BrowserName): Promise<string> => findProgram(name);

/** The browser that is there; Chromium and its relatives before Firefox, and where there is none, to be installed. */
export async function anyBrowser(): Promise<BrowserName> {
  for (const name of ['chromium', 'firefox'] as const) {
    const program = PROGRAMS[name];
    if (process.env[program.environment] !== undefined || (await look(program)) !== null) return name;
  }
  return 'chromium';
}

function look(program: Program): Promise<string | null> {
  return firstProgram([...onPath(program.commands), ...(program.places[process.platform] ?? [])]);
}

function onPath(commands: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

async function firstProgram(candidates: readonly string[]): Promise<string | null> {
  for (const candidate of candidates) {
    if (await isProgram(candidate)) return candidate;
  }
  return null;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
  } catch {
    return false;
  }
  // Ubuntu ships scripts of these names that only tell the caller to install a snap.
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0);
    const head = buffer.toString('latin1', 0, bytesRead);
    return !(head.startsWith('#!') && /requires the .* snap to be installed/.test(head));
  } finally {
    await file.close();
  }
}

async function mayInstall(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return (await firstProgram(onPath(['apt-get']))) !== null;
}
