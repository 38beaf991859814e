import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { monthsBefore } from '../../../utils/core/time/months.ts';

it('goes back on the calendar of the zone as Temporal does', () => {
  const zones = fc.constantFrom('America/Bogota', 'America/Sao_Paulo', 'Europe/Madrid', 'Asia/Kathmandu');
  const instants = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2040, 0, 1) });
  fc.assert(
    fc.property(instants, fc.constantFrom(6, 12, 24, 36, 60), zones, (at, months, zone) => {
      const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
      const opens = today.subtract({ months }).toZonedDateTime({ timeZone: zone, plainTime: '00:00' });
      expect(monthsBefore(at, months, zone)).toBe(opens.epochMilliseconds);
    }),
  );
});

it('knows short months', () => {
  const at = Date.parse('2024-08-31T12:00:00Z');
  expect(new Date(monthsBefore(at, 6, 'UTC')).toISOString()).toBe('2024-02-29T00:00:00.000Z');
  expect(new Date(monthsBefore(Date.parse('2024-02-29T12:00:00Z'), 12, 'UTC')).toISOString()).toContain('2023-02-28');
});
