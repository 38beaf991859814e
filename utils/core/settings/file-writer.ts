import type { ChosenApp } from '../apps/types.ts';
import { clockOfSpan } from '../hours/clock-text.ts';
import type { Employment, HoursException, HoursVersion } from '../hours/types.ts';
import type { ZoneName } from '../time/instant.ts';
import { isoWithOffset } from '../time/zones.ts';
import type { Settings } from './types.ts';

/** Keys of the days in a file, Monday first (ISO 8601). */
export const WEEKDAY_KEYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * Settings as a file: JSON with two spaces and LF. Every object is written out key by key, so that the same settings give
 * the same bytes wherever they come from. `docs/settings.md` describes the format.
 */
export function writeSettingsFile(settings: Settings): string {
  const file: Settings | Record<keyof Settings, unknown> = {
    format: settings.format,
    language: settings.language,
    employments: settings.employments.map(writeEmployment),
    apps: settings.apps.map(writeApp),
    treatment: settings.treatment,
    record: { sender: settings.record.sender, title: settings.record.title, text: settings.record.text },
    muteAfterHours: settings.muteAfterHours,
    digest: settings.digest,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function writeEmployment({ id, label, zoneRule, zone, hours, exceptions }: Employment) {
  return {
    id,
    label,
    zoneRule,
    zone,
    hours: hours.map(writeVersion),
    exceptions: exceptions.map((exception) => writeException(exception, zone)),
  };
}

function writeVersion({ validFrom, validUntil, pattern }: HoursVersion) {
  const dates = { validFrom, ...(validUntil !== undefined && { validUntil }) };
  const days = pattern.days.map((spans) => spans.map(clockOfSpan));
  return pattern.kind === 'weekly'
    ? { ...dates, week: Object.fromEntries(WEEKDAY_KEYS.map((key, index) => [key, days[index]])) }
    : { ...dates, cycleFrom: pattern.anchor, cycle: days };
}

/** In the zone's own time, which people can read; the offset makes it exact. */
function writeException({ kind, from, until, reason }: HoursException, zone: ZoneName) {
  return { kind, from: isoWithOffset(from, zone), until: isoWithOffset(until, zone), reason };
}

function writeApp({ id, name, patterns, employment, treatment }: ChosenApp): ChosenApp {
  return { id, name, patterns, employment, treatment };
}
