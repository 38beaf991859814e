import { combinedStateAt } from '../core/hours/combined.ts';
import type { Employment } from '../core/hours/types.ts';
import type { CheckpointReason } from '../core/sign/signed-checkpoint.ts';
import { HOUR_MS, type Instant } from '../core/time/instant.ts';
import { type MakeCheckpointPorts, makeCheckpoint } from './make-checkpoint.ts';
import type { LineTimes, SettingsStore } from './ports.ts';

export interface DueCheckpointPorts extends MakeCheckpointPorts {
  readonly settings: SettingsStore;
  readonly lineTimes: LineTimes;
}

const WEEK_MS = 7 * 24 * HOUR_MS;

/** More turns than any week of hours has. */
const MOST_TURNS = 500;

/**
 * Makes a checkpoint where one is due: hours have begun since the first line that no checkpoint covers, or that line is a
 * week old. Asked of the log and the hours, so that a start of hours is not missed by a background that slept through it.
 * Returns whether one was made.
 */
export async function dueCheckpoint(ports: DueCheckpointPorts): Promise<boolean> {
  const head = await ports.log.head();
  const covered = (await ports.checkpoints.latest(head.log))?.size ?? 0;
  if (head.size === covered) return false;
  // A log that was set back is shorter than its latest checkpoint says: its last line is then what is new.
  const first = await ports.lineTimes.of(Math.min(covered + 1, head.size));
  if (first === null) return false;
  const reason = reasonOf((await ports.settings.read()).employments, first, ports.clock.now());
  return reason !== null && (await makeCheckpoint(ports, reason)) !== null;
}

/** @param since when the first line without a checkpoint was written. */
function reasonOf(employments: readonly Employment[], since: Instant, now: Instant): CheckpointReason | null {
  if (hoursBegan(employments, since, Math.min(now, since + WEEK_MS))) return 'window-end';
  // Also a line of the future, which the clock had when it was wrong: the week would never be over.
  return Math.abs(now - since) >= WEEK_MS ? 'weekly' : null;
}

/** Did working hours begin within `(from, until]`? */
function hoursBegan(employments: readonly Employment[], from: Instant, until: Instant): boolean {
  let at = from;
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const turn = combinedStateAt(employments, at).until;
    if (turn === null || turn > until) return false;
    if (combinedStateAt(employments, turn).state === 'working') return true;
    at = turn;
  }
  return false;
}
