import type * as z from 'zod/mini';
import type { Result } from '../result.ts';
import { problemOf } from './issues.ts';

/**
 * Parses a part of the store whose place is `path`, passing over keys that the schema does not know: a newer program may
 * have written them, and a person who goes back to an older one keeps their hours.
 */
export function parseLoosely<T>(schema: z.ZodMiniType<T>, value: unknown, path: string): Result<T> {
  const strict = schema.safeParse(value);
  if (strict.success) return { ok: true, value: strict.data };
  let known = value;
  for (const issue of strict.error.issues) {
    if (issue.code === 'unrecognized_keys') known = without(known, issue.path, issue.keys);
  }
  const loose = known === value ? strict : schema.safeParse(known);
  if (loose.success) return { ok: true, value: loose.data };
  const { field, ...problem } = problemOf(loose.error, known);
  const joint = field === '' || field.startsWith('[') ? '' : '.';
  return { ok: false, problem: { ...problem, field: `${path}${joint}${field}` } };
}

/** A copy of `value` that lacks `keys` at `path`. */
function without(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [step, ...rest] = path;
  if (step === undefined) return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? without(item, rest, keys) : item));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === step ? without(item, rest, keys) : item]),
  );
}
