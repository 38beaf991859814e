import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { verdictAt } from '../../../utils/core/hours/verdict.ts';
import { oracleAt } from './oracle.ts';
import { randomCase, seeded, ZONES } from './random.ts';

/** `npm run fuzz` sets FUZZ_RUNS (1 000 000) and may set FUZZ_SEED; long runs use every zone that the engine knows. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 3_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);
const EVERY_ZONE_FROM = 100_000;

test(`${RUNS} random verdicts agree with an oracle on Temporal`, { timeout: 20_000 + RUNS * 20 }, () => {
  const random = seeded(SEED);
  const zones = RUNS < EVERY_ZONE_FROM ? ZONES : Intl.supportedValuesOf('timeZone');
  const differences: unknown[] = [];
  const seen = { working: 0, off: 0, 'on-call': 0, never: 0 };
  const reasons = new Set<string>();
  for (let run = 0; run < RUNS && differences.length < 3; run += 1) {
    const { employment, at } = randomCase(random, zones);
    const verdict = verdictAt(employment, at);
    const oracle = oracleAt(employment, at);
    seen[verdict.kind] += 1;
    if (verdict.until === null) seen.never += 1;
    reasons.add(verdict.reason);
    const { kind, until, ...ground } = verdict;
    const grounded = oracle.grounds.some((one) => isDeepStrictEqual(one, ground));
    if (kind !== oracle.kind || until !== oracle.until || !grounded) {
      differences.push({
        run,
        at: new Date(at).toISOString(),
        employment: JSON.stringify(employment),
        verdict,
        oracle,
      });
    }
  }
  expect(differences).toEqual([]);
  // The generator must not drift into cases that prove nothing.
  expect(seen.working).toBeGreaterThan(RUNS / 20);
  expect(seen.off).toBeGreaterThan(RUNS / 20);
  expect(seen['on-call']).toBeGreaterThan(RUNS / 50);
  expect(reasons.size).toBe(13);
  expect(seen.never).toBeGreaterThan(RUNS / 200);
});
