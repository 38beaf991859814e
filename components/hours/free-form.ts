import { formatMinute, parseMinute, spanWithin } from '../../utils/core/hours/clock-text.ts';
import type { BlockPattern, FlexibleDay, FlexiblePattern, Weekday } from '../../utils/core/hours/types.ts';
import { fail, ok, type Result } from '../../utils/core/result.ts';
import { MINUTES_PER_DAY } from '../../utils/core/time/instant.ts';
import { type SpanText, spanOf, textOfSpan } from './span-text.ts';

/** No fixed hours as they stand in the editor: what the person typed. */
export interface BlockForm {
  readonly rest: string;
  readonly usualEnd: string;
  readonly daysOff: readonly Weekday[];
}

/** Days of flexible hours that are alike. Every day stands in one of them at most; in none of them it is off. */
export interface FlexibleGroup {
  readonly days: readonly Weekday[];
  readonly frame: SpanText;
  /** Both sides empty where there is none. */
  readonly core: SpanText;
  readonly usualStart: string;
  readonly length: string;
}

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** What the person begins with who chooses this kind of hours. */
export const NEW_BLOCK: BlockForm = { rest: '12:00', usualEnd: '18:00', daysOff: [6, 7] };
export const NEW_FLEXIBLE: readonly FlexibleGroup[] = [
  {
    days: [1, 2, 3, 4, 5],
    frame: { start: '07:00', end: '19:00' },
    core: { start: '10:00', end: '15:00' },
    usualStart: '09:00',
    length: '08:00',
  },
];

export const formOfBlock = ({ blockMinutes, usualEndMinute, daysOff }: BlockPattern): BlockForm => ({
  rest: formatMinute(blockMinutes),
  usualEnd: formatMinute(usualEndMinute),
  daysOff,
});

/** `path` opens the `field` of what cannot be read. */
export function blockOf({ rest, usualEnd, daysOff }: BlockForm, path: string): Result<BlockPattern> {
  const blockMinutes = parseMinute(rest.trim());
  const end = parseMinute(usualEnd.trim());
  if (blockMinutes === null) return fail('hours.rest-length', `${path}blockMinutes`);
  if (end === null) return fail('hours.time', `${path}usualEndMinute`);
  // Who works until midnight may well write 24:00.
  return ok({ kind: 'block', blockMinutes, usualEndMinute: end % MINUTES_PER_DAY, daysOff });
}

/** Days that are alike stand together. */
export function formOfFlexible({ days }: FlexiblePattern): readonly FlexibleGroup[] {
  const groups = new Map<string, FlexibleGroup>();
  for (const [index, day] of days.entries()) {
    if (day === null) continue;
    const texts = textsOfDay(day);
    const key = JSON.stringify(texts);
    const weekday = (index + 1) as Weekday;
    groups.set(key, { ...texts, days: [...(groups.get(key)?.days ?? []), weekday] });
  }
  return [...groups.values()];
}

/** A problem's field names the weekday that it is about, as `core/hours/check` does. */
export function flexibleOf(groups: readonly FlexibleGroup[], path: string): Result<FlexiblePattern> {
  const days: (FlexibleDay | null)[] = [];
  for (const [index, weekday] of WEEKDAYS.entries()) {
    const group = groups.find((one) => one.days.includes(weekday));
    const day = group === undefined ? ok(null) : flexibleDayOf(group, `${path}days[${index}]`);
    if (!day.ok) return day;
    days.push(day.value);
  }
  return ok({ kind: 'flexible', days });
}

export function flexibleDayOf(group: FlexibleGroup, path: string): Result<FlexibleDay> {
  const frame = spanOf(group.frame);
  if (frame === null) return fail('hours.time', `${path}.frame`);
  const core = spanOf(group.core);
  if (core === null && !isEmpty(group.core)) return fail('hours.time', `${path}.core`);
  const usualStartMinute = parseMinute(group.usualStart.trim());
  if (usualStartMinute === null) return fail('hours.time', `${path}.usualStartMinute`);
  const quotaMinutes = parseMinute(group.length.trim());
  if (quotaMinutes === null) return fail('hours.quota-length', `${path}.quotaMinutes`);
  return ok({ frame, core: core && spanWithin(frame, core), usualStartMinute, quotaMinutes });
}

/** With `day` in the group at `index` and in no other; or, where it is there already, off. */
export const withDay = (groups: readonly FlexibleGroup[], index: number, day: Weekday): readonly FlexibleGroup[] =>
  groups.map((group, at) => {
    const others = group.days.filter((one) => one !== day);
    const joins = at === index && !group.days.includes(day);
    return { ...group, days: joins ? [...others, day].toSorted((a, b) => a - b) : others };
  });

/** A field of one of the groups. */
export interface FlexiblePlace {
  readonly index: number;
  readonly part: 'frame' | 'core' | 'usualStart' | 'length';
}

const PARTS: Readonly<Record<string, FlexiblePlace['part']>> = {
  frame: 'frame',
  core: 'core',
  usualStartMinute: 'usualStart',
  quotaMinutes: 'length',
};

/** Null for a problem that is about none of the groups. */
export function flexiblePlaceOf(groups: readonly FlexibleGroup[], field: string): FlexiblePlace | null {
  const found = /\bdays\[(\d+)\]\.(\w+)/.exec(field);
  const part = PARTS[found?.[2] ?? ''];
  const index = groups.findIndex((group) => group.days.some((day) => day === Number(found?.[1]) + 1));
  return part === undefined || index === -1 ? null : { index, part };
}

const NO_SPAN: SpanText = { start: '', end: '' };

const isEmpty = ({ start, end }: SpanText): boolean => start.trim() === '' && end.trim() === '';

const textsOfDay = ({ frame, core, usualStartMinute, quotaMinutes }: FlexibleDay): Omit<FlexibleGroup, 'days'> => ({
  frame: textOfSpan(frame),
  core: core === null ? NO_SPAN : textOfSpan(core),
  usualStart: formatMinute(usualStartMinute),
  length: formatMinute(quotaMinutes),
});
