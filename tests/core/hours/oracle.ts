import type { Employment, TimedException, Verdict } from '../../../utils/core/hours/types.ts';
import { dateIn, type Ground, type Interval, intervalsOn, outsideOf, type Source, utcDate } from './oracle-days.ts';
import { saidOf, wordAt } from './oracle-said.ts';

/**
 * A second answer to "is this inside hours", written on Temporal and sharing no code with utils/core. Day by day and zone
 * by zone it collects every edge that could matter, asks the rules anew at each of them, in the order that `layersOf`
 * writes down, and keeps what it found, so that one employment can be asked about many instants.
 */

const DAY = 86_400_000;

/** No employment of the generator repeats, changes or pauses for longer; with seasons, a year comes round as well. */
const HORIZON_DAYS = 250;
const HORIZON_DAYS_WITH_SEASONS = 1_100;

/** Dates whose spans may touch a day of UTC: zones lie up to a day apart, spans last up to a day, gaps as well. */
const DATES_BEFORE = 4;
const DATES_AFTER = 2;

export interface OracleAnswer {
  readonly kind: Verdict['kind'];
  readonly until: number | null;
  /** Where several rules say the same, any of them may be named. */
  readonly grounds: readonly Ground[];
}

interface Judged {
  readonly kind: Verdict['kind'];
  readonly grounds: () => readonly Ground[];
}

export function oracleOf(employment: Employment): (at: number) => OracleAnswer {
  const timed = employment.exceptions.filter(isTimed);
  const moves = employment.moves ?? [];
  const zones = [...new Set([employment.zone, ...moves.map(({ zone }) => zone)])];
  const said = saidOf(timed);
  const seasonal = employment.hours.some(({ seasons }) => seasons !== undefined);
  const horizon = seasonal ? HORIZON_DAYS_WITH_SEASONS : HORIZON_DAYS;
  const fixedEdges = [...timed.flatMap(({ from, until }) => [from, until]), ...moves.map(({ from }) => from)];

  const onDate = cached((day: number): readonly Interval[] => {
    const date = utcDate(day);
    return zones.flatMap((zone) => intervalsOn(employment, said, zone, date));
  });

  /** What may hold, begin or end on a day of UTC. */
  const around = cached((day: number): readonly Interval[] =>
    Array.from({ length: DATES_BEFORE + 1 + DATES_AFTER }, (_, index) => onDate(day - DATES_BEFORE + index)).flat(),
  );

  const edgesOn = cached((day: number): readonly { readonly at: number; readonly kind: Verdict['kind'] }[] => {
    const edges = [...fixedEdges, ...around(day).flatMap(({ from, until }) => [from, until])];
    const today = [...new Set(edges)].filter((edge) => Math.floor(edge / DAY) === day).sort((a, b) => a - b);
    return today.map((at) => ({ at, kind: judge(at).kind }));
  });

  function judge(moment: number): Judged {
    const zone = [...moves].reverse().find(({ from }) => from <= moment)?.zone ?? employment.zone;
    const here = around(Math.floor(moment / DAY)).filter(
      (one) => one.zone === zone && one.from <= moment && moment < one.until,
    );
    const now = timed.filter(({ from, until }) => from <= moment && moment < until);
    /** The exception goes before the window. */
    const groundsOf = (source: Exclude<Source, 'hours'>): readonly Ground[] =>
      now.some(({ kind }) => kind === source)
        ? [{ reason: source, layer: 'exception', rule: source }]
        : here.filter((one) => one.source === source).map(({ ground }) => ground);

    const word = wordAt(timed, moment);
    if (word !== null) return judged(word === 'working-now' ? 'working' : 'off', [exceptional(word)]);

    const overtime = now.some(({ kind }) => kind === 'overtime');
    const hours = here.filter(({ source }) => source === 'hours').map(({ ground }) => ground);
    const [care, pause, duty] = [groundsOf('care'), groundsOf('break'), groundsOf('on-call')];
    const works = overtime || (hours.length > 0 && pause.length === 0);
    const standsBy = !works && hours.length === 0 && duty.length > 0;
    if ((works || standsBy) && care.length > 0) return judged('off', care);
    if (works) return judged('working', overtime ? [exceptional('overtime')] : hours);
    if (standsBy) return judged('on-call', duty);
    if (hours.length > 0) return judged('off', pause);
    return { kind: 'off', grounds: () => [outsideOf(employment, dateIn(zone, moment))] };
  }

  return (at) => {
    const { kind, grounds } = judge(at);
    const today = Math.floor(at / DAY);
    for (let day = today; day <= today + horizon; day += 1) {
      const flip = edgesOn(day).find((edge) => edge.at > at && edge.kind !== kind);
      if (flip !== undefined) return { kind, grounds: grounds(), until: flip.at };
    }
    return { kind, grounds: grounds(), until: null };
  };
}

const judged = (kind: Verdict['kind'], grounds: readonly Ground[]): Judged => ({ kind, grounds: () => grounds });

const exceptional = (reason: 'working-now' | 'off-now' | 'overtime'): Ground => ({
  reason,
  layer: 'exception',
  rule: reason,
});

/** Between two instants, not of whole days. */
export const isTimed = (one: Employment['exceptions'][number]): one is TimedException =>
  one.kind !== 'leave' && one.kind !== 'holiday' && one.kind !== 'shift';

function cached<V>(make: (day: number) => V): (day: number) => V {
  const made = new Map<number, V>();
  return (day) => {
    const known = made.get(day);
    if (known !== undefined) return known;
    const value = make(day);
    made.set(day, value);
    return value;
  };
}
