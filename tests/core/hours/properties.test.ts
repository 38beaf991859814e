import { afterEach, describe, expect, test } from 'vitest';
import type { Employment, HoursVersion } from '../../../utils/core/hours/types.ts';
import { verdictAt } from '../../../utils/core/hours/verdict.ts';
import { addDays } from '../../../utils/core/time/calendar.ts';
import { randomCase, seeded } from './random.ts';

describe('properties, on random employments', { timeout: 60_000 }, () => {
  const random = seeded(42);
  const cases = Array.from({ length: 250 }, () => randomCase(random));

  test('until lies ahead; the kind holds up to it and differs at it', () => {
    for (const { employment: job, at } of cases) {
      const { kind, until } = verdictAt(job, at);
      if (until === null) continue;
      expect(until).toBeGreaterThan(at);
      expect(verdictAt(job, until).kind).not.toBe(kind);
      for (const part of [0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999]) {
        const between = Math.floor(at + (until - at) * part);
        expect(verdictAt(job, between)).toMatchObject({ kind, until });
      }
      expect(verdictAt(job, until - 1)).toMatchObject({ kind, until });
    }
  });

  test('the answer does not depend on what was asked before', () => {
    for (const { employment: job, at } of cases) {
      const asked = verdictAt(job, at);
      verdictAt(job, at - 40 * 86_400_000);
      expect(verdictAt(job, at)).toEqual(asked);
      expect(verdictAt(structuredClone(job), at)).toEqual(asked);
    }
  });

  test('the zone rule alone changes nothing', () => {
    for (const { employment: job, at } of cases.filter((one) => one.employment.moves === undefined)) {
      const zoneRule = job.zoneRule === 'fixed' ? 'worker-local' : 'fixed';
      expect(verdictAt({ ...job, zoneRule }, at)).toEqual(verdictAt(job, at));
    }
  });

  test('a later version of the hours never rewrites an old verdict', () => {
    let rewritten = 0;
    for (const { employment: job, at } of cases) {
      const from = addDays(new Date(at).toISOString().slice(0, 10), 3);
      const later = withVersionFrom(job, from);
      for (const past of [at, at - 3_600_000, at - 86_400_000, at - 10 * 86_400_000]) {
        expect({ ...verdictAt(later, past), until: 0 }).toEqual({ ...verdictAt(job, past), until: 0 });
      }
      const after = Date.parse(`${addDays(from, 3)}T12:00Z`);
      if (verdictAt(later, after).rule !== verdictAt(job, after).rule) rewritten += 1;
    }
    expect(rewritten).toBeGreaterThan(50); // The new hours do change what comes after them.
  });

  test('a move to another zone never rewrites an old verdict', () => {
    for (const { employment: job, at } of cases) {
      const last = job.moves?.at(-1)?.from ?? 0;
      const from = Math.max(at + 1, last + 1);
      const moved: Employment = { ...job, moves: [...(job.moves ?? []), { from, zone: 'Pacific/Kiritimati' }] };
      for (const past of [at, at - 3_600_000, at - 86_400_000]) {
        expect({ ...verdictAt(moved, past), until: 0 }).toEqual({ ...verdictAt(job, past), until: 0 });
      }
    }
  });

  const machine = process.env.TZ;
  afterEach(() => {
    process.env.TZ = machine ?? '';
  });

  test.each(['Pacific/Apia', 'America/New_York', 'Europe/Madrid'])('the machine in %s does not change it', (zone) => {
    const asked = cases.map(({ employment: job, at }) => verdictAt(job, at));
    process.env.TZ = zone;
    expect(cases.map(({ employment: job, at }) => verdictAt(structuredClone(job), at))).toEqual(asked);
  });
});

/** The same hours up to `from`, and then a week of nights. */
function withVersionFrom(job: Employment, from: string): Employment {
  const before = job.hours
    .filter(({ validFrom }) => validFrom < from)
    .map((version) => ({
      ...version,
      validUntil: version.validUntil !== undefined && version.validUntil < from ? version.validUntil : from,
    }));
  const nights: HoursVersion = {
    validFrom: from,
    pattern: { kind: 'weekly', days: Array(7).fill([{ startMinute: 1_320, endMinute: 1_800 }]) },
  };
  return { ...job, hours: [...before, nights] };
}
