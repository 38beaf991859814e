import { type RestAround, restAround } from '../../utils/core/hours/timeline.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { EntryView } from '../../utils/core/log/read.ts';
import type { Text } from '../../utils/core/text/text.ts';
import { HOUR_MS, MINUTE_MS } from '../../utils/core/time/instant.ts';
import { readIso } from '../../utils/core/time/iso-text.ts';

/**
 * How far outside the hours a contact fell: "2 h 15 min after work had ended, 11 h 45 min before it began again." By the
 * hours that were in force on that day; null for what is no contact, came in hours, or belongs to a job that is gone.
 */
export function aroundText(t: Text, entry: EntryView, employments: readonly Employment[]): string | null {
  const job = employments.find(({ id }) => id === entry.employment);
  if (entry.kind !== 'contact' || entry.verdict === 'working' || job === undefined) return null;
  const at = (entry.when === null ? null : readIso(entry.when)) ?? entry.at;
  return sentenceOf(t, restAround(job, at));
}

function sentenceOf(t: Text, { before, after }: RestAround): string | null {
  if (before === 0 || after === 0) return null;
  if (before !== null && after !== null)
    return t('log.around.both', { before: lengthOf(t, before), after: lengthOf(t, after) });
  if (before !== null) return t('log.around.before', { before: lengthOf(t, before) });
  return after === null ? null : t('log.around.after', { after: lengthOf(t, after) });
}

const lengthOf = (t: Text, ms: number): string =>
  t('log.around.length', { hours: Math.floor(ms / HOUR_MS), minutes: Math.floor((ms % HOUR_MS) / MINUTE_MS) });
