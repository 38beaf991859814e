import type { HeldItem } from '../../utils/core/contact/types.ts';

export interface HeldSender {
  /** Null where the app does not tell. */
  readonly sender: string | null;
  readonly items: readonly HeldItem[];
}

export interface HeldGroup {
  readonly app: string;
  readonly count: number;
  readonly senders: readonly HeldSender[];
}

/** By app, then by sender; whoever wrote last comes first. */
export function groupHeld(items: readonly HeldItem[]): readonly HeldGroup[] {
  const newestFirst = [...items].sort((a, b) => b.at - a.at);
  return [...groupBy(newestFirst, (item) => item.app)].map(([app, ofApp]) => ({
    app,
    count: ofApp.length,
    senders: [...groupBy(ofApp, (item) => item.sender)].map(([sender, ofSender]) => ({ sender, items: ofSender })),
  }));
}

function groupBy<T, K>(list: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of list) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
