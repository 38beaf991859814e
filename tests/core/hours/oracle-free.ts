import type { BlockPattern, FlexibleDay } from '../../../utils/core/hours/types.ts';
import type { Said, Stretch } from './oracle-said.ts';

/** The oracle's own reading of days that follow what the person said; see `oracle.ts`. */

const MINUTE = 60_000;
const MINUTES_PER_DAY = 1_440;

type Minute = (minuteOfDay: number) => number;

export function piecesOfBlock(pattern: BlockPattern, { work }: Said, minute: Minute): Stretch[] {
  const rest = pattern.blockMinutes;
  // The day is whatever the rest leaves of twenty-four hours.
  const opens = (pattern.usualEndMinute + rest) % MINUTES_PER_DAY;
  const morning = minute(opens);
  const evening = minute(opens + MINUTES_PER_DAY - rest);
  const dusk = morning - rest * MINUTE;
  const ends = work
    .filter(({ until }) => until > dusk)
    .filter(({ from, until }) => from <= dusk || until - morning <= dusk - from)
    .map(({ until }) => until + rest * MINUTE);
  const from = Math.max(morning, ...ends);
  return from < evening ? [{ from, until: evening }] : [];
}

export function piecesOfFlexible(
  day: FlexibleDay,
  { word }: Said,
  minute: Minute,
): (Stretch & { readonly isCore: boolean })[] {
  const opens = minute(day.frame.startMinute);
  const closes = minute(day.frame.endMinute);
  const coreFrom = day.core === null ? 0 : Math.max(opens, minute(day.core.startMinute));
  const coreUntil = day.core === null ? 0 : Math.min(closes, minute(day.core.endMinute));
  const hasCore = coreFrom < coreUntil;
  const latest = hasCore ? coreFrom : closes;
  const words = word.filter(({ from, until }) => from >= minute(0) && from < latest && until > opens);
  const earliest = Math.min(...words.map(({ from }) => from));
  let begin = earliest === Infinity ? minute(day.usualStartMinute) : earliest;
  if (begin > latest && hasCore) begin = coreFrom;
  if (begin < opens) begin = opens;
  let end = begin + day.quotaMinutes * MINUTE;
  if (hasCore && end < coreUntil) end = coreUntil;
  if (end > closes) end = closes;
  const cuts = hasCore ? [begin, coreFrom, coreUntil, end] : [begin, end];
  return cuts
    .slice(0, -1)
    .map((from, index) => ({ from, until: cuts[index + 1] ?? from, isCore: hasCore && index === 1 }))
    .filter(({ from, until }) => from < until);
}
