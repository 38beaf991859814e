import { useRef, useState } from 'preact/hooks';
import type { Problem, Result } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { SaveSettings } from './edit.ts';

/**
 * Saves changes one after the other, each upon what `read` says is stored when its turn comes: what a page shows may be
 * older than the last save, of this page or of another. `problem` is what was refused last.
 */
export function useSave(
  read: () => Promise<Settings>,
  put: (settings: Settings) => Promise<Result<Settings>>,
): { readonly save: SaveSettings; readonly problem: Problem | null } {
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const [problem, setProblem] = useState<Problem | null>(null);

  const save: SaveSettings = async (change) => {
    const saving = turn.current.then(async () => put(change(await read())));
    // One that finds no answer does not keep the next from trying.
    turn.current = saving.catch(() => null);
    const result = await saving;
    const refused = result.ok ? null : result.problem;
    setProblem(refused);
    return refused;
  };
  return { save, problem };
}
