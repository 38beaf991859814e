import { fail, ok, type Problem, type Result } from '../../utils/core/result.ts';
import { readPastedCheckpoint } from '../../utils/core/sign/checkpoint.ts';
import { readKeyNumber } from '../../utils/core/sign/keys.ts';
import type { CheckWith } from './use-check.ts';

/** What the person typed, from another way than the bundle. Both may be empty. */
export interface Typed {
  readonly keys: string;
  readonly held: string;
}

export const NOTHING_TYPED: Typed = { keys: '', held: '' };

const NUMBER_DIGITS = 30;

/** One key number, or several that follow one another. Code: `signature.key-number`. */
export function readKeyNumbers(typed: string): Result<readonly string[]> {
  const digits = typed.replace(/[\s.,;·\p{Pd}]/gu, '');
  if (digits === '') return ok([]);
  const numbers: string[] = [];
  for (const piece of digits.match(/.{1,30}/gsu) ?? []) {
    const number = readKeyNumber(piece);
    if (!number.ok) {
      const found = digits.replace(/[^0-9]/gu, '').length;
      return fail('signature.key-number', 'keyNumber', { wanted: NUMBER_DIGITS, found });
    }
    numbers.push(number.value);
  }
  return ok(numbers);
}

export interface TypedRead {
  readonly options: CheckWith;
  readonly problems: { readonly keys: Problem | null; readonly held: Problem | null };
}

/** What cannot be read is left out of the check, and said beside its field. */
export function readTyped({ keys, held }: Typed): TypedRead {
  const numbers = readKeyNumbers(keys);
  const checkpoint = held.trim() === '' ? ok(null) : readPastedCheckpoint(held);
  return {
    options: { knownKeys: numbers.ok ? numbers.value : [], held: checkpoint.ok ? checkpoint.value : null },
    problems: { keys: numbers.ok ? null : numbers.problem, held: checkpoint.ok ? null : checkpoint.problem },
  };
}
