import * as z from 'zod/mini';
import { parsePattern } from '../apps/patterns.ts';
import { checkEmployment } from '../hours/check.ts';
import type { HoursException, HoursVersion, WindowsVersion, ZoneMove } from '../hours/types.ts';
import type { RestVersion } from '../rest/rule-types.ts';
import { ok, type Problem, type Result } from '../result.ts';
import { writeSettingsFile } from './file-writer.ts';
import { problemOf } from './issues.ts';
import { MAX_FILE_LENGTH } from './json-text.ts';
import {
  date,
  dateFields,
  daysOfCycle,
  daysOff,
  daysOfWeek,
  employmentOf,
  exceptionOf,
  listsOf,
  moveOf,
  restOf,
  seasonFields,
  seasonsOf,
  settingsOf,
  windowFields,
} from './parts.ts';
import type { Settings } from './types.ts';

const span = z.strictObject({ startMinute: z.number(), endMinute: z.number() });
const weekly = z.strictObject({ kind: z.literal('weekly'), days: daysOfCycle(span) });
const rotating = z.strictObject({ kind: z.literal('rotating'), anchor: date, days: daysOfCycle(span) });
const block = z.strictObject({
  kind: z.literal('block'),
  blockMinutes: z.number(),
  usualEndMinute: z.number(),
  daysOff: daysOff(z.literal([1, 2, 3, 4, 5, 6, 7])),
});
const flexible = z.strictObject({
  kind: z.literal('flexible'),
  days: daysOfWeek(
    z.strictObject({ frame: span, core: z.nullable(span), usualStartMinute: z.number(), quotaMinutes: z.number() }),
  ),
});
const pattern = z.discriminatedUnion('kind', [weekly, rotating, block, flexible]);

export const versionSchema: z.ZodMiniType<HoursVersion> = z.strictObject({
  ...dateFields,
  pattern,
  seasons: z.exactOptional(seasonsOf(z.strictObject({ ...seasonFields, pattern }))),
});
export const windowSchema: z.ZodMiniType<WindowsVersion> = z.strictObject({ ...windowFields, pattern: weekly });
export const restSchema: z.ZodMiniType<RestVersion> = restOf(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('hours'), hours: z.number() }),
    z.strictObject({ kind: z.literal('window'), startMinute: z.number(), endMinute: z.number() }),
  ]),
);
export const exceptionSchema: z.ZodMiniType<HoursException> = exceptionOf(z.number(), span);
export const moveSchema: z.ZodMiniType<ZoneMove> = moveOf(z.number());

const settingsSchema: z.ZodMiniType<Settings> = settingsOf(
  employmentOf(
    listsOf({
      version: versionSchema,
      exception: exceptionSchema,
      window: windowSchema,
      rest: restSchema,
      instant: z.number(),
    }),
  ),
);

/**
 * Settings as they stand in memory, from an untrusted value (a message of one of our pages). Strict: unknown keys are
 * refused. Fails with the first mistake, in a code of `settings.…` or `hours.…`, and names its field.
 */
export function parseSettings(value: unknown): Result<Settings> {
  const parsed = settingsSchema.safeParse(value);
  if (!parsed.success) return { ok: false, problem: problemOf(parsed.error, value) };
  const problem = checkSettings(parsed.data);
  return problem === null ? ok(parsed.data) : { ok: false, problem };
}

/** The first mistake in settings of the right shape: in the hours of an employment, or between the parts. Or null. */
export function checkSettings(settings: Settings): Problem | null {
  const { employments, apps } = settings;
  for (const [index, employment] of employments.entries()) {
    const path = `employments[${index}]`;
    const problem = checkEmployment(employment, path) ?? checkFresh(employments, index, path);
    if (problem !== null) return problem;
  }
  const ownerOf = new Map<string, number>();
  for (const [index, app] of apps.entries()) {
    const path = `apps[${index}]`;
    const known = employments.some(({ id }) => id === app.employment);
    if (!known) return problemAt('settings.unknown-employment', `${path}.employment`, { id: app.employment });
    const problem = checkPatterns(app.patterns, path) ?? checkFresh(apps, index, path);
    if (problem !== null) return problem;
    for (const [n, pattern] of app.patterns.entries()) {
      if ((ownerOf.get(pattern) ?? index) !== index)
        return problemAt('settings.pattern-twice', `${path}.patterns[${n}]`, { pattern });
      ownerOf.set(pattern, index);
    }
  }
  // Within every single limit, and yet more than a file may hold: it could be exported but never imported.
  const tooBig = writeSettingsFile(settings).length > MAX_FILE_LENGTH;
  return tooBig ? problemAt('settings.too-big', '', { most: MAX_FILE_LENGTH }) : null;
}

/** Only http and https sites can be work apps; `apps/patterns.ts` knows how they are written. */
export function checkPatterns(patterns: readonly string[], path: string): Problem | null {
  const index = patterns.findIndex((pattern) => parsePattern(pattern) === null);
  if (index < 0) return null;
  return problemAt('settings.pattern-invalid', `${path}.patterns[${index}]`, { pattern: patterns[index] ?? '' });
}

/** An id may stand for one thing only. */
function checkFresh(items: readonly { readonly id: string }[], index: number, path: string): Problem | null {
  const id = items[index]?.id ?? '';
  const first = items.findIndex((item) => item.id === id);
  return first === index ? null : problemAt('settings.duplicate-id', `${path}.id`, { id });
}

function problemAt(code: string, field: string, values: Problem['values']): Problem {
  return { code, field, ...(values && { values }) };
}
