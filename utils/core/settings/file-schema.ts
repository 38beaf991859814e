import * as z from 'zod/mini';
import { parseMinute, spanOfMinutes } from '../hours/clock-text.ts';
import type { HoursPattern, Span, WeeklyPattern, WindowsVersion } from '../hours/types.ts';
import { MINUTES_PER_DAY } from '../time/instant.ts';
import { readIso } from '../time/iso-text.ts';
import { WEEKDAY_KEYS } from './file-writer.ts';
import {
  date,
  dateFields,
  daysOfCycle,
  employmentOf,
  exceptionOf,
  listsOf,
  seasonFields,
  seasonsOf,
  settingsOf,
  spansOfDay,
  windowFields,
} from './parts.ts';
import type { Settings } from './types.ts';

/** A text that stands for a number; `code` tells the person when it does not. */
function numberText(code: string, read: (text: string) => number | null) {
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
const startTime = numberText('settings.time-invalid', (text) => {
  const minute = parseMinute(text);
  return minute === MINUTES_PER_DAY ? null : minute;
});
const instant = numberText('settings.instant-invalid', readIso);

const span = z.pipe(
  z.strictObject({ from: startTime, to: endTime }),
  z.transform(({ from, to }: { from: number; to: number }): Span => spanOfMinutes(from, to)),
);

const spans = spansOfDay(span);
const week = z.strictObject({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans, sun: spans });

const writtenPattern = {
  week: z.exactOptional(week),
  cycleFrom: z.exactOptional(date),
  cycle: z.exactOptional(daysOfCycle(span)),
};
type Week = z.output<typeof week>;
interface WrittenPattern {
  readonly week?: Week;
  readonly cycleFrom?: string;
  readonly cycle?: readonly (readonly Span[])[];
}

/** A pattern in the place of its spelling, which stands beside the other keys of whatever has one. */
function withPattern<W extends WrittenPattern>(written: W, context: z.core.ParsePayload) {
  const { week: days, cycleFrom, cycle, ...rest } = written;
  const pattern = patternOf(days, cycleFrom, cycle);
  if (pattern !== null) return { ...rest, pattern };
  context.issues.push({ code: 'custom', message: 'settings.week-or-cycle', input: written });
  return z.NEVER;
}

function patternOf(
  days: Week | undefined,
  anchor: string | undefined,
  cycle: WrittenPattern['cycle'],
): HoursPattern | null {
  if (days !== undefined) return anchor === undefined && cycle === undefined ? weeklyOf(days) : null;
  return anchor !== undefined && cycle !== undefined ? { kind: 'rotating', anchor, days: cycle } : null;
}

const weeklyOf = (days: Week): WeeklyPattern => ({ kind: 'weekly', days: WEEKDAY_KEYS.map((key) => days[key]) });

const writtenSeason = z.strictObject({ ...seasonFields, ...writtenPattern });
const seasons = seasonsOf(z.pipe(writtenSeason, z.transform(withPattern<z.output<typeof writtenSeason>>)));
const writtenVersion = z.strictObject({ ...dateFields, ...writtenPattern, seasons: z.exactOptional(seasons) });
const version = z.pipe(writtenVersion, z.transform(withPattern<z.output<typeof writtenVersion>>));

const writtenWindow = z.strictObject({ ...windowFields, week });
const windowOf = ({ week: days, ...rest }: z.output<typeof writtenWindow>): WindowsVersion => ({
  ...rest,
  pattern: weeklyOf(days),
});

/** The settings file: hours as people write them, turned into hours as the program counts them (docs/settings.md). */
export const fileSchema: z.ZodMiniType<Settings> = settingsOf(
  employmentOf(
    listsOf({
      version,
      exception: exceptionOf(instant, span),
      window: z.pipe(writtenWindow, z.transform(windowOf)),
      instant,
    }),
  ),
);
