import { dayNumber, isLocalDate } from '../time/dates.ts';
import { type LocalDate, MINUTES_PER_DAY } from '../time/instant.ts';
import { allWords, wordsIn, wordsOf } from './fold.ts';
import { CERTAINTIES, KINDS, type LogIndex, TREATMENTS } from './log-index.ts';

/** Which entries are shown. An empty text stands for no limit. */
export interface LogFilter {
  /** First and last day, both included, as the entries themselves name them. */
  readonly from: LocalDate | '';
  readonly to: LocalDate | '';
  readonly app: string;
  readonly kind: '' | 'contact' | 'coverage' | 'note' | 'other';
  readonly treatment: '' | 'hold' | 'flag' | 'show';
  readonly certainty: '' | 'observed' | 'inferred' | 'reported';
  /** Only contacts after hours. */
  readonly afterHours: boolean;
  /** Bit 0 is Monday; 0 stands for all days. */
  readonly weekdays: number;
  /** Minutes after midnight, half-open. */
  readonly fromMinute: number;
  readonly untilMinute: number;
  /** Name or alias, exactly. */
  readonly sender: string;
  readonly search: string;
}

export const NO_FILTER: LogFilter = {
  from: '',
  to: '',
  app: '',
  kind: '',
  treatment: '',
  certainty: '',
  afterHours: false,
  weekdays: 0,
  fromMinute: 0,
  untilMinute: MINUTES_PER_DAY,
  sender: '',
  search: '',
};

export const isFiltering = (filter: LogFilter): boolean =>
  Object.entries(NO_FILTER).some(([name, none]) => filter[name as keyof LogFilter] !== none);

/** What a search found in the words that lie beside the log: bits as `wordsIn` gives them, by `seq`. */
export type WordBits = Uint8Array;

/**
 * The entries that a filter lets through, newest first. All of one pass over the columns: no entry is read.
 * @param appName what the person calls an app, so that a search finds it.
 * @param found null where nothing was kept that a search could read, or it has not been read yet.
 */
export function matching(
  index: LogIndex,
  filter: LogFilter,
  appName: (id: string) => string,
  found: WordBits | null = null,
): Uint32Array {
  const words = wordsOf(filter.search);
  const all = allWords(words);
  const bitsOf = (names: readonly string[]): number[] => names.map((name) => wordsIn(name, words));
  const appBits = bitsOf(index.apps.names.map((id) => (id === '' ? '' : `${id} ${appName(id)}`)));
  const originBits = bitsOf(index.origins.names);
  const senderBits = bitsOf(index.senders.names);
  const passes = columnTest(index, filter);

  const seqs = new Uint32Array(index.last);
  let length = 0;
  for (let seq = index.last; seq > 0; seq -= 1) {
    if (index.kind[seq] === 0 || !passes(seq)) continue;
    if (words.length > 0) {
      const named = (appBits[index.app[seq] ?? 0] ?? 0) | (originBits[index.origin[seq] ?? 0] ?? 0);
      const bits = named | (senderBits[index.sender[seq] ?? 0] ?? 0) | (found?.[seq] ?? 0);
      if (bits !== all) continue;
    }
    seqs[length] = seq;
    length += 1;
  }
  return seqs.slice(0, length);
}

function columnTest(index: LogIndex, filter: LogFilter): (seq: number) => boolean {
  const from = isLocalDate(filter.from) ? dayNumber(filter.from) : -Infinity;
  const to = isLocalDate(filter.to) ? dayNumber(filter.to) : Infinity;
  const numberIn = (table: LogIndex['apps'], name: string): number => (name === '' ? 0 : (table.find(name) ?? -1));
  const app = numberIn(index.apps, filter.app);
  const sender = numberIn(index.senders, filter.sender);
  const kind = filter.kind === '' ? 0 : KINDS.indexOf(filter.kind);
  const treatment = filter.treatment === '' ? 0 : TREATMENTS.indexOf(filter.treatment);
  const certainty = filter.certainty === '' ? 0 : CERTAINTIES.indexOf(filter.certainty);
  const { weekdays, fromMinute, untilMinute, afterHours } = filter;
  const anyMinute = fromMinute === 0 && untilMinute === MINUTES_PER_DAY;

  return (seq) => {
    const day = index.day[seq] ?? 0;
    const minute = index.minute[seq] ?? 0;
    return (
      (app === 0 || index.app[seq] === app) &&
      (sender === 0 || index.sender[seq] === sender) &&
      (kind === 0 || index.kind[seq] === kind) &&
      (treatment === 0 || index.treatment[seq] === treatment) &&
      (certainty === 0 || index.certainty[seq] === certainty) &&
      day >= from &&
      day <= to &&
      (weekdays === 0 || (weekdays & (1 << index.weekdayIndex(seq))) !== 0) &&
      (anyMinute || (minute >= fromMinute && minute < untilMinute)) &&
      (!afterHours || index.isAfterHours(seq))
    );
  };
}
