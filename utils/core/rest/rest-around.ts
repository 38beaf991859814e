import type { Instant } from '../time/instant.ts';
import { firstIndex, indexEndingAfter } from './stretches.ts';
import type { RestTimeline } from './timeline.ts';
import type { Stretch } from './types.ts';

/** How long the person had been left alone at an instant, and how long until the next work. */
export interface RestAround {
  /** From the end of the last work, or the last contact, up to the instant; null where none is known. */
  readonly before: Stretch | null;
  /** From the instant up to the next work, or the next contact; null where none is known. */
  readonly after: Stretch | null;
}

/**
 * The rest on either side of `at`; null while the person works or stands by. A contact at `at` itself is none of the
 * others: it is mostly the one in question. The timeline knows work from a day before its calendar on, and at least the
 * first shift after it.
 */
export function restAround(
  { busy, contacts }: Pick<RestTimeline, 'busy' | 'contacts'>,
  at: Instant,
): RestAround | null {
  const index = indexEndingAfter(busy, at);
  const next = busy[index];
  if (next !== undefined && next.from <= at) return null;
  const begins = [busy[index - 1]?.until, contacts[firstIndex(contacts, (contact) => contact.at >= at) - 1]?.at].filter(
    (one) => one !== undefined,
  );
  const ends = [next?.from, contacts[firstIndex(contacts, (contact) => contact.at > at)]?.at].filter(
    (one) => one !== undefined,
  );
  return {
    before: begins.length === 0 ? null : { from: Math.max(...begins), until: at },
    after: ends.length === 0 ? null : { from: at, until: Math.min(...ends) },
  };
}
