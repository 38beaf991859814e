import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem, Result } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { SaveSettings } from './edit.ts';

/**
 * Saves changes one upon the other: each starts from what was saved last, also before the page has read it back.
 * `problem` is what was refused last.
 */
export function useSave(
  settings: Settings,
  put: (settings: Settings) => Promise<Result<Settings>>,
): { readonly save: SaveSettings; readonly problem: Problem | null } {
  const latest = useRef(settings);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    latest.current = settings;
  }, [settings]);

  const save: SaveSettings = async (change) => {
    const wanted = change(latest.current);
    const result = await put(wanted);
    if (result.ok) latest.current = result.value;
    const refused = result.ok ? null : result.problem;
    setProblem(refused);
    return refused;
  };
  return { save, problem };
}
