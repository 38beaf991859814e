import type { EntryView } from '../log/read.ts';
import { dayNumber, isLocalDate, weekdayOfDay } from '../time/dates.ts';
import type { Instant } from '../time/instant.ts';

/** What an entry is about. The number of each is what a column holds; 0 stands for "not read yet" or "has none". */
export const KINDS = ['none', 'contact', 'coverage', 'note', 'other', 'unreadable'] as const;
export const TREATMENTS = ['none', 'hold', 'flag', 'show'] as const;
export const CERTAINTIES = ['none', 'observed', 'inferred', 'reported'] as const;
export const VERDICTS = ['none', 'working', 'off', 'on-call'] as const;

export type KindGroup = (typeof KINDS)[number];

const GROUP_OF: Readonly<Record<string, KindGroup>> = {
  contact: 'contact',
  collapse: 'contact',
  gap: 'coverage',
  clock: 'coverage',
  watch: 'coverage',
  note: 'note',
};

/** Names by small numbers; 0 is no name. */
export class NameTable {
  readonly names: string[] = [''];
  readonly #numbers = new Map<string, number>([['', 0]]);

  /** The number of a name, made where it is new. */
  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  /** Undefined for a name that no entry bears. */
  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }
}

type Column = Uint8Array | Uint32Array | Int32Array | Float64Array;

const WALL_TEXT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)/;

/**
 * What filters, counts and patterns ask of a log, in columns of numbers: some 30 bytes an entry instead of an object, so
 * that a hundred thousand entries can be counted within a frame. A place in a column is the entry's `seq`; entries may be
 * added in any order, and those that were not are of the kind `none`.
 */
export class LogIndex {
  /** The largest `seq` added. */
  last = 0;
  /** Position in {@link KINDS}, {@link TREATMENTS}, {@link CERTAINTIES}, {@link VERDICTS}. */
  kind = new Uint8Array(1);
  treatment = new Uint8Array(1);
  certainty = new Uint8Array(1);
  verdict = new Uint8Array(1);
  /** 1 where title, text or other words of the person were kept: only these need reading for a search. */
  hasWords = new Uint8Array(1);
  at = new Float64Array(1);
  /** Days since 1970-01-01 and minutes after midnight, on the wall clock that the entry itself names. */
  day = new Int32Array(1);
  minute = new Int32Array(1);
  /** Contacts: 1, or what a burst counts; 0 for what is no contact. */
  count = new Uint32Array(1);
  app = new Uint32Array(1);
  origin = new Uint32Array(1);
  sender = new Uint32Array(1);
  employment = new Uint32Array(1);
  readonly apps = new NameTable();
  readonly origins = new NameTable();
  readonly senders = new NameTable();
  readonly employments = new NameTable();
  /** Entries that say when was watched, by `seq`; few, and needed whole. */
  readonly coverage = new Map<number, EntryView>();

  /** `entry` is null where the stored bytes are none. Adding one again replaces it. */
  add(seq: number, entry: EntryView | null): void {
    this.#reach(seq);
    this.kind[seq] = KINDS.indexOf(entry === null ? 'unreadable' : (GROUP_OF[entry.kind] ?? 'other'));
    if (entry === null) return;
    const { content } = entry;
    const isContact = KINDS[this.kind[seq] ?? 0] === 'contact';
    // What the person typed in happened when they say, not when they typed.
    const happened = entry.when === null ? Number.NaN : Date.parse(entry.when);
    const told = !Number.isNaN(happened);
    this.at[seq] = told ? happened : entry.at;
    const [, date = '', hour = '', minute = ''] = WALL_TEXT.exec((told && entry.when) || entry.time) ?? [];
    this.day[seq] = isLocalDate(date) ? dayNumber(date) : 0;
    this.minute[seq] = Number(hour) * 60 + Number(minute);
    this.treatment[seq] = place(TREATMENTS, entry.treatment);
    this.certainty[seq] = place(CERTAINTIES, entry.certainty);
    this.verdict[seq] = place(VERDICTS, entry.verdict);
    this.count[seq] = isContact ? (entry.count ?? 1) : 0;
    this.app[seq] = this.apps.numberOf(entry.app ?? '');
    this.origin[seq] = this.origins.numberOf(entry.origin ?? '');
    this.sender[seq] = this.senders.numberOf(content?.sender ?? content?.alias ?? '');
    this.employment[seq] = this.employments.numberOf(entry.employment ?? '');
    this.hasWords[seq] = content !== null && Object.keys(content).some((field) => field !== 'alias') ? 1 : 0;
    if (KINDS[this.kind[seq] ?? 0] === 'coverage') this.coverage.set(seq, entry);
  }

  /** A contact after hours, by the verdict that the log has. A burst has none, and only contacts after hours burst. */
  isAfterHours(seq: number): boolean {
    const verdict = VERDICTS[this.verdict[seq] ?? 0];
    return (this.count[seq] ?? 0) > 0 && verdict !== 'working' && verdict !== 'on-call';
  }

  /** Monday is 0. */
  weekdayIndex(seq: number): number {
    return weekdayOfDay(this.day[seq] ?? 0) - 1;
  }

  /** Contacts with `at` in `[from, until)`; their `seq`, ascending. */
  *contactsBetween(from: Instant, until: Instant): Generator<number> {
    for (let seq = 1; seq <= this.last; seq += 1) {
      const at = this.at[seq] ?? 0;
      if (at >= from && at < until && (this.count[seq] ?? 0) > 0) yield seq;
    }
  }

  #reach(seq: number): void {
    this.last = Math.max(this.last, seq);
    if (seq < this.kind.length) return;
    const length = Math.max(seq + 1, this.kind.length * 2);
    for (const name of COLUMNS) (this as Record<(typeof COLUMNS)[number], Column>)[name] = longer(this[name], length);
  }
}

const COLUMNS = [
  ...(['kind', 'treatment', 'certainty', 'verdict', 'hasWords', 'at', 'day', 'minute', 'count'] as const),
  ...(['app', 'origin', 'sender', 'employment'] as const),
];

function longer(old: Column, length: number): Column {
  const fresh = new (old.constructor as new (length: number) => Column)(length);
  fresh.set(old);
  return fresh;
}

const place = (names: readonly string[], name: string | null): number =>
  name === null ? 0 : Math.max(0, names.indexOf(name));
