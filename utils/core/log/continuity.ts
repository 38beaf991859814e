import { type Instant, MINUTE_MS, SECOND_MS } from '../time/instant.ts';
import type { ClockDraft, EntryStamp, GapDraft } from './types.ts';

/** The background is woken at least this often while browser and device run. */
export const HEARTBEAT_MS = 15 * MINUTE_MS;

/** Browsers may deliver an alarm late. A shorter stop leaves no `gap`, since it cannot be told from a late heartbeat. */
const LATE_MS = 5 * MINUTE_MS;

/** Clocks drift and are set right by small steps. */
const CLOCK_TOLERANCE_MS = 2 * SECOND_MS;

/** However often a clock is set, one run of the background notes it at most once in this time. */
const CLOCK_REST_MS = MINUTE_MS;

/** That the background ran at this moment, by wall clock and by the monotonic clock of that run (`epoch`). */
export type LifeSign = Omit<EntryStamp, 'zone'>;

/** Where the writer stands: the sign that the next one is compared with. */
export interface Continuity {
  readonly sign: LifeSign;
  /** Monotonic milliseconds at which this run last noted a change of the clock. */
  readonly clockNotedMs: number | null;
}

export interface Continued {
  /** What is to be chained before anything else that `now` stamps. */
  readonly breaks: readonly (ClockDraft | GapDraft)[];
  readonly after: Continuity;
}

/**
 * What lies between the last sign of life and this one. A pause no longer than heartbeat and lateness is nothing: Chromium
 * stops and starts the background all the time. Within a run the wall clock is measured against the monotonic one, which
 * stands still while most devices sleep; across runs only a clock that went back shows.
 * @param before null where nothing was ever written.
 */
export function continueFrom(before: Continuity | null, { at, epoch, monotonicMs }: LifeSign): Continued {
  const now = { at, epoch, monotonicMs };
  if (before === null) return { breaks: [], after: { sign: now, clockNotedMs: null } };
  const { sign } = before;
  const sameRun = sign.epoch === epoch;
  const clockNotedMs = sameRun ? before.clockNotedMs : null;
  // The old sign stays: what the clock did meanwhile is measured and noted once the rest is over.
  if (clockNotedMs !== null && monotonicMs - clockNotedMs < CLOCK_REST_MS) return { breaks: [], after: before };
  const clock = clockBreak(sign, now, sameRun);
  const breaks = [...(clock === null ? [] : [clock]), ...gapBetween(sign.at, at)];
  return { breaks, after: { sign: now, clockNotedMs: clock === null ? clockNotedMs : monotonicMs } };
}

function clockBreak(last: LifeSign, now: LifeSign, sameRun: boolean): ClockDraft | null {
  const expected = sameRun ? Math.round(last.at + now.monotonicMs - last.monotonicMs) : last.at;
  if (now.at < expected - CLOCK_TOLERANCE_MS) return { kind: 'clock', what: 'back', from: expected };
  if (sameRun && now.at > expected + CLOCK_TOLERANCE_MS)
    return { kind: 'clock', what: 'jump-or-sleep', from: expected };
  return null;
}

const gapBetween = (from: Instant, until: Instant): readonly GapDraft[] =>
  until - from > HEARTBEAT_MS + LATE_MS ? [{ kind: 'gap', what: 'not-running', from, until }] : [];
