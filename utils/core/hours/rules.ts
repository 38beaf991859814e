import type { Instant } from '../time/instant.ts';
import { type DayRules, dayRulesOf } from './day-rules.ts';
import { isDayException, timed } from './exceptions.ts';
import { isFree, patternsOf } from './pattern-days.ts';
import { searchDays } from './plan-state.ts';
import { NOTHING_SAID, saidOf } from './said.ts';
import { layOver, type Stretch } from './stretches.ts';
import type { DayException, Employment, HoursOverride, WindowsVersion } from './types.ts';

/** The rules of one employment, sorted and laid out once for many questions; which zone they follow is said later. */
export interface Rules {
  /** Stretches of instants, sorted and free of overlaps. */
  readonly overrides: readonly HoursOverride[];
  readonly overtime: readonly Stretch[];
  readonly hours: DayRules;
  readonly care: WindowRules;
  readonly breaks: WindowRules;
  readonly onCall: WindowRules;
  /** From `at` on, a state that lasts up to this instant is taken to last for ever. */
  horizonAt(at: Instant): Instant;
}

/** Windows that come round (null where there are none), and the same once. */
export interface WindowRules {
  readonly round: DayRules | null;
  readonly once: readonly Stretch[];
}

const DAY_MS = 86_400_000;

export function rulesOf({ hours, windows = [], exceptions, moves = [] }: Employment): Rules {
  const days = exceptions.filter(isDayException);
  const windowRules = (kind: WindowsVersion['kind'], without: readonly DayException[] = []): WindowRules => {
    const versions = windows.filter((version) => version.kind === kind);
    return {
      round: versions.length === 0 ? null : dayRulesOf(kind, versions, without),
      once: layOver(timed(exceptions, kind)),
    };
  };
  const overrides = layOver(timed(exceptions, 'working-now', 'off-now'));
  const overtime = layOver(timed(exceptions, 'overtime'));
  const said = hours.flatMap(patternsOf).some(isFree) ? saidOf(overrides, overtime) : NOTHING_SAID;
  const rules = {
    overrides,
    overtime,
    hours: dayRulesOf('hours', hours, days, said),
    care: windowRules('care'),
    breaks: windowRules('break'),
    onCall: windowRules(
      'on-call',
      days.filter(({ kind }) => kind === 'leave'),
    ),
  };
  const round = [rules.hours, rules.care.round, rules.breaks.round, rules.onCall.round].filter((one) => one !== null);
  const once = [rules.overrides, rules.overtime, rules.care.once, rules.breaks.once, rules.onCall.once];
  const settled = Math.max(
    ...round.map(({ settledDay }) => settledDay * DAY_MS),
    ...once.map((stretches) => stretches.at(-1)?.until ?? 0),
    moves.at(-1)?.from ?? 0,
  );
  const search = searchDays(round.map(({ cycle }) => cycle).reduce(leastCommonMultiple)) * DAY_MS;
  return { ...rules, horizonAt: (at) => Math.max(at, settled) + search };
}

const leastCommonMultiple = (a: number, b: number): number => (a / greatestCommonDivisor(a, b)) * b;
const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
