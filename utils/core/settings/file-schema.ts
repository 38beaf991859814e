import * as z from 'zod/mini';
import { parseMinute, spanOfMinutes } from '../hours/clock-text.ts';
import type { HoursPattern, HoursVersion, Span } from '../hours/types.ts';
import { MINUTES_PER_DAY } from '../time/instant.ts';
import { readIso } from '../time/iso-text.ts';
import { WEEKDAY_KEYS } from './file-writer.ts';
import {
  date,
  daysOfCycle,
  employmentOf,
  exceptionsOf,
  overrideKind,
  reason,
  settingsOf,
  spansOfDay,
  versionsOf,
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

const writtenVersion = z.strictObject({
  validFrom: date,
  validUntil: z.exactOptional(date),
  week: z.exactOptional(week),
  cycleFrom: z.exactOptional(date),
  cycle: z.exactOptional(daysOfCycle(span)),
});

function patternOf(written: z.output<typeof writtenVersion>): HoursPattern | null {
  const { week: days, cycleFrom: anchor, cycle } = written;
  if (days !== undefined) {
    const alone = anchor === undefined && cycle === undefined;
    return alone ? { kind: 'weekly', days: WEEKDAY_KEYS.map((key) => days[key]) } : null;
  }
  return anchor !== undefined && cycle !== undefined ? { kind: 'rotating', anchor, days: cycle } : null;
}

const version = z.pipe(
  writtenVersion,
  z.transform((written: z.output<typeof writtenVersion>, context): HoursVersion => {
    const pattern = patternOf(written);
    if (pattern === null) {
      context.issues.push({ code: 'custom', message: 'settings.week-or-cycle', input: written });
      return z.NEVER;
    }
    const { validFrom, validUntil } = written;
    return { validFrom, ...(validUntil !== undefined && { validUntil }), pattern };
  }),
);

const exception = z.strictObject({ kind: overrideKind, from: instant, until: instant, reason });

/** The settings file: hours as people write them, turned into hours as the program counts them (docs/settings.md). */
export const fileSchema: z.ZodMiniType<Settings> = settingsOf(
  employmentOf(versionsOf(version), exceptionsOf(exception)),
);
