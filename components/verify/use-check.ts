import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../utils/core/result.ts';
import type { SealCrypto } from '../../utils/core/seal/types.ts';
import type { Instant } from '../../utils/core/time/instant.ts';
import { checkBundle } from '../../utils/core/verify/check-bundle.ts';
import {
  type BundleVerdict,
  UnreadableFile,
  type VerifyOptions,
  type VerifyPorts,
} from '../../utils/core/verify/types.ts';
import { openPicked, type Picked } from './picked.ts';

export interface CheckPorts extends VerifyPorts {
  readonly seal: SealCrypto;
  readonly now: () => Instant;
}

export type CheckState =
  | { readonly kind: 'running'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly kind: 'checked'; readonly name: string; readonly verdict: BundleVerdict }
  | { readonly kind: 'refused'; readonly name: string; readonly problem: Problem }
  /** A key is needed to open it; the problem is that of the keys given before. */
  | { readonly kind: 'sealed'; readonly name: string; readonly problem: Problem | null }
  | { readonly kind: 'cancelled' };

export type CheckWith = Pick<VerifyOptions, 'knownKeys' | 'held'>;
type Secrets = readonly Uint8Array[];

export interface Check {
  /** Null: nothing was chosen yet. */
  readonly state: CheckState | null;
  readonly start: (picked: Picked, options: CheckWith, secrets: Secrets) => void;
  readonly cancel: () => void;
}

/** Progress is drawn at most this often. */
const PROGRESS_BYTES = 500_000;

/** Checks one bundle at a time; another one stops the one before. */
export function useCheck(ports: CheckPorts): Check {
  const [state, setState] = useState<CheckState | null>(null);
  const running = useRef<AbortController | null>(null);

  const start = (picked: Picked, options: CheckWith, secrets: Secrets): void => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    const { name } = picked;
    const progress = drawnSometimes((done, total) => setState({ kind: 'running', name, done, total }));
    progress(0, 0);
    check(picked, ports, secrets, { ...options, signal: abort.signal, onProgress: progress }).then(
      (result) => !abort.signal.aborted && setState(result),
      () => !abort.signal.aborted && setState(gone(name)),
    );
  };

  const cancel = (): void => {
    running.current?.abort();
    setState({ kind: 'cancelled' });
  };

  return { state, start, cancel };
}

const gone = (name: string): CheckState => ({
  kind: 'refused',
  name,
  problem: { code: 'bundle.file-gone', field: 'bundle', values: { name } },
});

async function check(
  picked: Picked,
  ports: CheckPorts,
  secrets: Secrets,
  options: VerifyOptions & { readonly signal: AbortSignal },
): Promise<CheckState> {
  const { name } = picked;
  const view = await openPicked(picked, { crypto: ports.seal, secrets, signal: options.signal });
  if (view === null) return { kind: 'sealed', name, problem: null };
  if (!view.ok) {
    const { problem } = view;
    return { kind: problem.field === 'secret' ? 'sealed' : 'refused', name, problem };
  }
  try {
    return { kind: 'checked', name, verdict: await checkBundle(view.value, ports, options) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: 'refused', name, problem: error.problem };
    throw error;
  }
}

function drawnSometimes(draw: (done: number, total: number) => void): (done: number, total: number) => void {
  let drawn = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    if (done - drawn < PROGRESS_BYTES) return;
    drawn = done;
    draw(done, total);
  };
}
