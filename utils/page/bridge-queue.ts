import type { Decision, OfferedContact } from '../core/contact/types.ts';

/** How many contacts one message carries: enough that a burst needs few round trips, small enough to be answered fast. */
const BATCH = 250;

/** Waits before a repeat; then every half minute for as long as the page lives, since a contact must not be lost. */
const RETRY_AFTER_MS = [50, 200, 600, 2_000, 30_000] as const;

export interface Reply {
  readonly decisions: Readonly<Record<string, Decision>>;
  readonly mark: string;
}

export interface QueuePorts {
  /** Resolves with the background's explicit reply, or with undefined where there was none. Rejects when it is gone. */
  readonly ask: (items: readonly OfferedContact[]) => Promise<Reply | undefined>;
  readonly answered: (id: string, decision: Decision, mark: string) => void;
  /** The extension was removed, disabled or updated: nothing can be told to it from this page any more. */
  readonly orphaned: () => void;
  readonly isOrphaned: () => boolean;
  readonly later: (run: () => void, delayMs: number) => void;
}

export interface Queue {
  add(contacts: readonly OfferedContact[]): void;
  /** The page has shown it natively, since no answer reached it in time: tell the background, again if need be. */
  markLate(id: string): void;
}

/** Answered contacts that a crossing "too late" of the page may still concern. */
const ANSWERED_KEPT = 500;

/**
 * Sends contacts in the order they came, one message at a time: what arrives while a message is under way travels in the
 * next. The same ids are sent again until the background says explicitly what it decided on each.
 */
export function createQueue(ports: QueuePorts): Queue {
  const waiting = new Map<string, OfferedContact>();
  const answered = new Map<string, OfferedContact>();
  let busy = false;
  let failures = 0;

  const take = (): OfferedContact[] => {
    const batch: OfferedContact[] = [];
    for (const contact of waiting.values()) {
      batch.push(contact);
      if (batch.length === BATCH) break;
    }
    return batch;
  };

  /** @returns whether the reply answered anything; one that answers nothing is no answer. */
  const settle = (batch: readonly OfferedContact[], reply: Reply): boolean => {
    let any = false;
    for (const contact of batch) {
      const { id } = contact;
      const decision = reply.decisions[id];
      if (decision === undefined) continue;
      any = true;
      if (waiting.get(id) === contact) waiting.delete(id); // Else it turned late meanwhile and goes once more.
      answered.set(id, contact);
      if (answered.size > ANSWERED_KEPT) answered.delete(answered.keys().next().value as string);
      ports.answered(id, decision, reply.mark); // Late ones too: the page hears that somebody is there again.
    }
    return any;
  };

  const pump = async (): Promise<void> => {
    if (busy || waiting.size === 0) return;
    busy = true;
    const batch = take();
    const reply = await ports.ask(batch).catch(() => undefined); // A refusal is no answer; whether we are gone is asked below.
    busy = false;
    if (ports.isOrphaned()) {
      waiting.clear();
      ports.orphaned();
      return;
    }
    if (reply !== undefined && settle(batch, reply)) {
      failures = 0;
      void pump();
      return;
    }
    const delay = RETRY_AFTER_MS[Math.min(failures, RETRY_AFTER_MS.length - 1)] as number;
    failures += 1;
    ports.later(() => void pump(), delay);
  };

  return {
    add(contacts) {
      for (const contact of contacts) waiting.set(contact.id, contact);
      void pump();
    },
    markLate(id) {
      const contact = waiting.get(id) ?? answered.get(id);
      if (contact !== undefined) this.add([{ ...contact, failedOpen: true }]);
    },
  };
}
