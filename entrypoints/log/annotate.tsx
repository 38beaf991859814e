import { useCallback, useRef, useState } from 'preact/hooks';
import { Annotate } from '../../components/annotate/annotate.tsx';
import type { SaySomething } from '../../components/annotate/annotation-form.tsx';
import { useLive } from '../../components/page/use-live.ts';
import { readEntry } from '../../utils/core/log/read.ts';
import { type Said, saidOf } from '../../utils/core/log/said.ts';
import { send } from '../../utils/messages/send.ts';
import { idsFor } from './new-id.ts';
import { reader } from './reader.ts';

interface AnnotatingProps {
  /** Number of the entry's line. */
  readonly seq: number;
  readonly onNews: (again: () => void) => () => void;
}

/** What the person says of one entry, read when its row is opened and again with every news. */
export function Annotating({ seq, onNews }: AnnotatingProps) {
  const { value, reload } = useLive(
    useCallback(() => readSaid(seq), [seq]),
    onNews,
  );
  const [personal, setPersonal] = useState(wantsPersonal);
  const ids = useRef(idsFor());
  if (value === null) return null;

  const saying =
    (what: 'annotation' | 'correction'): SaySomething =>
    async (fields) => {
      const saved = await send('log.annotate', { id: ids.current.of([what, fields]), ref: seq, what, fields });
      if (saved.ok) {
        ids.current.done();
        reload();
      }
      return saved;
    };

  return (
    <Annotate
      said={value}
      personal={personal}
      onPersonal={(on) => {
        keepPersonal(on);
        setPersonal(on);
      }}
      onSave={saying('annotation')}
      onCorrect={saying('correction')}
    />
  );
}

async function readSaid(seq: number): Promise<Said> {
  const notes = await (await reader()).notesOn(seq);
  return saidOf(notes.map(({ line, privateLine }) => readEntry(line, privateLine)).filter((note) => note !== null));
}

/** In this page's own storage: it is a matter of this form, and no setting that a file should carry. */
const KEY = 'annotate.personal';

function wantsPersonal(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

function keepPersonal(on: boolean): void {
  try {
    if (on) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing: the answer lasts as long as the page.
  }
}
