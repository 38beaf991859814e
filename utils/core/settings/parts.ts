import * as z from 'zod/mini';
import type { ChosenApp } from '../apps/types.ts';
import { MAX_CYCLE_DAYS, MAX_LABEL_LENGTH, MAX_REASON_LENGTH, MAX_SPANS_PER_DAY } from '../hours/limits.ts';
import { LANGUAGES, type RecordLevel, SETTINGS_FORMAT } from './types.ts';

/**
 * Zod speeds itself up with `new Function` where it may, and asks by trying. The extension's content security policy
 * forbids that and reports every try, so it is told not to.
 */
z.config({ jitless: true });

/** What the settings in memory and the settings file have in common; they only spell the hours differently. */

export const LIMITS = {
  employments: 20,
  versions: 60,
  exceptions: 4_000,
  apps: 200,
  patterns: 50,
  name: 120,
  pattern: 300,
} as const;

export const id = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/));
export const date = z.string().check(z.maxLength(10));
export const capped = (most: number) => z.string().check(z.maxLength(most));
export const reason = capped(MAX_REASON_LENGTH);
export const overrideKind = z.enum(['working-now', 'off-now']);
const name = capped(LIMITS.name).check(z.regex(/\S/));
const treatment = z.enum(['hold', 'flag', 'show']);

export function spansOfDay<S extends z.core.SomeType>(span: S) {
  return z.array(span).check(z.maxLength(MAX_SPANS_PER_DAY));
}

export function daysOfCycle<S extends z.core.SomeType>(span: S) {
  return z.array(spansOfDay(span)).check(z.maxLength(MAX_CYCLE_DAYS));
}

export function versionsOf<V extends z.core.SomeType>(version: V) {
  return z.array(version).check(z.maxLength(LIMITS.versions));
}

export function exceptionsOf<E extends z.core.SomeType>(exception: E) {
  return z.array(exception).check(z.maxLength(LIMITS.exceptions));
}

export function employmentOf<H extends z.core.SomeType, E extends z.core.SomeType>(hours: H, exceptions: E) {
  return z.strictObject({
    id,
    label: capped(MAX_LABEL_LENGTH),
    zoneRule: z.enum(['fixed', 'worker-local']),
    zone: capped(64),
    hours,
    exceptions,
  });
}

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

/** The fields that stand for themselves. A damaged store loses only those that are damaged. */
export const choices = {
  language: z.enum([...LANGUAGES, 'auto']),
  treatment,
  record,
  muteAfterHours: z.boolean(),
  digest: z.boolean(),
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
  });
}
