import { useEffect, useRef, useState } from 'preact/hooks';
import { placesOf } from './blocks.ts';
import type { LogRowView } from './log-row.tsx';

/** Rows kept beyond those that are drawn: a screen or two back should be there at once. */
const MOST_ROWS = 1_200;

export interface BlockRows {
  readonly rows: readonly LogRowView[];
  /** How many rows above these were not read yet. */
  readonly unread: number;
}

/**
 * The rows of each block that is drawn, read when it first is, and read again, while the old ones stand, when `revision`
 * changes. Null for a block until it is there.
 */
export function useRowCache(
  seqs: Uint32Array,
  blocks: readonly number[],
  revision: number,
  read: (seqs: readonly number[]) => Promise<readonly LogRowView[]>,
): (block: number) => BlockRows | null {
  const rows = useRef(new Map<number, LogRowView>()).current;
  const asked = useRef(new Map<number, number>()).current;
  const [, redraw] = useState(0);
  const seqsOf = (block: number): readonly number[] => [...seqs.subarray(...placesOf(block, seqs.length))];
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  // Cheap, and what is wanted changes with each property: so it is asked after every drawing.
  useEffect(() => {
    const drawn = blocks.map(seqsOf);
    for (const ofBlock of drawn) {
      const wanted = ofBlock.filter((seq) => asked.get(seq) !== revision);
      if (wanted.length === 0) continue;
      for (const seq of wanted) asked.set(seq, revision);
      // Each block by itself: three of them drawn at once take longer than a key stroke may wait.
      read(wanted).then(
        (found) => {
          const bySeq = new Map(found.map((row) => [row.seq, row]));
          // A line that is not there is shown as one that cannot be read.
          for (const seq of wanted) rows.set(seq, bySeq.get(seq) ?? { seq, entry: null, line: '' });
          forget(rows, asked, new Set(drawn.flat()));
          if (here.current) redraw((count) => count + 1);
        },
        () => {
          for (const seq of wanted) asked.delete(seq);
        },
      );
    }
  });

  return (block) => {
    const found = seqsOf(block).map((seq) => rows.get(seq));
    // The newest block grows while it is drawn: what stands there stays until the rows above it are read.
    const unread = found.findIndex((row) => row !== undefined);
    const known = found.slice(unread).filter((row) => row !== undefined);
    return unread >= 0 && known.length === found.length - unread ? { rows: known, unread } : null;
  };
}

function forget(rows: Map<number, unknown>, asked: Map<number, number>, drawn: ReadonlySet<number>): void {
  for (const seq of rows.keys()) {
    if (rows.size <= MOST_ROWS) return;
    if (drawn.has(seq)) continue;
    rows.delete(seq);
    asked.delete(seq);
  }
}
