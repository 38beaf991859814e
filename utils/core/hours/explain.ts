import { lengthText, momentOfWeek } from '../text/dates.ts';
import type { Text, TextKey } from '../text/text.ts';
import type { Instant, LocalDate, ZoneName } from '../time/instant.ts';
import { dateOf, offsetMinutesAt } from '../time/zones.ts';
import { patternOn, workdaysOf } from './pattern-days.ts';
import type { Employment, HoursPattern, Verdict } from './types.ts';
import { nextWorkingAt, verdictAt } from './verdict.ts';
import { zoneAt } from './zone-moves.ts';

export interface Explained {
  readonly employment: Employment;
  /** Of `employment` at `at`. */
  readonly verdict: Verdict;
  readonly at: Instant;
  readonly deviceZone: ZoneName;
}

/**
 * One sentence that says what an instant is and what comes next: "Saturday 14:00 is your weekly rest; your next shift
 * starts Monday 09:00." Times are those of the clock that the hours follow at `at`, which is named where the device's
 * clock shows another time.
 */
export function explain(t: Text, { employment, verdict, at, deviceZone }: Explained): string {
  const zone = zoneAt(employment, at);
  const next = nextOf(employment, verdict, at);
  const pattern = patternOf(employment, verdict.rule, dateOf(at, zone));
  const what = t(whatKey(verdict, pattern), {
    moment: momentOfWeek(t, at, at, zone),
    ...(pattern?.kind === 'block' && { rest: lengthText(t.language, pattern.blockMinutes) }),
  });
  const sentence = capitalised(
    t(next.key, { what, ...(next.at !== null && { next: momentOfWeek(t, next.at, at, zone) }) }),
    t.language,
  );
  const differs = [at, next.at ?? at].some((one) => offsetMinutesAt(one, zone) !== offsetMinutesAt(one, deviceZone));
  return differs ? t('explain.in-zone', { sentence, zone }) : sentence;
}

/** The hours that a rule of the contract speaks of on that day. */
function patternOf({ hours }: Employment, rule: string, date: LocalDate): HoursPattern | null {
  const version = hours.find(({ validFrom }) => rule === `hours@${validFrom}`);
  return version === undefined ? null : patternOn(version, date);
}

function whatKey({ reason }: Verdict, pattern: HoursPattern | null): TextKey {
  return reason === 'day-off' && pattern !== null && isWeek(pattern) ? 'explain.weekly-rest' : `explain.${reason}`;
}

/** Days off of a week with at least five days of work are its rest; a day off of others can be any. */
const WORKDAYS_OF_A_FULL_WEEK = 5;

const isWeek = (pattern: HoursPattern): boolean =>
  pattern.kind !== 'rotating' && workdaysOf(pattern) >= WORKDAYS_OF_A_FULL_WEEK;

interface Next {
  readonly key: TextKey;
  readonly at: Instant | null;
}

function nextOf(employment: Employment, { kind, reason, until }: Verdict, at: Instant): Next {
  if (kind !== 'off') return { key: until === null ? 'explain.then-no-end' : 'explain.then-until', at: until };
  if (until !== null && verdictAt(employment, until).kind === 'on-call') {
    return { key: 'explain.then-on-call', at: until };
  }
  const next = nextWorkingAt(employment, at);
  if (next === null) return { key: 'explain.then-nothing', at: null };
  return { key: workKey(reason, verdictAt(employment, next).reason), at: next };
}

/** How time off ends: without fixed hours one is reached again, flexible ones begin when one likes. */
function workKey(reason: Verdict['reason'], next: Verdict['reason']): TextKey {
  if (next === 'reachable') return 'explain.then-reachable';
  const interrupted = reason === 'break' || reason === 'care' || reason === 'off-now';
  if (interrupted) return 'explain.then-work';
  return next === 'flexible' ? 'explain.then-usual' : 'explain.then-shift';
}

/** A weekday at the beginning of a sentence. */
const capitalised = (sentence: string, language: string): string =>
  sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1);
