import { useState } from 'preact/hooks';
import type { HoursException, WindowsVersion } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { type SaveSettings, withExceptions, withWindows } from '../settings/edit.ts';
import { useText } from '../text-context.tsx';
import { withBack, without } from './lists.ts';
import { sameFacts } from './same-facts.ts';

type Change = (settings: Settings) => Settings;

export type WindowsChange = (now: readonly WindowsVersion[]) => readonly WindowsVersion[];

/** What was done last, and how it is taken back; or why it was not done. */
export interface ChangeNote {
  readonly said: string;
  readonly refused: boolean;
  readonly undo: (() => void) | null;
}

export interface Changes {
  readonly note: ChangeNote | null;
  readonly close: () => void;
  /** Says why something was not done. */
  readonly refuse: (problem: Problem) => void;
  /** Null when they were taken over; a refusal is for the form to show. */
  readonly addExceptions: (added: readonly HoursException[], said: string) => Promise<Problem | null>;
  readonly removeException: (gone: HoursException, said: string) => void;
  readonly changeWindows: (change: WindowsChange, said: string) => Promise<Problem | null>;
}

/** Changes to one job's days and windows, the last of which can be undone. */
export function useChanges(id: string, save: SaveSettings): Changes {
  const t = useText();
  const [note, setNote] = useState<ChangeNote | null>(null);

  const refuse = (problem: Problem): void => setNote({ said: t.problem(problem), refused: true, undo: null });

  const make = async (said: string, change: Change, back: Change | null): Promise<Problem | null> => {
    const problem = await save(change);
    if (problem !== null) return problem;
    const undo = back === null ? null : () => void told(make(t('exceptions.undone'), back, null));
    setNote({ said, refused: false, undo });
    return null;
  };

  const told = async (made: Promise<Problem | null>): Promise<void> => {
    const problem = await made;
    if (problem !== null) refuse(problem);
  };

  return {
    note,
    close: () => setNote(null),
    refuse,
    addExceptions: (added, said) =>
      make(
        said,
        (settings) => withExceptions(settings, id, (now) => [...now, ...added]),
        (settings) => withExceptions(settings, id, (now) => without(now, added)),
      ),
    removeException: (gone, said) => {
      let place = 0;
      const remove = (now: readonly HoursException[]): readonly HoursException[] => {
        place = now.findIndex((one) => sameFacts(one, gone));
        return without(now, [gone]);
      };
      void told(
        make(
          said,
          (settings) => withExceptions(settings, id, remove),
          (settings) => withExceptions(settings, id, (now) => withBack(now, place, gone)),
        ),
      );
    },
    changeWindows: (change, said) => {
      let before: readonly WindowsVersion[] = [];
      const keep: WindowsChange = (now) => {
        before = now;
        return change(now);
      };
      return make(
        said,
        (settings) => withWindows(settings, id, keep),
        (settings) => withWindows(settings, id, () => before),
      );
    },
  };
}
