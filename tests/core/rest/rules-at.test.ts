import { describe, expect, test } from 'vitest';
import type { RestVersion } from '../../../utils/core/rest/rule-types.ts';
import { restRulesAt, weeklyCapOf } from '../../../utils/core/rest/rules-at.ts';

const FIRST: RestVersion = { validFrom: '2026-01-07', validUntil: '2026-03-04', weeklyCap: 48 };
const SECOND: RestVersion = { validFrom: '2026-03-04', validUntil: '2026-03-20', daily: { hours: 11 }, weeklyCap: 44 };
const THIRD: RestVersion = { validFrom: '2026-04-01', daily: { hours: 12 } };
const JOB = { rests: [FIRST, SECOND, THIRD] };

describe('the rest rules of a day', () => {
  test.each([
    ['2026-01-06', null],
    ['2026-01-07', FIRST],
    ['2026-03-03', FIRST],
    ['2026-03-04', SECOND],
    ['2026-03-19', SECOND],
    ['2026-03-20', null],
    ['2026-03-31', null],
    ['2026-04-01', THIRD],
    ['2199-12-31', THIRD],
  ])('%s', (date, version) => {
    expect(restRulesAt(JOB, date)).toBe(version);
  });

  test('a job without any has none', () => {
    expect(restRulesAt({}, '2026-01-07')).toBeNull();
    expect(weeklyCapOf({}, '2026-01-05')).toBeNull();
  });
});

describe('the most hours of a week', () => {
  test.each([
    ['begins before there is a cap', '2026-01-05', null],
    ['all of it under one', '2026-01-12', 48],
    ['falls within it: the higher one', '2026-03-02', 48],
    ['the week after', '2026-03-09', 44],
    ['ends within it', '2026-03-16', null],
    ['rules without a cap', '2026-04-06', null],
  ])('%s', (_, monday, cap) => {
    expect(weeklyCapOf(JOB, monday)).toBe(cap);
  });

  test('rises within it: the higher one', () => {
    const rising = { rests: [{ ...FIRST, weeklyCap: 40 }, SECOND] };
    expect(weeklyCapOf(rising, '2026-03-02')).toBe(44);
  });
});
