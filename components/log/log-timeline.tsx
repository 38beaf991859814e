import type { ComponentChildren, VNode } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type BlockRange, blockAt, blockCount, blocksInSight, heightOf, placesOf } from './blocks.ts';
import { dateOfRow, LogRows, type LogRowView } from './log-rows.tsx';
import styles from './log-timeline.module.css';
import { useRowCache } from './use-row-cache.ts';

export interface LogTimelineProps {
  /** The rows to show, newest first. Give the component another key where they are other rows, not more of them. */
  readonly seqs: Uint32Array;
  /** Changes when rows that were read may have changed. */
  readonly revision: number;
  readonly read: (seqs: readonly number[]) => Promise<readonly LogRowView[]>;
  readonly appName: (id: string) => string;
  readonly details?: ((row: LogRowView) => ComponentChildren) | undefined;
}

/**
 * Entries by day, as many as there are. Only what is near the window is in the document: a hundred thousand rows would make
 * every key stroke wait. What is not there keeps its room, so the scroll bar tells the truth, page keys and End go where
 * they should, and each row says its place in the whole list to a screen reader. A row that is open or has the focus
 * stays, wherever the page is scrolled. The browser's own search finds only what is drawn; the search field finds all.
 */
export function LogTimeline({ seqs, revision, read, appName, details }: LogTimelineProps) {
  const box = useRef<HTMLDivElement>(null);
  const measured = useRef(new Map<number, number>());
  const [range, setRange] = useState<BlockRange | null>(null);
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const [focused, setFocused] = useState(0);
  const { length } = seqs;
  const blocks = blocksDrawn(seqs, range, [...kept, focused]);
  const rowsOf = useRowCache(seqs, blocks, revision, read);

  const look = (): void => {
    const { current } = box;
    if (current === null) return;
    measure(current, measured.current);
    const top = -current.getBoundingClientRect().top;
    const next = blocksInSight(length, measured.current, top, window.innerHeight);
    setRange((old) => (old?.newest === next.newest && old.oldest === next.oldest ? old : next));
  };
  const lookNow = useRef(look);
  lookNow.current = look;
  useLayoutEffect(() => lookNow.current());
  useEffect(() => {
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => lookNow.current());
    };
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
    };
  }, []);

  const keep = useCallback(
    (seq: number, open: boolean): void =>
      setKept((old) => new Set(open ? [...old, seq] : [...old].filter((one) => one !== seq))),
    [],
  );
  const follow = (event: FocusEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-seq]') : null;
    setFocused(Number(row?.dataset.seq ?? 0));
  };

  const parts: VNode[] = [];
  let next = blockCount(length) - 1;
  let day: string | undefined;
  const room = (until: number): void => {
    if (next <= until) return;
    let height = 0;
    for (let block = next; block > until; block -= 1) height += heightOf(block, length, measured.current);
    parts.push(<div key={`room-${until}`} style={{ blockSize: `${height}px` }} />);
    day = undefined;
  };
  for (const block of blocks) {
    room(block);
    const known = rowsOf(block);
    const height = heightOf(block, length, measured.current);
    parts.push(
      <div key={block} class={styles.block} data-block={known === null ? undefined : block}>
        {known === null ? (
          <div style={{ blockSize: `${height}px` }} />
        ) : (
          <LogRows
            rows={known.rows}
            day={day}
            first={placesOf(block, length)[0] + known.unread + 1}
            total={length}
            appName={appName}
            details={details}
            onOpen={keep}
          />
        )}
      </div>,
    );
    day = known === null ? undefined : dateOfRow(known.rows.at(-1));
    next = block - 1;
  }
  room(-1);
  return (
    <div ref={box} onFocusIn={follow}>
      {parts}
    </div>
  );
}

/** In sight, open, or with the focus; newest first. */
function blocksDrawn(seqs: Uint32Array, range: BlockRange | null, kept: readonly number[]): readonly number[] {
  const last = blockCount(seqs.length) - 1;
  const { newest, oldest } = range ?? { newest: last, oldest: last };
  const blocks = new Set<number>();
  for (let block = Math.min(newest, last); block >= Math.max(oldest, 0); block -= 1) blocks.add(block);
  for (const seq of kept) {
    const place = seq === 0 ? -1 : seqs.indexOf(seq);
    if (place >= 0) blocks.add(blockAt(place, seqs.length));
  }
  return [...blocks].toSorted((a, b) => b - a);
}

/** A block has no box of its own, so that the heading of a day sticks through all blocks of that day. */
function measure(list: HTMLElement, measured: Map<number, number>): void {
  for (const block of list.querySelectorAll<HTMLElement>('[data-block]')) {
    const top = block.firstElementChild;
    const bottom = block.lastElementChild;
    if (top === null || bottom === null) continue;
    // A heading that sticks is not where it takes its room: what follows it is.
    const start = top.nextElementSibling !== null && top.tagName === 'H3' ? top.nextElementSibling : top;
    const above = start === top ? 0 : (top as HTMLElement).offsetHeight;
    const height = bottom.getBoundingClientRect().bottom - start.getBoundingClientRect().top + above;
    if (height > 0) measured.set(Number(block.dataset.block), height);
  }
}
