import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../utils/core/apps/catalogue.ts';
import { channelOf, isManualApp, judgeReport, MANUAL_CHANNELS, manualApp } from '../../../utils/core/contact/manual.ts';
import { EVENING, JOB, MORNING } from '../../app/fakes.ts';

const MINUTE = 60_000;
const report = { employment: JOB.id, when: null as number | null, end: null as number | null, anyway: false };

describe('channels', () => {
  it('never have the id of an app', () => {
    expect(MANUAL_CHANNELS.map(manualApp).map(channelOf)).toEqual(MANUAL_CHANNELS);
    expect(CATALOGUE.filter(({ id }) => isManualApp(id))).toEqual([]);
    expect(channelOf('slack')).toBeNull();
    expect(channelOf('manual-telex')).toBeNull();
  });
});

describe('a report', () => {
  it('of just now is judged by the hours in force now, in whole minutes', () => {
    const judged = judgeReport(report, [JOB], EVENING + 42_000);
    expect(judged).toMatchObject({ ok: true, value: { when: EVENING, end: null, later: false } });
    expect(judged).toMatchObject({ value: { verdict: { kind: 'off', reason: 'outside-hours' } } });
  });

  it('is judged by the hours in force at the time that it names', () => {
    const noon = EVENING - 9 * 60 * MINUTE;
    expect(judgeReport({ ...report, when: noon }, [JOB], EVENING)).toMatchObject({
      ok: false,
      problem: { code: 'manual.in-hours', field: 'when' },
    });
    expect(judgeReport({ ...report, when: noon, anyway: true }, [JOB], EVENING)).toMatchObject({
      value: { verdict: { kind: 'working' }, later: true },
    });
    expect(judgeReport({ ...report, when: EVENING }, [JOB], MORNING)).toMatchObject({
      value: { verdict: { kind: 'off' } },
    });
  });

  it.each([
    [15 * MINUTE, null, false],
    [15 * MINUTE + 1, null, true],
    // A long call is typed in once it is over.
    [60 * MINUTE, 45 * MINUTE, false],
    [61 * MINUTE + 1, 45 * MINUTE, true],
  ])('typed in %i ms after it began, having lasted %s ms, is from memory: %s', (after, lasted, later) => {
    const end = lasted === null ? null : EVENING + lasted;
    expect(judgeReport({ ...report, when: EVENING, end }, [JOB], EVENING + after)).toMatchObject({ value: { later } });
  });

  it.each([
    ['manual.no-job', 'employment', { employment: 'other' }],
    ['manual.future', 'when', { when: EVENING + MINUTE }],
    ['manual.too-old', 'when', { when: Date.UTC(1999, 11, 31, 23, 59) }],
    ['manual.empty-span', 'end', { when: EVENING - MINUTE, end: EVENING - MINUTE }],
    ['manual.empty-span', 'end', { when: EVENING - MINUTE, end: EVENING - 2 * MINUTE }],
    ['manual.future', 'end', { when: EVENING - MINUTE, end: EVENING + MINUTE }],
  ])('is refused: %s', (code, field, change) => {
    expect(judgeReport({ ...report, ...change }, [JOB], EVENING)).toEqual({ ok: false, problem: { code, field } });
  });

  it('is never taken for a time that is still to come, nor for an empty one', () => {
    const offset = fc.integer({ min: -5_000 * MINUTE, max: 5_000 * MINUTE });
    fc.assert(
      fc.property(offset, fc.option(offset), (from, to) => {
        const end = to === null ? null : EVENING + to;
        const judged = judgeReport({ ...report, when: EVENING + from, end, anyway: true }, [JOB], EVENING);
        if (!judged.ok) return;
        expect(judged.value.when).toBeLessThanOrEqual(EVENING);
        expect(judged.value.when % MINUTE).toBe(0);
        if (judged.value.end !== null) expect(judged.value.end - judged.value.when).toBeGreaterThanOrEqual(MINUTE);
      }),
    );
  });
});
