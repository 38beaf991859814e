import { gapsIn, unionOf, without } from '../rest/stretches.ts';
import type { Stretch } from '../rest/types.ts';
import type { Instant } from '../time/instant.ts';
import { readIso } from '../time/iso-text.ts';
import type { EntryView } from './read.ts';
import type { WatchState } from './types.ts';

/** `unknown`: the lines at hand say nothing of that time. Others may come from a later version. */
export interface Missing extends Stretch {
  readonly what: 'not-running' | 'jump-or-sleep' | 'no-permission' | 'not-chosen' | 'unknown' | (string & {});
}

/** `watched` and `missing` together tile the period; both are sorted. */
export interface AppCoverage {
  readonly app: string;
  readonly watched: readonly Stretch[];
  readonly missing: readonly Missing[];
}

/** Contacts of one app on one day of the device's calendar. */
export interface DayContacts {
  readonly date: string;
  readonly app: string;
  readonly afterHours: number;
  readonly onCall: number;
}

export interface Coverage {
  readonly period: Stretch;
  readonly apps: readonly AppCoverage[];
  readonly contacts: readonly DayContacts[];
}

interface Hole extends Missing {
  /** Null where nothing at all was watched. */
  readonly app: string | null;
}

/** How it stood with one app: what is over, and what goes on since the last line that said so. */
interface AppStates {
  over: Missing[];
  what: string;
  since: Instant;
}

const WATCHED: WatchState = 'watched';

const endedBy = <S extends Stretch>(stretches: readonly S[], at: Instant): S[] =>
  stretches.map((one) => ({ ...one, until: Math.min(one.until, at) }));

/**
 * Tells from the log's lines when each app was watched. "Watched" says that the extension ran, might look, and would have
 * logged a contact of any page of the app that was open; not that one was open.
 */
export class CoverageCollector {
  readonly #period: Stretch;
  readonly #apps = new Map<string, AppStates>();
  #holes: Hole[] = [];
  readonly #contacts = new Map<string, DayContacts>();
  #last: Instant | null = null;

  constructor(period: Stretch) {
    this.#period = period;
  }

  /**
   * In the order of `seq`, best from the log's beginning. A gap is written when it is over, so lines from after the period
   * belong here too.
   */
  add(entry: EntryView): void {
    const { at, app, kind, what } = entry;
    this.#last = at;
    if ((kind === 'contact' || kind === 'collapse') && app !== null) {
      this.#count(entry, app);
      return;
    }
    const from = readIso(entry.from ?? '');
    const until = readIso(entry.until ?? '');
    if (kind === 'watch' && app !== null) this.#turn(app, what ?? '', at);
    else if (kind === 'gap' && from !== null && until !== null)
      this.#holes.push({ from, until, what: what ?? '', app });
    else if (kind === 'clock' && from !== null) this.#moveClock(from, at, what ?? '');
  }

  /**
   * @param completeUntil nothing is missing from the lines up to this instant: "now" for the whole log of a running
   * extension. Without it, nothing is claimed beyond the last line.
   */
  result(completeUntil: Instant | null = this.#last): Coverage {
    const known = { from: this.#period.from, until: Math.min(this.#period.until, completeUntil ?? -Infinity) };
    const apps = [...this.#apps].map(([app, states]) => this.#coverageOf(app, states, known));
    return { period: this.#period, apps, contacts: [...this.#contacts.values()] };
  }

  #turn(app: string, what: string, at: Instant): void {
    const states = this.#apps.get(app);
    if (states === undefined) {
      this.#apps.set(app, { over: [], what, since: at });
      return;
    }
    states.over.push({ from: states.since, until: at, what: states.what });
    states.what = what;
    states.since = at;
  }

  /**
   * Time that was left out was not watched. Of time that comes again counts what is said then: a clock that was wrong by
   * years and is set right leaves no hole of years.
   */
  #moveClock(from: Instant, to: Instant, what: string): void {
    if (from <= to) {
      this.#holes.push({ from, until: to, what, app: null });
      return;
    }
    this.#holes = endedBy(this.#holes, to);
    for (const states of this.#apps.values()) {
      states.over = endedBy(states.over, to);
      states.since = Math.min(states.since, to);
    }
  }

  #count({ at, time, verdict, count }: EntryView, app: string): void {
    if (at < this.#period.from || at >= this.#period.until) return;
    const date = time.slice(0, 10);
    const day = this.#contacts.get(`${date} ${app}`) ?? { date, app, afterHours: 0, onCall: 0 };
    const field = verdict === 'on-call' ? 'onCall' : 'afterHours';
    this.#contacts.set(`${date} ${app}`, { ...day, [field]: day[field] + (count ?? 1) });
  }

  #coverageOf(app: string, { over, what, since }: AppStates, known: Stretch): AppCoverage {
    const clip = ({ from, until }: Stretch): Stretch => ({
      from: Math.max(from, known.from),
      until: Math.min(until, known.until),
    });
    const states = [...over, { from: since, until: Infinity, what }];
    const holes = this.#holes.filter((hole) => hole.app === null || hole.app === app);
    const watched = without(unionOf(states.filter((one) => one.what === WATCHED).map(clip)), unionOf(holes.map(clip)));
    const missing: Missing[] = [];
    let told = watched;
    const reasons = [...states.filter((one) => one.what !== WATCHED), ...holes];
    for (const reason of new Set(reasons.map((one) => one.what))) {
      const all = unionOf(reasons.filter((one) => one.what === reason).map(clip));
      const own = without(all, told);
      missing.push(...own.map((stretch) => ({ ...stretch, what: reason })));
      told = unionOf([...told, ...own]);
    }
    missing.push(...gapsIn(this.#period, told).map((stretch) => ({ ...stretch, what: 'unknown' })));
    return { app, watched, missing: missing.toSorted((a, b) => a.from - b.from) };
  }
}
