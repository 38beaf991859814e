import type { ChosenApp } from '../apps/types.ts';
import { clockOfSpan, formatMinute } from '../hours/clock-text.ts';
import type {
  Employment,
  FlexibleDay,
  HoursException,
  HoursPattern,
  HoursVersion,
  Season,
  TimedException,
  WindowsVersion,
  ZoneMove,
} from '../hours/types.ts';
import { zoneAt } from '../hours/zone-moves.ts';
import type { RestVersion, WeeklyRestRule } from '../rest/rule-types.ts';
import { isoWithOffset } from '../time/zones.ts';
import type { Settings } from './types.ts';
import { WEEKDAY_KEYS, weekMomentText } from './week-moment.ts';

/**
 * Settings as a file: JSON with two spaces and LF. Every object is written out key by key, so that the same settings give
 * the same bytes wherever they come from. `docs/settings.md` describes the format.
 */
export function writeSettingsFile(settings: Settings): string {
  const { timeStamps = [], retention } = settings;
  const file: Record<Exclude<keyof Settings, 'timeStamps' | 'retention'>, unknown> = {
    format: settings.format,
    language: settings.language,
    employments: settings.employments.map(writeEmployment),
    apps: settings.apps.map(writeApp),
    treatment: settings.treatment,
    record: { sender: settings.record.sender, title: settings.record.title, text: settings.record.text },
    muteAfterHours: settings.muteAfterHours,
    digest: settings.digest,
    ...(timeStamps.length > 0 && { timeStamps }),
    ...(retention !== undefined && { retention }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Lists that most people do not have are left out while they are empty. */
function writeEmployment(employment: Employment) {
  const { id, label, zoneRule, zone, moves = [], hours, windows = [], rests = [], exceptions } = employment;
  return {
    id,
    label,
    zoneRule,
    zone,
    ...(moves.length > 0 && { moves: moves.map(writeMove) }),
    hours: hours.map(writeVersion),
    ...(windows.length > 0 && { windows: windows.map(writeWindow) }),
    ...(rests.length > 0 && { rests: rests.map(writeRest) }),
    exceptions: exceptions.map((exception) => writeException(exception, employment)),
  };
}

/** In the new zone's own time. */
const writeMove = ({ from, zone }: ZoneMove) => ({ from: isoWithOffset(from, zone), zone });

const writeDates = ({ validFrom, validUntil }: Pick<HoursVersion, 'validFrom' | 'validUntil'>) => ({
  validFrom,
  ...(validUntil !== undefined && { validUntil }),
});

function writeVersion(version: HoursVersion) {
  const { pattern, seasons = [] } = version;
  return {
    ...writeDates(version),
    ...writePattern(pattern),
    ...(seasons.length > 0 && { seasons: seasons.map(writeSeason) }),
  };
}

const writeSeason = ({ from, until, pattern }: Season) => ({ from, until, ...writePattern(pattern) });

const writeWindow = (version: WindowsVersion) => ({
  kind: version.kind,
  ...writeDates(version),
  ...writePattern(version.pattern),
  ...(version.pay !== undefined && { pay: version.pay }),
});

function writeRest(version: RestVersion) {
  const { daily, weekly, weeklyCap } = version;
  return {
    ...writeDates(version),
    ...(daily !== undefined && {
      daily: { hours: daily.hours, ...(daily.withinHours !== undefined && { withinHours: daily.withinHours }) },
    }),
    ...(weekly !== undefined && { weekly: writeWeeklyRest(weekly) }),
    ...(weeklyCap !== undefined && { weeklyCap }),
  };
}

const writeWeeklyRest = (rule: WeeklyRestRule) =>
  rule.kind === 'hours'
    ? { hours: rule.hours }
    : { from: weekMomentText(rule.startMinute, 'start'), to: weekMomentText(rule.endMinute, 'end') };

function writePattern(pattern: HoursPattern) {
  switch (pattern.kind) {
    case 'weekly':
      return { week: weekOf(pattern.days.map((spans) => spans.map(clockOfSpan))) };
    case 'rotating':
      return { cycleFrom: pattern.anchor, cycle: pattern.days.map((spans) => spans.map(clockOfSpan)) };
    case 'flexible':
      return { flexible: weekOf(pattern.days.map((day) => (day === null ? null : writeFlexibleDay(day)))) };
    case 'block':
      return {
        noFixedHours: {
          rest: formatMinute(pattern.blockMinutes),
          usualEnd: formatMinute(pattern.usualEndMinute),
          daysOff: pattern.daysOff.map((day) => WEEKDAY_KEYS[day - 1]),
        },
      };
  }
}

const weekOf = <D>(days: readonly D[]) => Object.fromEntries(WEEKDAY_KEYS.map((key, index) => [key, days[index]]));

const writeFlexibleDay = ({ frame, core, usualStartMinute, quotaMinutes }: FlexibleDay) => ({
  frame: clockOfSpan(frame),
  ...(core !== null && { core: clockOfSpan(core) }),
  usualStart: formatMinute(usualStartMinute),
  length: formatMinute(quotaMinutes),
});

function writeException(exception: HoursException, employment: Employment) {
  const { kind } = exception;
  switch (kind) {
    case 'leave':
      return { kind, from: exception.from, until: exception.until, leave: exception.leave };
    case 'holiday':
      return { kind, date: exception.date, name: exception.name };
    case 'shift':
      return { kind, date: exception.date, mode: exception.mode, spans: exception.spans.map(clockOfSpan) };
    case 'on-call':
      return { kind, ...writeStretch(exception, employment), pay: exception.pay };
    case 'care':
    case 'break':
      return { kind, ...writeStretch(exception, employment) };
    default:
      return { kind, ...writeStretch(exception, employment), reason: exception.reason };
  }
}

/** In the time of the zone that the hours follow, which people can read; the offset makes it exact. */
const writeStretch = ({ from, until }: Pick<TimedException, 'from' | 'until'>, employment: Employment) => ({
  from: isoWithOffset(from, zoneAt(employment, from)),
  until: isoWithOffset(until, zoneAt(employment, until)),
});

function writeApp({ id, name, patterns, employment, treatment }: ChosenApp): ChosenApp {
  return { id, name, patterns, employment, treatment };
}
