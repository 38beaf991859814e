import { useState } from 'preact/hooks';
import type { Problem, Result } from '../../utils/core/result.ts';
import { type ChosenFiles, marksOf, NO_FILES } from '../manual/chosen-files.ts';
import type { SaySomething } from './annotation-form.tsx';

type Fields = Parameters<SaySomething>[0];

export interface Saying {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** It could not be written at all. */
  readonly failed: boolean;
  readonly say: (fields: Fields, files?: ChosenFiles) => Promise<void>;
}

/** Checks what was said where it was said, then has it written. */
export function useSaying(
  check: (fields: Fields, withFiles: boolean) => Result<unknown>,
  save: SaySomething,
  done: (line: number) => void,
): Saying {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [failed, setFailed] = useState(false);

  const say = async (fields: Fields, files: ChosenFiles = NO_FILES): Promise<void> => {
    const checked = check(fields, marksOf(files).length > 0);
    setFailed(false);
    setProblem(checked.ok ? null : checked.problem);
    if (!checked.ok) return;
    setBusy(true);
    try {
      const saved = await save(fields, files);
      setBusy(false);
      if (saved.ok) done(saved.value);
      else setProblem(saved.problem);
    } catch (error) {
      console.error(error);
      setBusy(false);
      setFailed(true);
    }
  };
  return { busy, problem, failed, say };
}
