import { momentOfWeek } from '../text/dates.ts';
import type { Text, TextKey } from '../text/text.ts';
import type { Instant, ZoneName } from '../time/instant.ts';
import { offsetMinutesAt } from '../time/zones.ts';
import type { Employment, Verdict } from './types.ts';
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
  const what = t(whatKey(employment, verdict), { moment: momentOfWeek(t, at, at, zone) });
  const sentence = capitalised(
    t(next.key, { what, ...(next.at !== null && { next: momentOfWeek(t, next.at, at, zone) }) }),
    t.language,
  );
  const differs = [at, next.at ?? at].some((one) => offsetMinutesAt(one, zone) !== offsetMinutesAt(one, deviceZone));
  return differs ? t('explain.in-zone', { sentence, zone }) : sentence;
}

function whatKey(employment: Employment, verdict: Verdict): TextKey {
  const weekly = verdict.reason === 'day-off' && isWeeklyRest(employment, verdict.rule);
  return weekly ? 'explain.weekly-rest' : `explain.${verdict.reason}`;
}

/** Days off of a week with at least five days of work are its rest; a day off of others can be any. */
const WORKDAYS_OF_A_FULL_WEEK = 5;

function isWeeklyRest({ hours }: Employment, rule: string): boolean {
  const pattern = hours.find(({ validFrom }) => rule === `hours@${validFrom}`)?.pattern;
  return (
    pattern?.kind === 'weekly' && pattern.days.filter((spans) => spans.length > 0).length >= WORKDAYS_OF_A_FULL_WEEK
  );
}

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
  const interrupted = reason === 'break' || reason === 'care' || reason === 'off-now';
  return { key: interrupted ? 'explain.then-work' : 'explain.then-shift', at: next };
}

/** A weekday at the beginning of a sentence. */
const capitalised = (sentence: string, language: string): string =>
  sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1);
