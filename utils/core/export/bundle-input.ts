import { fail, ok, type Result } from '../result.ts';
import type { LineTotals } from './log-files.ts';
import { type CheckpointEnding, checkBundleName, MOST_NUMBERED } from './names.ts';
import { checkPeriod } from './period.ts';
import type { ReportFacts } from './report/facts.ts';
import type { Selection } from './selection.ts';
import type { BundleLine, NewHash, Sink } from './types.ts';

/** A checkpoint's files, exactly as they were made or received. `txt` is always there. */
export interface CheckpointFiles {
  readonly files: Readonly<Partial<Record<CheckpointEnding, Uint8Array>>>;
}

/** All that goes into one bundle. */
export interface BundleInput {
  /** Name of the ZIP without its ending, and of the folder in it: neutral, chosen by the person. */
  readonly name: string;
  readonly facts: ReportFacts;
  readonly selection: Selection;
  /** The range that `rangeOf` found, without holes, in the order of `seq`; read once. */
  readonly lines: AsyncIterable<BundleLine>;
  /** By size; they get their numbers in this order. */
  readonly checkpoints: readonly CheckpointFiles[];
  /** Policies exactly as received. */
  readonly policies: readonly Uint8Array[];
  /** Text of `allowed_signers`; null where nothing is signed. */
  readonly allowedSigners: string | null;
  readonly verifyPage: Uint8Array | null;
  /** The bytes of a file of which the person keeps a copy, by its SHA-256; null where there is none. Absent: of none. */
  readonly copyOf?: (sha256: string) => Promise<Uint8Array | null>;
}

export interface BundlePorts {
  /** Takes the ZIP's bytes, front to back. */
  readonly sink: Sink;
  readonly newHash: NewHash;
  /** An armoured SSH signature over these bytes in the namespace `clocked-off/bundle/v1`; absent: not signed. */
  readonly sign?: (bytes: Uint8Array) => Promise<string>;
  /** Told now and then how many lines are done. */
  readonly onProgress?: (lines: number) => void;
  readonly signal?: AbortSignal;
}

/** What was written. */
export interface BundleSummary extends LineTotals {
  /** SHA-256 (hex) of `tagmanifest-sha256.txt`, which binds every byte of the bundle. */
  readonly digest: string;
  readonly files: number;
}

/** Codes: `bundle.name`, `.date`, `.period-order`, `.period-long`, `.too-many`. */
export function checkBundleInput({ name, facts, checkpoints, policies }: BundleInput): Result<null> {
  const named = checkBundleName(name);
  if (!named.ok) return named;
  const period = checkPeriod(facts.period);
  if (!period.ok) return period;
  for (const [field, list] of Object.entries({ checkpoints, policies }))
    if (list.length > MOST_NUMBERED) return fail('bundle.too-many', field, { most: MOST_NUMBERED });
  return ok(null);
}
