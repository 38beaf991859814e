import { fail, ok, type Result } from '../result.ts';

/**
 * What the person can say of an entry by choosing a word (`docs/log-format.md`, "What the person says"). Readers must cope
 * with words that a later version adds.
 */
export const CHOICES = {
  role: ['direct-manager', 'other-manager', 'hr', 'colleague', 'client', 'automated', 'unknown'],
  urgency: ['none', 'word', 'deadline', 'emergency'],
  expect: ['none-stated', 'not-needed', 'implied', 'explicit', 'before-next-shift'],
  reply: ['none', 'in-next-shift', 'out-of-hours'],
  because: ['voluntary', 'felt-obliged', 'feared-reprisal', 'real-emergency', 'paid'],
  excuse: ['force-majeure', 'danger', 'continuity', 'objective', 'time-zone', 'legal-duty', 'on-call', 'none-given'],
  pay: ['none', 'overtime', 'time-off', 'on-call-pay', 'unknown'],
  kept: ['yes', 'no', 'can-vanish'],
  consent: ['none', 'general', 'this-time'],
  impact: ['none', 'low', 'woke', 'meal-or-family', 'study', 'holiday'],
  care: ['none', 'interrupted', 'someone-else'],
} as const;

export type ChoiceField = keyof typeof CHOICES;

/** Fields about the person's own life: hidden in the form and kept back from exports until switched on. */
export const PERSONAL_FIELDS: readonly string[] = ['consent', 'impact', 'care'] satisfies ChoiceField[];

/** In the order of the private line. `where`: where the original is kept. `words`: the person's own. */
export const ANNOTATION_FIELDS = [...(Object.keys(CHOICES) as ChoiceField[]), 'minutes', 'where', 'words'] as const;

/** What the person says of an entry. An empty text takes back what an earlier annotation said in that field. */
export type Annotation = { readonly [F in ChoiceField | 'where' | 'words']?: string } & {
  /** Worked because of it. */
  readonly minutes?: number | '';
};

/** Why an entry is said to be wrong. */
export const WRONGS = ['not-work', 'wrong-time', 'twice', 'other'] as const;

export interface Correction {
  readonly wrong: (typeof WRONGS)[number];
  readonly words?: string;
}

/** UTF-16 code units. */
export const WHERE_CAP = 200;
export const WORDS_CAP = 1_000;
/** A day. */
const MOST_MINUTES = 1_440;

type Fields = Readonly<Record<string, unknown>>;

/**
 * @param withFiles files go along, so that nothing else need be said. Codes: `annotate.empty` (nothing is said), `annotate.minutes`, `annotate.too-long`, `annotate.choice` (a word or a field
 * that is not in the tables); the problem's field is the field of the annotation.
 */
export function checkAnnotation(fields: Fields, withFiles = false): Result<Annotation> {
  const said = Object.keys(fields);
  if (said.length === 0 && !withFiles) return fail('annotate.empty', 'words');
  for (const field of said) {
    const code = wrongIn(field, fields[field]);
    if (code !== null) return fail(code, field, { minutes: MOST_MINUTES, words: WORDS_CAP, where: WHERE_CAP });
  }
  return ok(fields as Annotation);
}

/** Codes: `annotate.choice`, `annotate.too-long`. */
export function checkCorrection({ wrong, words = '', ...others }: Fields): Result<Correction> {
  const known = WRONGS.find((one) => one === wrong);
  if (known === undefined || Object.keys(others).length > 0) return fail('annotate.choice', 'wrong');
  const code = wrongIn('words', words);
  if (code !== null) return fail(code, 'words', { words: WORDS_CAP, where: WHERE_CAP });
  return ok(words === '' ? { wrong: known } : { wrong: known, words: words as string });
}

function wrongIn(field: string, value: unknown): string | null {
  if (field === 'minutes') {
    const fits =
      value === '' || (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_MINUTES);
    return fits ? null : 'annotate.minutes';
  }
  const cap = field === 'words' ? WORDS_CAP : field === 'where' ? WHERE_CAP : null;
  if (typeof value !== 'string') return 'annotate.choice';
  if (cap !== null) return value.length <= cap ? null : 'annotate.too-long';
  const words: readonly string[] = Object.hasOwn(CHOICES, field) ? CHOICES[field as ChoiceField] : [];
  return words.includes(value) || (value === '' && words.length > 0) ? null : 'annotate.choice';
}

/** What is of the person's own life apart from the rest: each becomes a line of its own, so that one can be withheld. */
export function partsOf(said: Annotation): readonly Annotation[] {
  const entries = Object.entries(said);
  const isPersonal = ([field]: readonly [string, unknown]): boolean => PERSONAL_FIELDS.includes(field);
  const parts = [entries.filter((one) => !isPersonal(one)), entries.filter(isPersonal)];
  return parts.filter((part) => part.length > 0).map((part) => Object.fromEntries(part));
}
