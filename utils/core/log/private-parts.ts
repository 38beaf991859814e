import { senderOf } from './erase.ts';
import type { EntryView } from './read.ts';

/** A sender of whom the log holds private parts. */
export interface KnownSender {
  readonly app: string;
  /** The sign by which `EraseChoice` names them. */
  readonly who: string;
  /** As the log last had it; null where it has the sign only. */
  readonly name: string | null;
  /** Entries with a private part. */
  readonly count: number;
}

/** What private parts there are to let go of. */
export interface PrivateParts {
  readonly count: number;
  /** Ids of the apps that have any. */
  readonly apps: readonly string[];
  /** Those with the most entries first. */
  readonly senders: readonly KnownSender[];
}

/** To be told of every line of the log, in order. */
export class PrivatePartsCounter {
  private count = 0;
  private readonly apps = new Set<string>();
  private readonly senders = new Map<string, KnownSender>();

  add(entry: EntryView | null, hasPrivate: boolean): void {
    if (!hasPrivate) return;
    this.count += 1;
    if (entry === null || entry.app === null) return;
    const { app, content } = entry;
    this.apps.add(app);
    const who = senderOf(entry);
    if (who === null) return;
    const key = JSON.stringify([app, who]);
    const before = this.senders.get(key);
    this.senders.set(key, {
      app,
      who,
      name: content?.sender ?? before?.name ?? null,
      count: (before?.count ?? 0) + 1,
    });
  }

  found(): PrivateParts {
    const senders = [...this.senders.values()].toSorted((a, b) => b.count - a.count);
    return { count: this.count, apps: [...this.apps], senders };
  }
}
