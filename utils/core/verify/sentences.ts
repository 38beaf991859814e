import type { Text } from '../text/text.ts';
import { makeVisible } from '../text/visible.ts';
import type { VerdictLine, VerdictSentence } from './types.ts';

const QUOTE_LENGTH = 120;

/** What a sentence quotes from a bundle is as hostile as the bundle. */
function shown(t: Text, values: NonNullable<VerdictSentence['values']>): Record<string, string | number> {
  const entries = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (name === 'fault') return ['what', t.lookUp(`log.fault.${value}`) ?? `${value}`];
    // Ours, not quoted, and of no use when it is cut.
    if (name === 'command') return [name, value];
    // `2026-11-24 22:14:03 UTC` means the same to everybody.
    if (name === 'time') return [name, `${value}`.replace('T', ' ').replace('Z', ' UTC')];
    return [name, typeof value === 'string' ? makeVisible(value, QUOTE_LENGTH) : value];
  });
  return Object.fromEntries(entries);
}

const sentence = (t: Text, { code, values = {} }: VerdictSentence): string =>
  t.lookUp(`verify.${code}`, shown(t, values)) ?? code;

/** A line's sentences: what was found, why, and what else there is to know. */
export const verdictSentences = (t: Text, line: VerdictLine): readonly string[] => [
  sentence(t, line),
  ...(line.problem === undefined ? [] : [t.problem(line.problem)]),
  ...line.notes.map((note) => sentence(t, note)),
];
