import * as z from 'zod/mini';
import type { WeeklyRestRule } from '../rest/rule-types.ts';
import { numberText } from './file-hours.ts';
import { parseWeekMoment, weekWindow } from './week-moment.ts';

/** The weekly rest as a settings file spells it (docs/settings.md). */

const moment = numberText('settings.week-moment-invalid', parseWeekMoment);
const written = z.strictObject({
  hours: z.exactOptional(z.number()),
  from: z.exactOptional(moment),
  to: z.exactOptional(moment),
});

export const weeklyRest = z.pipe(
  written,
  z.transform(({ hours, from, to }: z.output<typeof written>, context): WeeklyRestRule => {
    if (hours !== undefined && from === undefined && to === undefined) return { kind: 'hours', hours };
    if (hours === undefined && from !== undefined && to !== undefined)
      return { kind: 'window', ...weekWindow(from, to) };
    context.issues.push({ code: 'custom', message: 'settings.weekly-rest-form', input: { hours, from, to } });
    return z.NEVER;
  }),
);
