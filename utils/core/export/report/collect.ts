import type { Verdict } from '../../hours/types.ts';
import { type Coverage, CoverageCollector } from '../../log/coverage.ts';
import type { EntryView } from '../../log/read.ts';
import { isSaying, NOTHING_SAID, type Said, saidWith } from '../../log/said.ts';
import type { Stretch } from '../../rest/types.ts';
import type { Instant } from '../../time/instant.ts';
import { readIso } from '../../time/iso-text.ts';
import type { Selected } from '../selection.ts';
import type { MarkedLine } from './recorded.ts';

/** Printing 500 rows takes a second, 20 000 take most of a minute; nobody reads beyond. */
export const MOST_ROWS = 500;
export const MOST_EVENTS = 150;

export interface ShownContact {
  readonly entry: EntryView;
  /** What is shown of its private line can be checked. */
  readonly checkable: boolean;
}

/** Contacts of one app. */
export interface AppTotals {
  off: number;
  onCall: number;
  bursts: number;
}

/** Typed-in contacts of one channel. */
export interface ChannelTotals {
  off: number;
  onCall: number;
  working: number;
}

/** All that the report keeps of the lines: a mark for each contact, and a limited number of entries. */
export interface Collected {
  readonly contacts: readonly ShownContact[];
  readonly contactCount: number;
  /** Contacts that the person typed in: never among the others, nor in what is counted of them. */
  readonly reported: readonly ShownContact[];
  readonly reportedCount: number;
  /** Those of the period, by channel. */
  readonly byChannel: ReadonlyMap<string, ChannelTotals>;
  /** What the person says of an entry, by its number; of any line of the bundle. */
  readonly said: ReadonlyMap<number, Said>;
  /** Copies of files that are in the bundle: path by SHA-256. */
  readonly attached: ReadonlyMap<string, string>;
  /** Entries of other kinds. */
  readonly events: readonly EntryView[];
  readonly eventCount: number;
  readonly marks: readonly MarkedLine[];
  /** The same of contacts that the person typed in. */
  readonly reportedMarks: readonly MarkedLine[];
  readonly byApp: ReadonlyMap<string, AppTotals>;
  /** Key: route, a space, certainty. */
  readonly bySeen: ReadonlyMap<string, number>;
  readonly byTreatment: ReadonlyMap<string, number>;
  /** Contacts that were counted in bursts instead of one by one. */
  readonly inBursts: number;
  /** What the lines at hand tell of the time that was watched. */
  readonly coverage: Coverage;
  readonly gaps: number;
  readonly clockChanges: number;
  readonly zones: ReadonlySet<string>;
  /** Lines whose time lies outside the period, since the clock was set: listed, but not counted. */
  readonly outside: number;
}

const VERDICTS: readonly string[] = ['working', 'off', 'on-call'] satisfies Verdict['kind'][];
const verdictOf = (text: string | null): Verdict['kind'] =>
  text !== null && VERDICTS.includes(text) ? (text as Verdict['kind']) : 'off';

/** Reads along while the bundle is written. */
export class ReportCollector {
  readonly #period: Stretch;
  readonly #coverage: CoverageCollector;
  readonly #names = new Map<string, string>();
  readonly #contacts: ShownContact[] = [];
  readonly #reported: ShownContact[] = [];
  readonly #byChannel = new Map<string, ChannelTotals>();
  readonly #said = new Map<number, Said>();
  readonly #attached = new Map<string, string>();
  readonly #events: EntryView[] = [];
  readonly #marks: MarkedLine[] = [];
  readonly #reportedMarks: MarkedLine[] = [];
  readonly #byApp = new Map<string, AppTotals>();
  readonly #bySeen = new Map<string, number>();
  readonly #byTreatment = new Map<string, number>();
  readonly #zones = new Set<string>();
  #contactCount = 0;
  #reportedCount = 0;
  #eventCount = 0;
  #inBursts = 0;
  #gaps = 0;
  #clockChanges = 0;
  #outside = 0;

  constructor(period: Stretch) {
    this.#period = period;
    this.#coverage = new CoverageCollector(period);
  }

