import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What `npm run verify` says of it. */
export async function verified(path: string, ...options: string[]): Promise<{ code: number | null; told: string }> {
  const child = spawn(process.execPath, [
    ...['node_modules/vite-node/dist/cli.mjs', 'scripts/verify.ts', path],
    ...options,
  ]);
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, told: out + err };
}

/** Another time in the first line that is whole, one byte of it, and all else as it was. */
export function withOneByteChanged(zip: Uint8Array): Uint8Array {
  const files = unzipSync(zip);
  const name = Object.keys(files).find((path) => path.endsWith('/data/log.ndjson')) ?? '';
  const log = strFromU8(files[name] ?? new Uint8Array());
  const changed = log.replace(
    /("t":"[^"]*\.)(\d)/u,
    (_, before: string, digit: string) => `${before}${(Number(digit) + 1) % 10}`,
  );
  if (changed === log) throw new Error('Nothing was changed.');
  return zipSync({ ...files, [name]: strToU8(changed) });
}
