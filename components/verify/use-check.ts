import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../utils/core/result.ts';
import { checkBundle } from '../../utils/core/verify/check-bundle.ts';
import {
  type BundleVerdict,
  UnreadableFile,
  type VerifyOptions,
  type VerifyPorts,
} from '../../utils/core/verify/types.ts';
import { openPicked, type Picked } from './picked.ts';

export type CheckState =
  | { readonly kind: 'running'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly kind: 'checked'; readonly name: string; readonly verdict: BundleVerdict }
  | { readonly kind: 'refused'; readonly name: string; readonly problem: Problem }
  | { readonly kind: 'cancelled' };

export type CheckWith = Pick<VerifyOptions, 'knownKeys' | 'held'>;

export interface Check {
  /** Null: nothing was chosen yet. */
  readonly state: CheckState | null;
  readonly start: (picked: Picked, options: CheckWith) => void;
  readonly cancel: () => void;
}

/** Progress is drawn at most this often. */
const PROGRESS_BYTES = 500_000;

/** Checks one bundle at a time; another one stops the one before. */
export function useCheck(ports: VerifyPorts): Check {
  const [state, setState] = useState<CheckState | null>(null);
  const running = useRef<AbortController | null>(null);

  const start = (picked: Picked, options: CheckWith): void => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    const { name } = picked;
    const progress = drawnSometimes((done, total) => setState({ kind: 'running', name, done, total }));
    progress(0, 0);
    check(picked, ports, { ...options, signal: abort.signal, onProgress: progress }).then(
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

async function check(picked: Picked, ports: VerifyPorts, options: VerifyOptions): Promise<CheckState> {
  const { name } = picked;
  const view = await openPicked(picked);
  if (!view.ok) return { kind: 'refused', name, problem: view.problem };
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
