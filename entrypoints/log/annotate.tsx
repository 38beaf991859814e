import { useCallback, useRef, useState } from 'preact/hooks';
import { Annotate } from '../../components/annotate/annotate.tsx';
import type { SaySomething } from '../../components/annotate/annotation-form.tsx';
import { EntryFiles } from '../../components/annotate/entry-files.tsx';
import { copiesOf, marksOf } from '../../components/manual/chosen-files.ts';
import { useLive } from '../../components/page/use-live.ts';
import { keptHashes, loggedWithCopies } from '../../utils/adapters/file-desk.ts';
import { hashFile } from '../../utils/adapters/hash-file.ts';
import { readEntry } from '../../utils/core/log/read.ts';
import { allOf, type Said, saidOf } from '../../utils/core/log/said.ts';
import type { FileMark } from '../../utils/core/log/types.ts';
import { send } from '../../utils/messages/send.ts';
import { idsFor } from './new-id.ts';
import { reader } from './reader.ts';

interface AnnotatingProps {
  /** Number of the entry's line. */
  readonly seq: number;
  /** Files that the entry names itself. */
  readonly files: readonly FileMark[];
  readonly onNews: (again: () => void) => () => void;
}

/** What the person says of one entry, read when its row is opened and again with every news. */
export function Annotating({ seq, files, onNews }: AnnotatingProps) {
  const { value, reload } = useLive(
    useCallback(() => readSaid(seq), [seq]),
    onNews,
  );
  const [personal, setPersonal] = useState(wantsPersonal);
  const ids = useRef(idsFor());
  if (value === null) return null;

  const saying =
    (what: 'annotation' | 'correction'): SaySomething =>
    async (fields, chosen) => {
      const content = { what, fields, files: marksOf(chosen) };
      const saved = await loggedWithCopies(copiesOf(chosen), () =>
        send('log.annotate', { id: ids.current.of(content), ref: seq, ...content }),
      );
      if (saved.ok) {
        ids.current.done();
        reload();
      }
      return saved;
    };

  return (
    <>
      <EntryFiles files={allOf(files, value.said.files)} kept={value.kept} onHash={hashFile} />
      <Annotate
        said={value.said}
        personal={personal}
        onPersonal={(on) => {
          keepPersonal(on);
          setPersonal(on);
        }}
        onSave={saying('annotation')}
        onCorrect={saying('correction')}
        onHash={hashFile}
      />
    </>
  );
}

async function readSaid(seq: number): Promise<{ readonly said: Said; readonly kept: ReadonlySet<string> }> {
  const [notes, kept] = await Promise.all([(await reader()).notesOn(seq), keptHashes()]);
  const entries = notes.map(({ line, privateLine }) => readEntry(line, privateLine));
  return { said: saidOf(entries.filter((note) => note !== null)), kept };
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