  add(selected: Selected): void {
    if (selected.kind !== 'shown') return;
    const { entry } = selected;
    const typedIn = entry.kind === 'contact' && entry.certainty === 'reported';
    const at = typedIn ? (readIso(entry.when ?? '') ?? entry.at) : entry.at;
    const within = at >= this.#period.from && at < this.#period.until;
    if (!within && !typedIn) this.#outside += 1;
    if (!typedIn) this.#coverage.add(entry);
    if (entry.zone !== '') this.#zones.add(entry.zone);
    if (typedIn) this.#addReported(entry, selected.privateWhole, within ? at : null);
    else if (entry.kind === 'contact') this.#addContact(entry, selected.privateWhole, within);
    else this.#addEvent(entry);
  }

  addAttachment(sha256: string, path: string): void {
    this.#attached.set(sha256, path);
  }

  #addContact(entry: EntryView, checkable: boolean, within: boolean): void {
    this.#contactCount += 1;
    if (this.#contacts.length < MOST_ROWS) this.#contacts.push({ entry, checkable });
    if (!within) return;
    const verdict = verdictOf(entry.verdict);
    this.#marks.push(this.#markOf(entry, entry.at));
    const totals = this.#totalsOf(entry.app ?? '');
    if (verdict === 'on-call') totals.onCall += 1;
    else if (verdict === 'off') totals.off += 1;
    increase(this.#bySeen, `${entry.route ?? ''} ${entry.certainty ?? ''}`);
    increase(this.#byTreatment, entry.treatment ?? '');
  }

  /** `at`: when it happened; null where that is not within the period. */
  #addReported(entry: EntryView, checkable: boolean, at: Instant | null): void {
    this.#reportedCount += 1;
    if (this.#reported.length < MOST_ROWS) this.#reported.push({ entry, checkable });
    if (at === null) return;
    this.#reportedMarks.push(this.#markOf(entry, at));
    const app = entry.app ?? '';
    const totals = this.#byChannel.get(app) ?? { off: 0, onCall: 0, working: 0 };
    const verdict = verdictOf(entry.verdict);
    if (verdict === 'on-call') totals.onCall += 1;
    else totals[verdict] += 1;
    this.#byChannel.set(app, totals);
  }

  #addEvent(entry: EntryView): void {
    if (isSaying(entry)) {
      const ref = entry.ref ?? 0;
      this.#said.set(ref, saidWith(this.#said.get(ref) ?? NOTHING_SAID, entry));
    }
    this.#eventCount += 1;
    if (this.#events.length < MOST_EVENTS) this.#events.push(entry);
    if (entry.kind === 'gap') this.#gaps += 1;
    if (entry.kind === 'clock') this.#clockChanges += 1;
    if (entry.kind !== 'collapse') return;
    this.#inBursts += entry.count ?? 0;
    this.#totalsOf(entry.app ?? '').bursts += entry.count ?? 0;
  }

  #markOf({ seq, employment, verdict }: EntryView, at: Instant): MarkedLine {
    return { seq, at, employment: this.#once(employment ?? ''), verdict: verdictOf(verdict) };
  }

  #totalsOf(app: string): AppTotals {
    const known = this.#byApp.get(app);
    if (known !== undefined) return known;
    const totals = { off: 0, onCall: 0, bursts: 0 };
    this.#byApp.set(app, totals);
    return totals;
  }

  /** One string for all marks instead of one for each line. */
  #once(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    this.#names.set(name, name);
    return name;
  }

  collected(): Collected {
    return {
      contacts: this.#contacts,
      contactCount: this.#contactCount,
      reported: this.#reported,
      reportedCount: this.#reportedCount,
      byChannel: this.#byChannel,
      said: this.#said,
      attached: this.#attached,
      events: this.#events,
      eventCount: this.#eventCount,
      marks: this.#marks,
      reportedMarks: this.#reportedMarks,
      byApp: this.#byApp,
      bySeen: this.#bySeen,
      byTreatment: this.#byTreatment,
      inBursts: this.#inBursts,
      coverage: this.#coverage.result(),
      gaps: this.#gaps,
      clockChanges: this.#clockChanges,
      zones: this.#zones,
      outside: this.#outside,
    };
  }
}

const increase = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
