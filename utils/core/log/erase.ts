import type { HeldItem } from '../contact/types.ts';
import type { Instant } from '../time/instant.ts';
import { MOST_RANGES } from './line.ts';
import type { EntryView } from './read.ts';
import type { Erasure, LineRange } from './types.ts';

/** Whose private parts the person lets go of. */
export type EraseChoice =
  | { readonly by: 'entry'; readonly seq: number }
  /** `who`: see {@link senderOf}. */
  | { readonly by: 'sender'; readonly app: string; readonly who: string }
  | { readonly by: 'app'; readonly app: string }
  /** Of one job; `apps` are those whose lines name no job, such as a `collapse`. */
  | { readonly by: 'job'; readonly employment: string; readonly apps: readonly string[] }
  /** All that was written before this instant. */
  | { readonly by: 'before'; readonly at: Instant };

/** What a choice comes to, before anything is done. */
export interface ErasePlan {
  readonly erasure: Erasure;
  /** Private lines that will be gone. */
  readonly count: number;
}

/** The sign by which the log tells senders of one app apart: the alias, or the name that the person typed in. */
export const senderOf = ({ content }: EntryView): string | null => content?.alias ?? content?.sender ?? null;

/** Finds the private lines that a choice is about; to be told of every line of the log, in order. */
export class ErasePlanner {
  private readonly choice: EraseChoice;
  /** Lines that are chosen, with and without a private line. */
  private readonly chosen = new Set<number>();
  /** What the chosen sender is called, as far as the log kept it. */
  private readonly names = new Set<string>();
  private readonly ranges: { first: number; last: number; count: number }[] = [];
  private open = false;
  /** SHA-256 of files that chosen entries name, and that others do. */
  private readonly letGo = new Set<string>();
  private readonly stillNamed = new Set<string>();
  /** There is a private line that cannot be read: nobody knows which files it names. */
  private unread = false;

  constructor(choice: EraseChoice) {
    this.choice = choice;
  }

  /** @param entry null where the line cannot be read: nobody knows whom it is about, so it stays. */
  add(seq: number, entry: EntryView | null, hasPrivate: boolean): void {
    const chosen = entry !== null && this.isChosen(entry);
    if (chosen) {
      this.chosen.add(seq);
      if (entry.content?.sender !== undefined) this.names.add(entry.content.sender);
    }
    for (const { sha256 } of entry?.content?.files ?? []) (chosen ? this.letGo : this.stillNamed).add(sha256);
    if (hasPrivate && (entry === null || entry.content === null)) this.unread = true;
    // A range goes on over lines that have no private part: there is nothing that it could take from them.
    if (!hasPrivate) return;
    const range = this.ranges.at(-1);
    if (!chosen) this.open = false;
    else if (this.open && range !== undefined) {
      range.last = seq;
      range.count += 1;
    } else {
      this.ranges.push({ first: seq, last: seq, count: 1 });
      this.open = true;
    }
  }

  /** Private lines that will be gone. */
  get count(): number {
    return this.ranges.reduce((sum, { count }) => sum + count, 0);
  }

  /** What the chain will say of it, in one line or several. */
  lines(): Erasure['lines'] {
    const lines: Erasure['lines'][number][] = [];
    for (let from = 0; from < this.ranges.length; from += MOST_RANGES) {
      const ranges = this.ranges.slice(from, from + MOST_RANGES);
      lines.push({
        count: ranges.reduce((sum, { count }) => sum + count, 0),
        lines: ranges.map(({ first, last }): LineRange => ({ first, last })),
      });
    }
    return lines;
  }

  /**
   * Which kept copies of files go: those of chosen entries that no other names.
   * @param old those that were kept a while ago: one that no entry names at all was left over, and goes as well.
   */
  files(old: readonly string[]): readonly string[] {
    const leftOver = this.unread ? [] : old;
    return [...new Set([...this.letGo, ...leftOver])].filter((sha256) => !this.stillNamed.has(sha256));
  }

  /** Ids of the held items that are about the same, title and text included. */
  dropped(held: readonly Pick<HeldItem, 'id' | 'seq' | 'app' | 'sender'>[]): readonly string[] {
    const { choice } = this;
    const names = new Set(this.names);
    if (choice.by === 'sender')
      for (const { seq, sender } of held) if (sender !== null && this.chosen.has(seq)) names.add(sender);
    // Several contacts may share the line of a burst, which names no sender.
    const isTheirs = ({ app, sender }: (typeof held)[number]): boolean =>
      choice.by === 'sender' && app === choice.app && sender !== null && names.has(sender);
    return held.filter((item) => this.chosen.has(item.seq) || isTheirs(item)).map(({ id }) => id);
  }

  private isChosen(entry: EntryView): boolean {
    const { choice } = this;
    if (entry.kind === 'note' && entry.ref !== null && this.chosen.has(entry.ref)) return true;
    switch (choice.by) {
      case 'entry':
        return entry.seq === choice.seq;
      case 'sender':
        return entry.app === choice.app && senderOf(entry) === choice.who;
      case 'app':
        return entry.app === choice.app;
      case 'job':
        return entry.employment === null
          ? entry.app !== null && choice.apps.includes(entry.app)
          : entry.employment === choice.employment;
      case 'before':
        return entry.at < choice.at;
    }
  }
}

/** The ranges that an `erase` line names, as pairs of its first and last line; what is no such pair is passed over. */
export function readErased(fields: Readonly<Record<string, unknown>>): readonly LineRange[] {
  if (fields.k !== 'erase' || fields.what !== 'private' || !Array.isArray(fields.lines)) return [];
  return fields.lines.flatMap((pair: unknown) => {
    if (!Array.isArray(pair) || pair.length !== 2 || !pair.every(Number.isSafeInteger)) return [];
    const [first, last] = pair as [number, number];
    return first <= last ? [{ first, last }] : [];
  });
}
