import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem, Result } from '../../utils/core/result.ts';
import type { Course } from './types.ts';

export interface CourseRun {
  /** From 0 to 1 while it runs; null otherwise. */
  readonly share: number | null;
  readonly problem: Problem | null;
  readonly failed: boolean;
  /** @param onEnd called where the work ended well, or was stopped by the person. */
  readonly run: (work: (course: Course) => Promise<Result<null>>, onEnd: (stopped: boolean) => void) => void;
  readonly stop: () => void;
}

/** Work on the whole log, one at a time, that shows how far it is and can be stopped. It stops when its view goes. */
export function useCourse(): CourseRun {
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [failed, setFailed] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run: CourseRun['run'] = (work, onEnd) => {
    if (running.current !== null) return;
    const abort = new AbortController();
    running.current = abort;
    setProblem(null);
    setFailed(false);
    setShare(0);
    const end = (say: () => void): void => {
      running.current = null;
      setShare(null);
      say();
    };
    work({ progress: setShare, signal: abort.signal }).then(
      (result) =>
        end(() => {
          if (abort.signal.aborted) onEnd(true);
          else if (result.ok) onEnd(false);
          else setProblem(result.problem);
        }),
      (error: unknown) =>
        end(() => {
          if (abort.signal.aborted) return onEnd(true);
          console.error(error);
          setFailed(true);
        }),
    );
  };
  return { share, problem, failed, run, stop: () => running.current?.abort() };
}
