import { makeVisible } from '../text/visible.ts';
import type { Instant, ZoneName } from '../time/instant.ts';
import { isoWithOffset } from '../time/zones.ts';

/** One step in the way of the evidence: made, handed over, received. */
export interface CustodyStep {
  readonly at: Instant;
  readonly zone: ZoneName;
  /** As the person typed it. */
  readonly who: string;
  readonly what: string;
}

const MOST_CHARACTERS = 400;

/**
 * `custody.txt`: a line for each step, its time, zone, who and what between tabs; a tab or line break within them is
 * a space. The first line names the columns.
 */
export function custodyText(steps: readonly CustodyStep[]): string {
  const lines = steps.map(({ at, zone, who, what }) => [isoWithOffset(at, zone), zone, ...[who, what].map(shown)]);
  return [['time', 'zone', 'who', 'what'], ...lines].map((cells) => `${cells.join('\t')}\n`).join('');
}

const shown = (text: string): string => makeVisible(text, MOST_CHARACTERS).trim();
