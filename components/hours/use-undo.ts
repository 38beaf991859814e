import { useState } from 'preact/hooks';

/** Steps that can be taken back. */
const MOST_STEPS = 100;

interface History<T> {
  readonly now: T;
  readonly before: readonly T[];
  /** What the latest step changed. */
  readonly last: string | null;
}

export interface Undo<T> {
  readonly value: T;
  /** Changes of the same thing in a row, such as typing in one field, are one step; null is a step of its own. */
  readonly change: (next: T, what: string | null) => void;
  readonly undo: () => void;
  readonly canUndo: boolean;
  /** Begins anew, with nothing to take back. */
  readonly reset: (value: T) => void;
}

export function useUndo<T>(first: () => T): Undo<T> {
  const [history, setHistory] = useState<History<T>>(() => ({ now: first(), before: [], last: null }));
  return {
    value: history.now,
    change: (next, what) =>
      setHistory(({ now, before, last }) => ({
        now: next,
        before: what !== null && what === last ? before : [...before, now].slice(-MOST_STEPS),
        last: what,
      })),
    undo: () =>
      setHistory(({ now, before }) => ({ now: before.at(-1) ?? now, before: before.slice(0, -1), last: null })),
    canUndo: history.before.length > 0,
    reset: (now) => setHistory({ now, before: [], last: null }),
  };
}
