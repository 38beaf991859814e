import type { core } from 'zod/mini';
import type { Problem } from '../result.ts';

/** A key of a hostile file can be as long as the file; a person needs to see its beginning only. */
const MAX_KEY_SHOWN = 60;

/**
 * The first thing that a schema found wrong with `input`, in our own codes: `settings.missing`, `settings.wrong-type`,
 * `settings.unknown-key`, `settings.too-long`, `settings.too-many`, `settings.too-few`, `settings.wrong-value`. A schema
 * may name a more telling code as its error message.
 */
export function problemOf(error: core.$ZodError, input: unknown): Problem {
  const issue = error.issues[0];
  if (issue === undefined) return { code: 'settings.wrong-value', field: '' };
  const field = fieldOf(issue.path);
  switch (issue.code) {
    case 'invalid_type':
      if (valueAt(input, issue.path) === undefined) return { code: 'settings.missing', field };
      return { code: 'settings.wrong-type', field, values: { expected: issue.expected } };
    case 'unrecognized_keys':
      return { code: 'settings.unknown-key', field: fieldOf([...issue.path, issue.keys[0] ?? '']) };
    case 'too_big':
      return {
        code: issue.origin === 'array' ? 'settings.too-many' : 'settings.too-long',
        field,
        values: { most: Number(issue.maximum) },
      };
    case 'too_small':
      return { code: 'settings.too-few', field, values: { least: Number(issue.minimum) } };
    default:
      if (valueAt(input, issue.path) === undefined) return { code: 'settings.missing', field };
      return { code: issue.message.startsWith('settings.') ? issue.message : 'settings.wrong-value', field };
  }
}

/** `employments[0].hours[1].validFrom` */
export function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, step) => {
    if (typeof step === 'number') return `${field}[${step}]`;
    const key = String(step).slice(0, MAX_KEY_SHOWN);
    return field === '' ? key : `${field}.${key}`;
  }, '');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    input,
  );
}
