import * as z from 'zod/mini';
import type { WindowsVersion } from '../hours/types.ts';
import { readIso } from '../time/iso-text.ts';
import { numberText, span, week, weeklyOf, withPattern, writtenPattern } from './file-hours.ts';
import { weeklyRest } from './file-rest.ts';
import {
  dateFields,
  employmentOf,
  exceptionOf,
  listsOf,
  restOf,
  seasonFields,
  seasonsOf,
  settingsOf,
  windowFields,
} from './parts.ts';
import type { Settings } from './types.ts';

const instant = numberText('settings.instant-invalid', readIso);

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
      rest: restOf(weeklyRest),
      instant,
    }),
  ),
);
