import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Found } from '../../components/log/log-view.tsx';
import { isFiltering, type LogFilter, matching, type WordBits } from '../../utils/core/insight/filter.ts';
import { wordsOf } from '../../utils/core/insight/fold.ts';
import type { KnownLog } from './index-feed.ts';
import { reader } from './reader.ts';
import { searchWords } from './search-words.ts';

/** So that a word is searched for when it has been typed, not after each letter. */
const TYPING_MS = 200;

interface WordHits {
  readonly search: string;
  readonly bits: WordBits;
  readonly done: boolean;
}

/** The entries that the filter lets through; those it lets through by their words follow as they are read. */
export function useFound(known: KnownLog | null, filter: LogFilter, appName: (id: string) => string): Found | null {
  const [hits, setHits] = useState<WordHits | null>(null);
  const { search } = filter;
  const searching = wordsOf(search).length > 0;
  const whole = known?.whole ?? false;
  const index = known?.index;
  const size = known?.head?.size ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the index stays the same object while lines are added; `size` tells
  useEffect(() => {
    if (!searching || !whole || index === undefined) return;
    const abort = new AbortController();
    const report = (bits: WordBits, done: boolean): void => {
      if (!abort.signal.aborted) setHits({ search, bits, done });
    };
    const candidates = matching(index, { ...filter, search: '' }, appName).filter((seq) => index.hasWords[seq] === 1);
    const timer = setTimeout(() => {
      searchWords(reader, index, candidates, wordsOf(search), report, abort.signal).catch(
        // What was found by names stands; to say that all was searched would be wrong.
        (error: unknown) => console.warn('The words beside the log could not be read.', error),
      );
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [searching, whole, index, size, filter, appName]);

  const filtering = isFiltering(filter);
  // Of its own, so that it stays the same list while the lines are read.
  const every = useMemo(() => (filtering ? null : { seqs: everyLine(size), complete: true }), [filtering, size]);
  const matched = useMemo(() => {
    if (known === null || !filtering) return null;
    const ours = hits?.search === search ? hits : null;
    const seqs = matching(known.index, filter, appName, ours?.bits ?? null);
    return { seqs, complete: known.whole && (!searching || (ours?.done ?? false)) };
  }, [known, filtering, filter, search, searching, hits, appName]);
  return known === null ? null : (every ?? matched);
}

function everyLine(size: number): Uint32Array {
  const seqs = new Uint32Array(size);
  for (let place = 0; place < size; place += 1) seqs[place] = size - place;
  return seqs;
}
