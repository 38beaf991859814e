import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { verdictAt } from '../../../utils/core/hours/verdict.ts';
import { type OracleAnswer, oracleOf } from './oracle.ts';
import { type Contract, pick, type Random, randomContract, randomInstantOf, seeded, ZONES } from './random.ts';

/**
 * `npm run fuzz` sets FUZZ_RUNS (1 000 000) and may set FUZZ_SEED. Long runs use every zone that the engine knows, and ask
 * each employment about more instants, for it is the dear part of a pair.
 */
const RUNS = Number(process.env.FUZZ_RUNS ?? 4_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);
const LONG = RUNS >= 100_000;
const INSTANTS_EACH = LONG ? 50 : 8;
const zones = LONG ? Intl.supportedValuesOf('timeZone') : ZONES;

test(`${RUNS} random verdicts agree with an oracle on Temporal`, { timeout: 60_000 + RUNS * 20 }, () => {
  const random = seeded(SEED);
  const differences: unknown[] = [];
  const seen = { working: 0, off: 0, 'on-call': 0, never: 0 };
  const reasons = new Map<string, number>();
  for (let run = 0; run < RUNS && differences.length < 3; ) {
    const contract = randomContract(random, zones);
    const ask = oracleOf(contract.employment);
    for (const at of instantsOf(random, contract, ask)) {
      if (run === RUNS) break;
      run += 1;
      const verdict = verdictAt(contract.employment, at);
      const oracle = ask(at);
      seen[verdict.kind] += 1;
      if (verdict.until === null) seen.never += 1;
      reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1);
      const { kind, until, ...ground } = verdict;
      const grounded = oracle.grounds.some((one) => isDeepStrictEqual(one, ground));
      if (kind === oracle.kind && until === oracle.until && grounded) continue;
      const employment = JSON.stringify(contract.employment);
      differences.push({ run, at: new Date(at).toISOString(), employment, verdict, oracle });
    }
  }
  if (LONG)
    console.info({ seed: SEED, runs: RUNS, differences: differences.length, zones: zones.length, seen, reasons });
  expect(differences).toEqual([]);
  // The generator must not drift into cases that prove nothing.
  expect(seen.working).toBeGreaterThan(RUNS / 20);
  expect(seen.off).toBeGreaterThan(RUNS / 20);
  expect(seen['on-call']).toBeGreaterThan(RUNS / 50);
  expect(reasons.size).toBe(16);
  for (const free of ['reachable', 'rest-block', 'flexible']) expect(reasons.get(free)).toBeGreaterThan(RUNS / 100);
  expect(seen.never).toBeGreaterThan(RUNS / 200);
});

/** A third of them lie on the edges that the oracle itself found on its way. */
function* instantsOf(random: Random, contract: Contract, ask: (at: number) => OracleAnswer): Generator<number> {
  const edges: number[] = [];
  for (let asked = 0; asked < INSTANTS_EACH; asked += 1) {
    const at =
      edges.length > 0 && random() < 1 / 3
        ? pick(random, edges) + pick(random, [-1, 0, 1])
        : randomInstantOf(random, contract);
    yield at;
    const { until } = ask(at);
    if (until !== null && until < contract.around + 3e9) edges.push(until);
  }
}
