import { useEffect, useState } from 'preact/hooks';
import { feedIndex, type KnownLog } from './index-feed.ts';
import { reader } from './reader.ts';

/** What could not be read is tried again, since no other news may come. */
const AGAIN_AFTER_MS = 2_000;

/** The log as far as it has been read; null until its size is known. */
export function useKnownLog(onNews: (again: () => void) => () => void): KnownLog | null {
  const [known, setKnown] = useState<KnownLog | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const feed = feedIndex(reader, setKnown, () => {
      timer = setTimeout(feed.look, AGAIN_AFTER_MS);
    });
    feed.look();
    const forget = onNews(feed.look);
    return () => {
      forget();
      feed.stop();
      clearTimeout(timer);
    };
  }, [onNews]);
  return known;
}
