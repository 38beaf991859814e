import { type Instant, SECOND_MS } from '../time/instant.ts';
import type { Route } from './types.ts';

/** What is compared when two contacts may be one message seen twice. */
export interface SeenContact {
  readonly app: string;
  readonly route: Route;
  readonly tabId: number;
  readonly title: string;
  readonly text: string;
  readonly tag: string;
  readonly at: Instant;
}

/** Two sightings of one message lie no further apart. */
export const DOUBLE_WINDOW_MS = 5 * SECOND_MS;

const samePlace = (a: SeenContact, b: SeenContact): boolean => a.route === b.route && a.tabId === b.tabId;

/** Routes that know no tag leave it empty. */
const sameTag = (a: string, b: string): boolean => a === b || a === '' || b === '';

/**
 * One message seen by two routes or in two tabs. The same text twice by one route in one tab is two messages: the app
 * itself raised them one after the other.
 */
export const isDouble = (a: SeenContact, b: SeenContact): boolean =>
  a.app === b.app &&
  a.title === b.title &&
  a.text === b.text &&
  sameTag(a.tag, b.tag) &&
  Math.abs(a.at - b.at) <= DOUBLE_WINDOW_MS &&
  !samePlace(a, b);

/**
 * Index of the recorded message that `next` is another sighting of, -1 for none. Each message brings its sightings so
 * far, so that a hidden preview ("New message") raised twice in two tabs stays two messages, not one.
 */
export const doubleOf = (messages: readonly (readonly SeenContact[])[], next: SeenContact): number =>
  messages.findIndex(
    (sightings) => sightings.some((seen) => isDouble(seen, next)) && !sightings.some((seen) => samePlace(seen, next)),
  );
