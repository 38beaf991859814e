import * as z from 'zod/mini';
import { parseMinute, spanOfMinutes, spanWithin } from '../hours/clock-text.ts';
import type { BlockPattern, FlexibleDay, HoursPattern, Span, Weekday, WeeklyPattern } from '../hours/types.ts';
import { MINUTES_PER_DAY } from '../time/instant.ts';
import { date, daysOfCycle, daysOff, spansOfDay } from './parts.ts';
import { WEEKDAY_KEYS } from './week-moment.ts';

/** Hours as a settings file spells them (docs/settings.md). */

/** A text that stands for a number; `code` tells the person when it does not. */
export function numberText(code: string, read: (text: string) => number | null) {
  return z.pipe(
    z.string(),
    z.transform((text: string, context) => {
      const number = read(text);
      if (number !== null) return number;
      context.issues.push({ code: 'custom', message: code, input: text });
      return z.NEVER;
    }),
  );
}

const endTime = numberText('settings.time-invalid', parseMinute);
const length = numberText('settings.length-invalid', parseMinute);
const startTime = numberText('settings.time-invalid', (text) => {
  const minute = parseMinute(text);
  return minute === MINUTES_PER_DAY ? null : minute;
});

export const span = z.pipe(
  z.strictObject({ from: startTime, to: endTime }),
  z.transform(({ from, to }: { from: number; to: number }): Span => spanOfMinutes(from, to)),
);

const weekOf = <D extends z.core.SomeType>(day: D) =>
  z.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });
const daysOf = <D>(days: Readonly<Record<(typeof WEEKDAY_KEYS)[number], D>>): readonly D[] =>
  WEEKDAY_KEYS.map((key) => days[key]);

export const week = weekOf(spansOfDay(span));
export const weeklyOf = (days: z.output<typeof week>): WeeklyPattern => ({ kind: 'weekly', days: daysOf(days) });

const flexibleDay = z.strictObject({ frame: span, core: z.exactOptional(span), usualStart: startTime, length });
const flexible = weekOf(z.nullable(flexibleDay));
const flexibleDayOf = ({ frame, core, usualStart, length: quota }: z.output<typeof flexibleDay>): FlexibleDay => ({
  frame,
  core: core === undefined ? null : spanWithin(frame, core),
  usualStartMinute: usualStart,
  quotaMinutes: quota,
});

const noFixedHours = z.strictObject({ rest: length, usualEnd: startTime, daysOff: daysOff(z.enum(WEEKDAY_KEYS)) });
const blockOf = (block: z.output<typeof noFixedHours>): BlockPattern => ({
  kind: 'block',
  blockMinutes: block.rest,
  usualEndMinute: block.usualEnd,
  daysOff: block.daysOff.map((day) => (WEEKDAY_KEYS.indexOf(day) + 1) as Weekday),
});

/** One of four spellings; which of them, `withPattern` looks after. */
export const writtenPattern = {
  week: z.exactOptional(week),
  cycleFrom: z.exactOptional(date),
  cycle: z.exactOptional(daysOfCycle(span)),
  noFixedHours: z.exactOptional(noFixedHours),
  flexible: z.exactOptional(flexible),
};

interface WrittenPattern {
  readonly week?: z.output<typeof week>;
  readonly cycleFrom?: string;
  readonly cycle?: readonly (readonly Span[])[];
  readonly noFixedHours?: z.output<typeof noFixedHours>;
  readonly flexible?: z.output<typeof flexible>;
}

/** A pattern in the place of its spelling, which stands beside the other keys of whatever has one. */
export function withPattern<W extends WrittenPattern>(written: W, context: z.core.ParsePayload) {
  const { week: _week, cycleFrom: _from, cycle: _cycle, noFixedHours: _none, flexible: _flexible, ...rest } = written;
  const [pattern, ...more] = patternsOf(written);
  if (pattern !== undefined && more.length === 0) return { ...rest, pattern };
  context.issues.push({ code: 'custom', message: 'settings.week-or-cycle', input: written });
  return z.NEVER;
}

/** Half a cycle makes none. */
function patternsOf({ cycleFrom, cycle, ...written }: WrittenPattern): readonly HoursPattern[] {
  if ((cycleFrom === undefined) !== (cycle === undefined)) return [];
  return [
    ...(written.week === undefined ? [] : [weeklyOf(written.week)]),
    ...(cycleFrom === undefined || cycle === undefined
      ? []
      : [{ kind: 'rotating', anchor: cycleFrom, days: cycle } as const]),
    ...(written.noFixedHours === undefined ? [] : [blockOf(written.noFixedHours)]),
    ...(written.flexible === undefined
      ? []
      : [
          {
            kind: 'flexible',
            days: daysOf(written.flexible).map((day) => (day === null ? null : flexibleDayOf(day))),
          } as const,
        ]),
  ];
}
