import * as z from 'zod/mini';
import type { ChosenApp } from '../apps/types.ts';
import {
  MAX_CYCLE_DAYS,
  MAX_LABEL_LENGTH,
  MAX_MOVES,
  MAX_NAME_LENGTH,
  MAX_REASON_LENGTH,
  MAX_SEASONS,
  MAX_SPANS_PER_DAY,
} from '../hours/limits.ts';
import { LANGUAGES, RETENTIONS, type RecordLevel, SETTINGS_FORMAT } from './types.ts';

/**
 * Zod speeds itself up with `new Function` where it may, and asks by trying. The extension's content security policy
 * forbids that and reports every try, so it is told not to.
 */
z.config({ jitless: true });

/** What the settings in memory and the settings file have in common; they only spell the hours differently. */

export const LIMITS = {
  employments: 20,
  versions: 60,
  windows: 60,
  rests: 60,
  exceptions: 4_000,
  apps: 200,
  patterns: 50,
  name: 120,
  pattern: 300,
  timeStamps: 3,
} as const;

export const id = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/));
export const date = z.string().check(z.maxLength(10));
const capped = (most: number) => z.string().check(z.maxLength(most));
const zone = capped(64);
const name = capped(LIMITS.name).check(z.regex(/\S/));
const treatment = z.enum(['hold', 'flag', 'show']);
const pay = z.enum(['paid', 'unpaid', 'unclear']);

type Part = z.core.SomeType;

export const spansOfDay = <S extends Part>(span: S) => z.array(span).check(z.maxLength(MAX_SPANS_PER_DAY));
export const daysOfCycle = <S extends Part>(span: S) => z.array(spansOfDay(span)).check(z.maxLength(MAX_CYCLE_DAYS));

const DAYS_PER_WEEK = 7;
export const daysOff = <D extends Part>(day: D) => z.array(day).check(z.maxLength(DAYS_PER_WEEK));
export const daysOfWeek = <D extends Part>(day: D) => z.array(z.nullable(day)).check(z.maxLength(DAYS_PER_WEEK));

const versionsOf = <V extends Part>(version: V) => z.array(version).check(z.maxLength(LIMITS.versions));
const exceptionsOf = <E extends Part>(exception: E) => z.array(exception).check(z.maxLength(LIMITS.exceptions));
const restsOf = <R extends Part>(rest: R) => z.array(rest).check(z.maxLength(LIMITS.rests));
const windowsOf = <W extends Part>(window: W) => z.array(window).check(z.maxLength(LIMITS.windows));
const movesOf = <I extends Part>(instant: I) => z.array(moveOf(instant)).check(z.maxLength(MAX_MOVES));

/** `pattern` is spelled by one key in memory and by others in the file. */
export const seasonsOf = <S extends Part>(season: S) => z.array(season).check(z.maxLength(MAX_SEASONS));
export const seasonFields = { from: capped(5), until: capped(5) };
export const dateFields = { validFrom: date, validUntil: z.exactOptional(date) };
export const windowFields = { kind: z.enum(['care', 'break', 'on-call']), ...dateFields, pay: z.exactOptional(pay) };

export const restOf = <W extends Part>(weekly: W) =>
  z.strictObject({
    ...dateFields,
    daily: z.exactOptional(z.strictObject({ hours: z.number(), withinHours: z.exactOptional(z.number()) })),
    weekly: z.exactOptional(weekly),
    weeklyCap: z.exactOptional(z.number()),
  });

export const moveOf = <I extends Part>(instant: I) => z.strictObject({ from: instant, zone });

export function exceptionOf<I extends Part, S extends Part>(instant: I, span: S) {
  const stretch = { from: instant, until: instant };
  const reason = capped(MAX_REASON_LENGTH);
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['working-now', 'off-now', 'overtime']), ...stretch, reason }),
    z.strictObject({ kind: z.literal('on-call'), ...stretch, pay }),
    z.strictObject({ kind: z.enum(['care', 'break']), ...stretch }),
    z.strictObject({
      kind: z.literal('leave'),
      from: date,
      until: date,
      leave: z.enum(['annual', 'sick', 'parental', 'other']),
    }),
    z.strictObject({ kind: z.literal('holiday'), date, name: capped(MAX_NAME_LENGTH) }),
    z.strictObject({
      kind: z.literal('shift'),
      date,
      mode: z.enum(['instead', 'extra']),
      spans: spansOfDay(span),
    }),
  ]);
}

/** The lists of an employment, or what is to be read item by item. */
export function employmentOf<H extends Part, E extends Part, W extends Part, R extends Part, M extends Part>(lists: {
  readonly hours: H;
  readonly exceptions: E;
  readonly windows: W;
  readonly rests: R;
  readonly moves: M;
}) {
  return z.strictObject({
    id,
    label: capped(MAX_LABEL_LENGTH),
    zoneRule: z.enum(['fixed', 'worker-local']),
    zone,
    moves: z.exactOptional(lists.moves),
    hours: lists.hours,
    windows: z.exactOptional(lists.windows),
    rests: z.exactOptional(lists.rests),
    exceptions: lists.exceptions,
  });
}

/** The same, with lists of whole items. */
export const listsOf = <V extends Part, E extends Part, W extends Part, R extends Part, I extends Part>(parts: {
  readonly version: V;
  readonly exception: E;
  readonly window: W;
  readonly rest: R;
  readonly instant: I;
}) => ({
  hours: versionsOf(parts.version),
  exceptions: exceptionsOf(parts.exception),
  windows: windowsOf(parts.window),
  rests: restsOf(parts.rest),
  moves: movesOf(parts.instant),
});

export const app: z.ZodMiniType<ChosenApp> = z.strictObject({
  id,
  name,
  patterns: z.array(capped(LIMITS.pattern)).check(z.minLength(1), z.maxLength(LIMITS.patterns)),
  employment: id,
  treatment: z.enum(['general', 'hold', 'flag', 'show']),
});

const record: z.ZodMiniType<RecordLevel> = z.strictObject({
  sender: z.enum(['none', 'alias', 'name']),
  title: z.boolean(),
  text: z.boolean(),
});

/** Firefox turns other http requests of our pages into https ones, so they could not be kept as they are. */
const STAMP_ADDRESS = /^(https:\/\/\w|http:\/\/(localhost|127\.0\.0\.1)[:/])[^\s@#]*$/;

/** The fields that stand for themselves. A damaged store loses only those that are damaged. */
export const choices = {
  language: z.enum([...LANGUAGES, 'auto']),
  treatment,
  record,
  muteAfterHours: z.boolean(),
  digest: z.boolean(),
  timeStamps: z.exactOptional(
    z
      .array(capped(LIMITS.pattern).check(z.regex(STAMP_ADDRESS, 'settings.time-stamp-address')))
      .check(z.maxLength(LIMITS.timeStamps)),
  ),
  retention: z.exactOptional(z.literal([...RETENTIONS])),
};

export function settingsOf<E extends z.core.SomeType>(employment: E) {
  return z.strictObject({
    format: z.literal(SETTINGS_FORMAT),
    language: choices.language,
    employments: z.array(employment).check(z.maxLength(LIMITS.employments)),
    apps: z.array(app).check(z.maxLength(LIMITS.apps)),
    treatment: choices.treatment,
    record: choices.record,
    muteAfterHours: choices.muteAfterHours,
    digest: choices.digest,
    timeStamps: choices.timeStamps,
    retention: choices.retention,
  });
}
