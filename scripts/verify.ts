import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { readTyped } from '../components/verify/typed.ts';
import { sealCrypto } from '../utils/adapters/seal-crypto.ts';
import { signatureCrypto } from '../utils/adapters/signature-crypto.ts';
import type { Sha256 } from '../utils/core/log/bytes.ts';
import { fail, ok, type Result } from '../utils/core/result.ts';
import { readSecrets } from '../utils/core/seal/keys.ts';
import { looksSealed, openSealed } from '../utils/core/seal/open.ts';
import { nearestLanguage } from '../utils/core/text/language.ts';
import { makeText, type Text } from '../utils/core/text/text.ts';
import { checkBundle } from '../utils/core/verify/check-bundle.ts';
import { readFolder } from '../utils/core/verify/read-folder.ts';
import { readZip } from '../utils/core/verify/read-zip.ts';
import { verdictSentences } from '../utils/core/verify/sentences.ts';
import type { BundleView, RandomAccess } from '../utils/core/verify/types.ts';
import { VERDICT_LINES, worstState } from '../utils/core/verify/verdict.ts';
import { catalogues } from './catalogues.ts';

/**
 * `npm run verify -- evidence.zip`: the four lines of VERIFY.html without a browser. Ends with 0 where nothing wrong was
 * found, 1 where something was, 2 where the bundle could not be read.
 */
const USAGE =
  'npm run verify -- FILE.zip|FILE.zip.age|FOLDER [-i KEYFILE] [--key "12345 …"] [--checkpoint FILE] [--language en|es|pt-BR]';

const MARKS = { good: '+', incomplete: '?', bad: '!' } as const;

/** Node's own, since a hundred thousand short lines would wait for WebCrypto's threads. */
const sha256: Sha256 = async (bytes) => createHash('sha256').update(bytes).digest();

class Usage extends Error {}

function textIn(language: string): Text {
  const wanted = nearestLanguage(language);
  return makeText(catalogues()[wanted], wanted);
}

async function accessTo(path: string, opened: FileHandle[]): Promise<RandomAccess> {
  const file = await open(path);
  opened.push(file);
  const { size } = await file.stat();
  return {
    size,
    slice: async (from, until) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(until, size) - from));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    },
  };
}

type Secrets = readonly Uint8Array[];

/** The secret keys of files as `age-keygen -o` writes them. */
function secretsIn(paths: readonly string[]): Result<Secrets> {
  const secrets: Uint8Array[] = [];
  for (const path of paths) {
    const read = readSecrets(readFileSync(path, 'utf8'));
    if (!read.ok) return read;
    secrets.push(...read.value);
  }
  return ok(secrets);
}

async function openFile(file: RandomAccess, secrets: Secrets): Promise<Result<BundleView>> {
  if (!(await looksSealed(file))) return readZip(file);
  if (secrets.length === 0) return fail('seal.secret-missing', 'secret');
  const unsealed = await openSealed(file, secrets, sealCrypto);
  return unsealed.ok ? readZip(unsealed.value) : unsealed;
}

async function openBundle(path: string, secrets: Secrets, opened: FileHandle[]): Promise<Result<BundleView>> {
  if (!(await stat(path)).isDirectory()) return openFile(await accessTo(path, opened), secrets);
  const found = readdirSync(path, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const files = new Map<string, RandomAccess>();
  for (const { parentPath, name } of found) {
    const file = join(parentPath, name);
    files.set(relative(path, file).split(sep).join('/'), await accessTo(file, opened));
  }
  return readFolder(files);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      identity: { type: 'string', short: 'i', multiple: true, default: [] },
      key: { type: 'string', multiple: true, default: [] },
      checkpoint: { type: 'string' },
      language: { type: 'string', default: 'en' },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || !existsSync(path)) throw new Usage(USAGE);
  const t = textIn(values.language);
  const held = values.checkpoint === undefined ? '' : readFileSync(values.checkpoint, 'utf8');
  const { options, problems } = readTyped({ keys: values.key.join('\n'), held });
  for (const problem of [problems.keys, problems.held]) if (problem !== null) throw new Usage(t.problem(problem));
  const secrets = secretsIn(values.identity);
  if (!secrets.ok) throw new Usage(t.problem(secrets.problem));

  const opened: FileHandle[] = [];
  try {
    const view = await openBundle(path, secrets.value, opened);
    if (!view.ok) throw new Usage(t.problem(view.problem));
    const ports = { sha256, newHash: () => createHash('sha256'), signatures: signatureCrypto };
    const verdict = await checkBundle(view.value, ports, options);
    for (const name of VERDICT_LINES) {
      const line = verdict[name];
      const [first, ...others] = verdictSentences(t, line);
      console.info(`${MARKS[line.state]} ${t(`verify.line.${name}`)}: ${t(`verify.state.${line.state}`)}. ${first}`);
      for (const sentence of others) console.info(`    ${sentence}`);
    }
    console.info(`\n${t('verify.modest')}`);
    return worstState(verdict) === 'bad' ? 1 : 0;
  } finally {
    for (const file of opened) await file.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Usage ? error.message : error);
    process.exitCode = 2;
  },
);
