import type { Employment, Verdict } from '../hours/types.ts';
import { HOUR_MS, type Instant } from '../time/instant.ts';
import type { Calendar } from './calendar.ts';
import { type Contracted, contractedIn, nextOfKind, withoutReachable } from './contracted.ts';
import { firstIndex, gapsIn, indexEndingAfter, unionOf } from './stretches.ts';
import type { ContactMark, RecordedWork, Stretch } from './types.ts';

/**
 * What the questions about rest are asked of. Contacts and recorded work of other employments are passed over. An answer
 * whose stretch ends after the record does is not final: more contacts may come.
 */
export interface RestRecord<C extends ContactMark = ContactMark> {
  /** Whose days and weeks the answers follow. */
  readonly calendar: Calendar;
  /** One, where the rule binds each employer by itself; all, where the person's whole rest is in question. */
  readonly employments: readonly Employment[];
  /** In any order, also from before and after the calendar; read once. */
  readonly contacts: Iterable<C>;
  readonly recorded?: readonly RecordedWork[];
  /**
   * Is standing by rest? `no` unless asked. Under Directive 2003/88/EC it is, as long as the duty leaves the person free
   * (CJEU C-344/19, *Radiotelevizija Slovenija*); then a contact breaks it like any other rest.
   */
  readonly onCallIsRest?: boolean;
  /**
   * Rests lie between the stretches of work that are `contracted`, unless asked otherwise; or between those that the
   * person `actual`ly worked too: for people without fixed hours (Chile, Código del Trabajo art. 152 quáter J).
   */
  readonly shifts?: 'contracted' | 'actual';
}

/** A record prepared for questions. All lists of stretches are sorted and free of overlaps. */
export interface RestTimeline<C extends ContactMark = ContactMark> {
  readonly calendar: Calendar;
  /** What rests lie between. Reaches past the calendar, to the first shift that begins after it, where one is known. */
  readonly shifts: readonly Stretch[];
  /** Shifts and recorded work. */
  readonly busy: readonly Stretch[];
  /** Hours of work by the contract, without standing by. */
  readonly working: readonly Stretch[];
  readonly recorded: readonly RecordedWork[];
  readonly worked: readonly Stretch[];
  /** Contacts that break a rest, by time: those that the log has as work are none of them. */
  readonly contacts: readonly C[];
}

const DAY_MS = 24 * HOUR_MS;

/** Whoever works at the first instant began before it. */
const MARGIN_BEFORE = DAY_MS;
/** A rule may look a week ahead. */
const MARGIN_AFTER = 8 * DAY_MS;

/** O(n log n) in contacts and recorded work, linear in the changes of the hours. */
export function restTimeline<C extends ContactMark>(record: RestRecord<C>): RestTimeline<C> {
  const { calendar, employments, onCallIsRest = false } = record;
  const ids = new Set(employments.map(({ id }) => id));
  const recorded = (record.recorded ?? []).filter(({ employment }) => ids.has(employment));
  const worked = unionOf(recorded);
  const contracted = contractedAround(calendar, employments.map(withoutReachable), onCallIsRest);
  const duty = onCallIsRest ? contracted.working : contracted.workingOrOnCall;
  const busy = unionOf([...duty, ...worked]);

  const contacts: C[] = [];
  for (const contact of record.contacts) {
    const breaks = contact.verdict === 'off' || (contact.verdict === 'on-call' && onCallIsRest);
    if (breaks && ids.has(contact.employment)) contacts.push(contact);
  }
  contacts.sort((a, b) => a.at - b.at);

  const shifts = record.shifts === 'actual' ? busy : duty;
  return { calendar, shifts, busy, working: contracted.working, recorded, worked, contacts };
}

function contractedAround(
  { from, until }: Stretch,
  employments: readonly Employment[],
  onCallIsRest: boolean,
): Contracted {
  const window = { from: from - MARGIN_BEFORE, until: until + MARGIN_AFTER };
  const near = contractedIn(employments, window);
  const shifts = onCallIsRest ? near.working : near.workingOrOnCall;
  if (shifts.some((shift) => shift.from >= until)) return near;
  const kinds: Verdict['kind'][] = onCallIsRest ? ['working'] : ['working', 'on-call'];
  const next = nextOfKind(employments, kinds, window.until);
  return next === null ? near : contractedIn(employments, { from: window.from, until: next + 1 });
}

/** Contacts within `window` that break a rest. */
export function contactsIn<C extends ContactMark>(
  { contacts }: Pick<RestTimeline<C>, 'contacts'>,
  { from, until }: Stretch,
): readonly C[] {
  return contacts.slice(firstIndexAt(contacts, from), firstIndexAt(contacts, until));
}

/** Recorded work that reaches into `window`, uncut. */
export function workedIn({ worked }: Pick<RestTimeline, 'worked'>, { from, until }: Stretch): readonly Stretch[] {
  return worked.slice(
    indexEndingAfter(worked, from),
    firstIndex(worked, (stretch) => stretch.from >= until),
  );
}

/** The parts of `window` without work or contact, in order. */
export function undisturbedIn(timeline: RestTimeline, window: Stretch): readonly Stretch[] {
  const parts: Stretch[] = [];
  for (const { from, until } of gapsIn(window, timeline.busy)) {
    let quiet = from;
    for (const { at } of contactsIn(timeline, { from, until })) {
      if (quiet < at) parts.push({ from: quiet, until: at });
      quiet = at;
    }
    parts.push({ from: quiet, until });
  }
  return parts;
}

/** The first shift that begins within `window`; one that runs into it has begun before. */
export function firstStartIn({ shifts }: Pick<RestTimeline, 'shifts'>, { from, until }: Stretch): Instant | null {
  const start = shifts[firstIndex(shifts, (shift) => shift.from >= from)]?.from;
  return start !== undefined && start < until ? start : null;
}

const firstIndexAt = (contacts: readonly ContactMark[], from: Instant): number =>
  firstIndex(contacts, ({ at }) => at >= from);
