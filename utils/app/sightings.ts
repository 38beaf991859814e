import { DOUBLE_WINDOW_MS, doubleOf, type SeenContact } from '../core/contact/doubles.ts';
import type { Treatment } from '../core/contact/types.ts';

interface Message {
  readonly treatment: Treatment;
  readonly sightings: SeenContact[];
}

/** Remembers what was seen in the last seconds, so that one message seen by two routes is recorded once. */
export interface Sightings {
  /** The treatment of the message that this is another sighting of, or null when it is a new one (which is remembered). */
  meet(seen: SeenContact, treatment: Treatment): Treatment | null;
}

export function createSightings(): Sightings {
  /** By what two sightings must have in common; a burst of thousands stays cheap. */
  const messages = new Map<string, Message[]>();
  let sweepAt = 0;

  const sweep = (now: number): void => {
    if (now < sweepAt) return;
    sweepAt = now + DOUBLE_WINDOW_MS;
    for (const [key, group] of messages) {
      const latest = group.at(-1)?.sightings.at(-1)?.at ?? 0;
      if (now - latest > DOUBLE_WINDOW_MS) messages.delete(key);
    }
  };

  return {
    meet(seen, treatment) {
      sweep(seen.at);
      const key = JSON.stringify([seen.app, seen.title, seen.text]);
      const group = messages.get(key) ?? [];
      messages.set(key, group);
      const known =
        group[
          doubleOf(
            group.map(({ sightings }) => sightings),
            seen,
          )
        ];
      if (known === undefined) group.push({ treatment, sightings: [seen] });
      else known.sightings.push(seen);
      return known?.treatment ?? null;
    },
  };
}
