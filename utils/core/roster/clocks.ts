import { fail, ok, type Result } from '../result.ts';
import type { ZoneName } from '../time/instant.ts';
import { instantOf, isZone } from '../time/zones.ts';
import { type Clock, customClock } from './custom-zone.ts';
import { MAX_ZONE_NAMES } from './limits.ts';
import type { Component } from './lines.ts';
import { readProperties } from './property.ts';
import type { Spend } from './recurrence.ts';
import { Refusal } from './refusal.ts';
import type { RosterOptions } from './types.ts';
import { zoneOfWindowsName } from './windows-zones.ts';

/** What had to be assumed about a zone. */
export type Doubt = { readonly kind: 'floating' } | { readonly kind: 'unknown-zone'; readonly name: string };

export interface NamedClock {
  readonly clock: Clock;
  readonly doubt: Doubt | null;
}

/** By the name of a zone in the file, null for floating time. Throws a {@link Refusal} when there are too many names. */
export type ClockOf = (name: string | null) => NamedClock;

/** The clocks of one calendar of the file. Fails when a definition in it cannot be read. */
export function clocksOf(calendar: Component, options: RosterOptions, spend: Spend): Result<ClockOf> {
  const defined = new Map<string, Component>();
  const located = new Map<string, string>();
  for (const part of calendar.parts) {
    if (part.name !== 'VTIMEZONE') continue;
    const read = readProperties(part);
    if (!read.ok) return read;
    const value = (wanted: string) => read.value.find(({ name }) => name === wanted)?.values[0];
    const id = String(value('TZID') ?? '').trim();
    const location = value('X-LIC-LOCATION');
    defined.set(id, part);
    if (typeof location === 'string') located.set(id, location.trim());
  }
  const known = new Map<string | null, NamedClock>();
  return ok((name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= MAX_ZONE_NAMES) {
      throw new Refusal({ code: 'roster.too-many-zones', field: '', values: { most: MAX_ZONE_NAMES } });
    }
    const found = find(name);
    known.set(name, found);
    return found;
  });

  function find(name: string | null): NamedClock {
    if (name === null) {
      const zone = options.floatingZone;
      return zone === undefined ? assumed({ kind: 'floating' }) : { clock: clockIn(zone), doubt: null };
    }
    const zone = zoneNamed(name, options) ?? zoneNamed(located.get(name) ?? '', options);
    if (zone !== null) return { clock: clockIn(zone), doubt: null };
    const definition = defined.get(name);
    const own = definition === undefined ? null : customClock(definition, options.fromDate, options.untilDate, spend);
    if (own !== null && !own.ok) throw new Refusal(own.problem);
    const clock = own?.value ?? null;
    return clock === null ? assumed({ kind: 'unknown-zone', name }) : { clock, doubt: null };
  }

  function assumed(doubt: Doubt): NamedClock {
    return { clock: clockIn(options.zone), doubt };
  }
}

const clockIn =
  (zone: ZoneName): Clock =>
  ({ date, minute }) =>
    instantOf(date, minute, zone);

/** The IANA zone that a name of the file means: the person's answer, the name itself, Windows', or the end of a path. */
function zoneNamed(name: string, { zones }: RosterOptions): ZoneName | null {
  const answer = zones !== undefined && Object.hasOwn(zones, name) ? zones[name] : undefined;
  if (answer !== undefined) return answer;
  if (name === '') return null;
  if (isZone(name)) return name;
  const windows = zoneOfWindowsName(name);
  if (windows !== null) return windows;
  // `/citadel.org/20210210_1/Europe/Berlin`, `tzone://Microsoft/Utc`
  const steps = name.split('/');
  const ends = [3, 2, 1].filter((length) => length < steps.length).map((length) => steps.slice(-length).join('/'));
  return ends.find(isZone) ?? null;
}

/** The zones of the options, checked: those that a person chose may be from a file too. */
export function checkZones({ zone, floatingZone, zones = {} }: RosterOptions): Result<true> {
  const wrong = [zone, floatingZone ?? zone, ...Object.values(zones)].find((name) => !isZone(name));
  return wrong === undefined ? ok(true) : fail('hours.zone-unknown', 'zone', { zone: wrong });
}
