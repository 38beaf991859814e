import type { HoursPattern } from '../hours/types.ts';
import type { Problem } from '../result.ts';
import type { Settings } from './types.ts';
import { WEEKDAY_KEYS } from './week-moment.ts';

const PATTERN_PLACE = /^employments\[(\d+)\]\.(hours|windows)\[(\d+)\](?:\.seasons\[(\d+)\])?\.pattern/;
const DAYS_PLACE = /\.pattern(?:\.days(?:\[(\d+)\])?)?(?=$|\[|\.)/;

/** Keys that a file calls otherwise. */
const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/\.pattern\.anchor$/, '.cycleFrom'],
  [/\.pattern\.blockMinutes$/, '.noFixedHours.rest'],
  [/\.pattern\.usualEndMinute$/, '.noFixedHours.usualEnd'],
  [/\.pattern\.daysOff(?=$|\[)/, '.noFixedHours.daysOff'],
  [/\.quotaMinutes$/, '.length'],
  [/\.usualStartMinute$/, '.usualStart'],
  [/\.startMinute$/, '.from'],
  [/\.endMinute$/, '.to'],
];

/** The checks speak of the settings in memory; a person who looks for the mistake has the file before them. */
export function placedInFile(problem: Problem, settings: Settings): Problem {
  const renamed = RENAMED.reduce((field, [place, name]) => field.replace(place, name), problem.field);
  const kind = kindOf(problem.field, settings);
  return { ...problem, field: renamed.replace(DAYS_PLACE, (_, day: string | undefined) => daysPlace(day, kind)) };
}

function daysPlace(day: string | undefined, kind: HoursPattern['kind']): string {
  if (kind === 'rotating') return day === undefined ? '.cycle' : `.cycle[${day}]`;
  const week = kind === 'flexible' ? '.flexible' : '.week';
  return day === undefined ? week : `${week}.${WEEKDAY_KEYS[Number(day)] ?? day}`;
}

function kindOf(field: string, { employments }: Settings): HoursPattern['kind'] {
  const [, employment, list, index, season] = PATTERN_PLACE.exec(field) ?? [];
  if (list === 'windows') return 'weekly';
  const version = employments[Number(employment)]?.hours[Number(index)];
  const { pattern } = (season === undefined ? version : version?.seasons?.[Number(season)]) ?? {};
  return pattern?.kind ?? 'weekly';
}
