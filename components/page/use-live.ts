import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface Live<T> {
  readonly value: T | null;
  readonly failed: boolean;
  readonly reload: () => void;
}

/** A background that is just being started anew may miss a question. */
const AGAIN_AFTER_MS = 2_000;

/**
 * Reads something from the background now and again whenever it says that it changed. Answers may overtake each other: the
 * one to the latest question counts. What could not be read is asked for again, since no other change may come.
 */
export function useLive<T>(read: () => Promise<T>, onChange: (again: () => void) => () => void): Live<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failed, setFailed] = useState(false);
  const questions = useRef({ asked: 0, answered: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const reload = useCallback(() => {
    clearTimeout(timer.current);
    questions.current.asked += 1;
    const number = questions.current.asked;
    read().then(
      (fresh) => {
        if (number < questions.current.answered) return;
        questions.current.answered = number;
        setValue(() => fresh);
        setFailed(false);
      },
      () => {
        if (number !== questions.current.asked) return;
        setFailed(true);
        timer.current = setTimeout(reload, AGAIN_AFTER_MS);
      },
    );
  }, [read]);

  useEffect(() => {
    reload();
    const forget = onChange(reload);
    return () => {
      forget();
      clearTimeout(timer.current);
    };
  }, [reload, onChange]);

  return { value, failed, reload };
}
