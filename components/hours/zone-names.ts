import type { ZoneName } from '../../utils/core/time/instant.ts';

/** `America/Sao Paulo`. */
export const readableZone = (zone: ZoneName): string => zone.replaceAll('_', ' ');

/** For a list to choose from. */
export const zoneOptions = (zones: readonly ZoneName[]) =>
  zones.map((value) => ({ value, label: readableZone(value) }));
