import { attachmentDigits, FILES } from '../export/names.ts';
import { readContent } from '../log/read.ts';
import type { Result } from '../result.ts';
import { anchorsLine } from './check-anchors.ts';
import { checkFiles } from './check-files.ts';
import { checkSigner, identityLine } from './check-identity.ts';
import { checkLog, type LogCheck } from './check-log.ts';
import { HashedFile } from './hashed-file.ts';
import { readCheckpoints } from './read-checkpoints.ts';
import type { BundleVerdict, BundleView, VerifyOptions, VerifyPorts } from './types.ts';
import { bad } from './verdict.ts';

interface ReadThrough {
  readonly log: LogCheck;
  /** SHA-256 of every file, by path. */
  readonly digests: ReadonlyMap<string, Result<string>>;
  /** SHA-256 of the files that private lines name; read only where files came along. */
  readonly named: ReadonlySet<string>;
}

/**
 * Says what a bundle is worth, in four lines. Reads every file once, the log line by line.
 * @throws the signal's reason when it is aborted, and what the container throws where it cannot be read at all.
 */
export async function checkBundle(
  view: BundleView,
  ports: VerifyPorts,
  { knownKeys = [], held = null, onProgress, signal }: VerifyOptions = {},
): Promise<BundleVerdict> {
  const read = await readCheckpoints(view, ports);
  const checkpoints = [...read.found.map(({ checkpoint }) => checkpoint), ...(held === null ? [] : [held])];
  const wanted = new Set(checkpoints.map(({ head }) => head.size));
  const { log, digests, named } = await readThrough(view, ports, wanted, onProgress, signal);
  const signer = await checkSigner(view, ports);
  const ownNumber = signer.ok ? signer.number : null;
  const witnesses = new Set(read.found.map(({ witness }) => witness?.number));
  return {
    files: await checkFiles(view, { digests, named }, ports.newHash),
    chain: log.line,
    anchors: anchorsLine({ read, range: log.range, ownNumber, knownKeys, held }),
    identity: identityLine(
      signer,
      knownKeys.filter((number) => number === ownNumber || !witnesses.has(number)),
    ),
  };
}

async function readThrough(
  { files }: BundleView,
  { newHash }: VerifyPorts,
  wanted: ReadonlySet<number>,
  onProgress: VerifyOptions['onProgress'],
  signal: AbortSignal | undefined,
): Promise<ReadThrough> {
  const total = [...files.values()].reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const onBytes = (count: number): void => {
    signal?.throwIfAborted();
    done += count;
    onProgress?.(done, total);
  };
  const hashed = new Map([...files.values()].map((file) => [file.path, new HashedFile(file, newHash, onBytes)]));
  const chain = hashed.get(FILES.log);
  const privates = hashed.get(FILES.private)?.pieces() ?? null;
  const named = new Set<string>();
  const onPrivate = (privateLine: Uint8Array): void => {
    for (const { sha256 } of readContent(privateLine)?.files ?? []) named.add(sha256);
  };
  const attached = [...files.keys()].some((path) => attachmentDigits(path) !== null);
  const log =
    chain === undefined
      ? { line: bad('chain.missing'), range: null }
      : await checkLog(
          { log: chain.pieces(), privates, onPrivate: attached ? onPrivate : undefined },
          (bytes) => {
            const hash = newHash();
            hash.update(bytes);
            return hash.digest();
          },
          wanted,
          signal,
        );
  const digests = new Map<string, Result<string>>();
  for (const [path, file] of hashed) digests.set(path, await file.digest());
  return { log, digests, named };
}
