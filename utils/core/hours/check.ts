import type { Problem } from '../result.ts';
import { isZone } from '../time/zones.ts';
import { checkDates, checkOrder } from './check-dated.ts';
import { checkException, isInstant } from './check-exception.ts';
import { checkPattern } from './check-pattern.ts';
import { checkRest } from './check-rest.ts';
import { checkSeasons } from './check-seasons.ts';
import { firstProblem } from './first-problem.ts';
import { MAX_LABEL_LENGTH, MAX_MOVES } from './limits.ts';
import { hasWork, patternsOf } from './pattern-days.ts';
import type { Employment, HoursVersion, WindowsVersion, ZoneMove } from './types.ts';

/**
 * The first mistake in an employment, or null. `path` is the place of the employment in the input and opens the problem's
 * `field`: `employments[0].hours[1].pattern.days[2][0].endMinute`.
 */
export function checkEmployment(employment: Employment, path = ''): Problem | null {
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  const { label, zone, hours, rests = [], exceptions } = employment;
  if (label.trim() === '') return { code: 'hours.label-empty', field: at('label') };
  if (label.length > MAX_LABEL_LENGTH) {
    return { code: 'hours.label-too-long', field: at('label'), values: { most: MAX_LABEL_LENGTH } };
  }
  if (!isZone(zone)) return { code: 'hours.zone-unknown', field: at('zone'), values: { zone } };
  return (
    firstProblem(hours, (version, index) => checkVersion(version, at(`hours[${index}]`))) ??
    checkOrder(hours, at('hours')) ??
    checkSomeWork(employment, at('hours')) ??
    checkMoves(employment, at('moves')) ??
    checkWindows(employment.windows ?? [], at('windows')) ??
    firstProblem(rests, (version, index) => checkRest(version, at(`rests[${index}]`))) ??
    checkOrder(rests, at('rests')) ??
    firstProblem(exceptions, (exception, index) => checkException(exception, at(`exceptions[${index}]`)))
  );
}

/** The first mistake in one version of the hours, or null. `path` as in {@link checkEmployment}. */
export function checkVersion(version: HoursVersion, path: string): Problem | null {
  const { pattern, seasons = [] } = version;
  return (
    checkDates(version, path) ?? checkPattern(pattern, `${path}.pattern`) ?? checkSeasons(seasons, `${path}.seasons`)
  );
}

/** Dated versions of a week, like hours; versions of one kind never overlap. */
function checkWindows(windows: readonly WindowsVersion[], path: string): Problem | null {
  return (
    firstProblem(windows, (version, index) => checkWindow(version, `${path}[${index}]`)) ??
    checkOrder(windows, path, (earlier, later) => earlier.kind === later.kind)
  );
}

/** The first mistake in one version of a window, or null. `path` as in {@link checkEmployment}. */
export function checkWindow(version: WindowsVersion, path: string): Problem | null {
  const { kind, pattern, pay } = version;
  if (pay !== undefined && kind !== 'on-call') return { code: 'hours.pay-only-on-call', field: `${path}.pay` };
  const problem = checkDates(version, path) ?? checkPattern(pattern, `${path}.pattern`);
  if (problem !== null) return problem;
  const empty = pattern.days.every((spans) => spans.length === 0);
  return empty ? { code: 'hours.window-empty', field: `${path}.pattern` } : null;
}

function checkMoves({ zoneRule, moves = [] }: Employment, path: string): Problem | null {
  if (moves.length > 0 && zoneRule === 'fixed') return { code: 'hours.moves-of-fixed', field: path };
  if (moves.length > MAX_MOVES) return { code: 'hours.too-many-moves', field: path, values: { most: MAX_MOVES } };
  return firstProblem(moves, (move, index) => {
    const field = `${path}[${index}]`;
    const outOfOrder = move.from <= (moves[index - 1]?.from ?? -1);
    return checkMove(move, field) ?? (outOfOrder ? { code: 'hours.moves-out-of-order', field: `${field}.from` } : null);
  });
}

/** The first mistake in one move, or null. `path` as in {@link checkEmployment}. */
export function checkMove({ from, zone }: ZoneMove, path: string): Problem | null {
  if (!isInstant(from)) return { code: 'hours.instant-invalid', field: `${path}.from` };
  return isZone(zone) ? null : { code: 'hours.zone-unknown', field: `${path}.zone`, values: { zone } };
}

/** One version may be empty (a year without work, a roster of shifts alone), but something must be work. */
function checkSomeWork({ hours, exceptions }: Employment, path: string): Problem | null {
  const some =
    hours.flatMap(patternsOf).some(hasWork) ||
    exceptions.some((exception) => exception.kind === 'shift' && exception.spans.length > 0);
  return some ? null : { code: 'hours.no-spans', field: path };
}
