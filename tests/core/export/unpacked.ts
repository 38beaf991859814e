import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** Starting other programs takes its time on a busy machine. */
export const PATIENCE_MS = 60_000;

const home = mkdtempSync(join(tmpdir(), 'bundle-'));

/** To be called when a test file is done. */
export const removeFolders = (): void => rmSync(home, { recursive: true });

/** Runs a program in `folder`. @throws where it cannot be started. */
export function run(command: readonly string[], folder: string, input?: string): { ok: boolean; told: string } {
  const [program = '', ...args] = command;
  const done = spawnSync(program, args, { cwd: folder, encoding: 'utf8', input: input ?? '', maxBuffer: 1 << 28 });
  if (done.error !== undefined) throw done.error;
  return { ok: done.status === 0, told: done.stdout + done.stderr };
}

/** Says what Python's `zipfile` finds in each of the ZIPs, in one process: starting Python is slow on small machines. */
const JUDGE = `
import json, sys, zipfile
told = []
for name in sys.argv[1:]:
    try:
        with zipfile.ZipFile(name) as bundle:
            assert bundle.testzip() is None
            told.append([{"name": i.filename, "date": list(i.date_time), "mode": oct(i.external_attr >> 16), "size": i.file_size} for i in bundle.infolist()])
    except Exception:
        told.append(None)
print(json.dumps(told))
`;

export interface ZipItem {
  readonly name: string;
  readonly date: readonly number[];
  readonly mode: string;
  readonly size: number;
}

/** What Python, which nobody here wrote, finds in each ZIP; null where it finds a fault. */
export function judged(zips: readonly Uint8Array[]): (readonly ZipItem[] | null)[] {
  const folder = mkdtempSync(join(home, 'zips-'));
  const names = zips.map((zip, index) => {
    writeFileSync(join(folder, `${index}.zip`), zip);
    return `${index}.zip`;
  });
  const { ok, told } = run(['python3', '-c', JUDGE, ...names], folder);
  if (!ok) throw new Error(told);
  return JSON.parse(told);
}

/** Runs the code in each folder, in one process; gives what it prints, or `refused`. */
const EACH = `
import contextlib, io, os, sys
for folder in sys.argv[2:]:
    os.chdir(folder)
    told = io.StringIO()
    try:
        with contextlib.redirect_stdout(told):
            exec(sys.argv[1], {})
        print(repr(told.getvalue().strip()).strip("'"))
    except Exception:
        print("refused")
`;

/** What a Python program prints in each folder, its lines joined by a literal backslash and n; or `refused`. */
export function runPython(code: string, folders: readonly string[]): string[] {
  const { ok, told } = run(['python3', '-c', EACH, code, ...folders], home);
  if (!ok) throw new Error(told);
  return told.trimEnd().split('\n');
}

export interface Unpacked {
  /** The bundle's own folder. */
  readonly folder: string;
  /** Below that folder, in the order of the ZIP. */
  readonly paths: readonly string[];
  read(path: string): string;
  /** The same files in a folder of their own, one of them with another text. */
  changed(path: string, text: string): Unpacked;
}

export function unpacked(zip: Uint8Array): Unpacked {
  const outside = mkdtempSync(join(home, 'zip-'));
  const names = Object.entries(unzipSync(zip)).map(([name, bytes]) => {
    mkdirSync(dirname(join(outside, name)), { recursive: true });
    writeFileSync(join(outside, name), bytes);
    return name;
  });
  const top = names[0]?.split('/')[0] ?? '';
  return inFolder(
    join(outside, top),
    names.map((name) => name.slice(top.length + 1)),
  );
}

const inFolder = (folder: string, paths: readonly string[]): Unpacked => ({
  folder,
  paths,
  read: (path) => readFileSync(join(folder, path), 'utf8'),
  changed(path, text) {
    const copy = mkdtempSync(join(home, 'copy-'));
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, path), text);
    return inFolder(copy, paths);
  },
});

/** The commands that the bundle itself gives to a stranger, but for those of macOS and Windows. */
export function commandsOf(bundle: Unpacked): string[] {
  const blocks = bundle.read('HOW-TO-VERIFY.txt').match(/(?:^ {4}.*\n)+/gmu) ?? [];
  return blocks.map((block) => block.replace(/^ {4}/gmu, '')).filter((block) => !/^(?:shasum|certutil) /u.test(block));
}

/** Does what a stranger would do with it. */
export const follow = ({ folder }: Unpacked, command: string): { ok: boolean; told: string } =>
  command.startsWith('import ') ? run(['python3', '-'], folder, command) : run(['sh', '-c', command], folder);
