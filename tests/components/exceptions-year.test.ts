import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceptionsOfYear } from '../../components/exceptions/days-of.ts';
import { has, withBack, without } from '../../components/exceptions/lists.ts';
import { dayTexts, sentencesOf } from '../../components/exceptions/sentences.ts';
import { windowSentence } from '../../components/exceptions/window-sentences.ts';
import { addWindow } from '../../components/exceptions/windows.ts';
import { yearFacts } from '../../components/exceptions/year-facts.ts';
import { dayAfterKey, inMonth } from '../../components/exceptions/year-keys.ts';
import { checkEmployment } from '../../utils/core/hours/check.ts';
import type { HoursException, Span, WindowsVersion } from '../../utils/core/hours/types.ts';
import { dateOfDay, dayNumber, weekdayOfDay } from '../../utils/core/time/dates.ts';
import { at, JOB } from './samples.ts';
import { t } from './screen.tsx';

const EXCEPTIONS: readonly HoursException[] = [
  { kind: 'leave', from: '2026-12-21', until: '2027-01-04', leave: 'annual' },
  { kind: 'holiday', date: '2026-12-25', name: 'Fair' },
  { kind: 'on-call', from: at('2026-12-05', '20:00'), until: at('2026-12-06', '08:00'), pay: 'unpaid' },
  { kind: 'overtime', from: at('2026-12-01', '17:00'), until: at('2026-12-02', '00:00'), reason: '' },
  { kind: 'shift', date: '2026-12-12', mode: 'extra', spans: [{ startMinute: 1320, endMinute: 1800 }] },
  { kind: 'working-now', from: at('2026-12-13', '10:00'), until: at('2026-12-13', '11:00'), reason: '' },
];
const BUSY = { ...JOB, exceptions: EXCEPTIONS };

const dayOf = (date: string, employment = BUSY) =>
  yearFacts(employment, Number(date.slice(0, 4)))
    .flatMap(({ days }) => days)
    .find((day) => day.date === date);

describe('the year', () => {
  it.each([2024, 2026, 2028, 2100])('%i has every day once, each month under its weekday', (year) => {
    const months = yearFacts(JOB, year);
    const dates = months.flatMap(({ days }) => days.map(({ date }) => date));
    const first = Date.UTC(year, 0, 1);
    const count = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000;
    expect(dates).toEqual(
      Array.from({ length: count }, (_, day) => new Date(first + day * 86_400_000).toISOString().slice(0, 10)),
    );
    expect(months.map(({ lead }) => lead)).toEqual(
      months.map((_, month) => (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7),
    );
  });

  it('marks every day that is touched, and none after', () => {
    const marked = yearFacts(BUSY, 2026).flatMap(({ days }) => days.filter(({ kinds }) => kinds.length > 0));
    expect(marked.map(({ date, kinds }) => `${date.slice(5)} ${kinds.join('+')}`)).toEqual([
      '12-01 overtime',
      '12-05 on-call',
      '12-06 on-call',
      '12-12 shift',
      ...[21, 22, 23, 24].map((day) => `12-${day} leave`),
      '12-25 leave+holiday',
      ...[26, 27, 28, 29, 30, 31].map((day) => `12-${day} leave`),
    ]);
    expect(dayOf('2027-01-03')?.kinds).toEqual(['leave']);
    expect(dayOf('2027-01-04')?.kinds).toEqual([]);
  });

  it('shows the hours that are left', () => {
    expect(dayOf('2026-12-18')?.spans).toHaveLength(1);
    expect(dayOf('2026-12-22')?.spans).toEqual([]);
    expect(dayOf('2026-12-19')?.spans).toEqual([]);
    expect(dayOf('2026-12-12')?.spans).toEqual([{ startMinute: 1320, endMinute: 1800 }]);
  });

  it('lists what touches it by its beginning, and no word for a moment', () => {
    expect(exceptionsOfYear(BUSY, 2026).map(({ kind }) => kind)).toEqual([
      'overtime',
      'on-call',
      'shift',
      'leave',
      'holiday',
    ]);
    expect(exceptionsOfYear(BUSY, 2027).map(({ kind }) => kind)).toEqual(['leave']);
    expect(exceptionsOfYear(BUSY, 2025)).toEqual([]);
  });
});

describe('one plain sentence', () => {
  it.each([
    ['leave', 'Mon, December 21 to Sun, January 3, 2027: annual leave'],
    ['holiday', 'Fri, December 25: public holiday (Fair)'],
    ['on-call', 'Sat, December 5, 20:00 to Sun, December 6, 08:00: on call, unpaid'],
    ['overtime', 'Tue, December 1, 17:00 to Wed, December 2, 00:00: overtime'],
    ['shift', 'Sat, December 12: 22:00–06:00 in addition to the usual hours'],
  ])('for %s', (kind, sentence) => {
    const one = exceptionsOfYear(BUSY, 2026).find((exception) => exception.kind === kind);
    expect(one && sentencesOf(t, JOB, 2026)(one)).toBe(sentence);
  });

  it('shows a name that would reorder the line', () => {
    const say = sentencesOf(t, JOB, 2026);
    expect(say({ kind: 'holiday', date: '2026-12-25', name: 'a\u202eb' })).toContain('a⟦U+202E⟧b');
  });

  it('names days together that have the same hours', () => {
    const [early, late]: readonly Span[] = [
      { startMinute: 480, endMinute: 510 },
      { startMinute: 960, endMinute: 1020 },
    ] as const;
    const days = [[early], [early], [early], [late], [], [late], []] as WindowsVersion['pattern']['days'];
    const window: WindowsVersion = { kind: 'care', validFrom: '2026-03-01', pattern: { kind: 'weekly', days } };
    expect(windowSentence(t, window)).toBe('Care: Mon–Wed 08:00–08:30; Thu, Sat 16:00–17:00, from March 1, 2026');
    expect(windowSentence(t, { ...window, validUntil: '2026-04-01' })).toMatch(/from March 1, 2026 to March 31, 2026$/);
  });

  it.each([
    [[0, 1], 'Mon, Tue'],
    [[0, 1, 2], 'Mon–Wed'],
    [[0, 2, 4], 'Mon, Wed, Fri'],
    [[6], 'Sun'],
  ])('joins days in a row only: %o', (chosen, words) => {
    const days = Array.from({ length: 7 }, (_, day) =>
      chosen.includes(day) ? [{ startMinute: 720, endMinute: 750 }] : [],
    );
    const lunch: WindowsVersion = { kind: 'break', validFrom: '2026-03-01', pattern: { kind: 'weekly', days } };
    expect(windowSentence(t, lunch)).toBe(`Break: ${words} 12:00–12:30, from March 1, 2026`);
  });

  it('leaves out the year that is known', () => {
    expect(dayTexts('en', 2026)('2026-12-24')).toBe('Thu, December 24');
    expect(dayTexts('en', 2027)('2026-12-24')).toBe('Thu, December 24, 2026');
  });
});

describe('keys in the calendar', () => {
  it.each([
    ['ArrowLeft', '2026-01-01', '2025-12-31'],
    ['ArrowRight', '2026-02-28', '2026-03-01'],
    ['ArrowUp', '2026-03-03', '2026-02-24'],
    ['ArrowDown', '2026-12-28', '2027-01-04'],
    ['Home', '2026-11-26', '2026-11-23'],
    ['End', '2026-11-26', '2026-11-29'],
    ['PageUp', '2026-03-31', '2026-02-28'],
    ['PageDown', '2026-12-15', '2027-01-15'],
    ['Tab', '2026-12-15', null],
    ['ArrowRight', '2199-12-31', null],
    ['ArrowLeft', '1900-01-01', null],
  ])('%s from %s', (key, from, to) => {
    expect(dayAfterKey(from, key)).toBe(to);
  });

  it('a year from a leap day lead to its February', () => {
    expect(inMonth('2028-02-29', 12)).toBe('2029-02-28');
    expect(inMonth('2028-02-29', -12)).toBe('2027-02-28');
  });
});

describe('lists without names', () => {
  const a = { kind: 'holiday', date: '2026-01-01', name: 'A', spans: [1, { x: 2 }] };
  const same = { name: 'A', spans: [1, { x: 2 }], date: '2026-01-01', kind: 'holiday' };
  const b = { ...a, spans: [1, { x: 3 }] };
  it('find one by what it says, in any order of keys', () => {
    expect(has([a], same)).toBe(true);
    expect(has([a], b)).toBe(false);
    expect(has<object>([a], { ...a, more: undefined })).toBe(false);
  });
  it('lose it once and get it back in its place', () => {
    expect(without([a, b, same], [same])).toEqual([b, same]);
    expect(without([a], [b])).toEqual([a]);
    expect(withBack([b], 0, a)).toEqual([a, b]);
  });
});

describe('a weekly time beside others of its kind', () => {
  const START = dayNumber('2026-01-01');
  const span = fc
    .integer({ min: 0, max: 5 })
    .map((slot): Span => ({ startMinute: slot * 240, endMinute: slot * 240 + 120 }));
  const window = fc
    .record({
      kind: fc.constantFrom('care', 'break', 'on-call'),
      from: fc.integer({ min: 0, max: 30 }),
      length: fc.option(fc.integer({ min: 1, max: 30 })),
      days: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }).filter((days) => days.includes(true)),
      span,
    })
    .map(
      ({ kind, from, length, days, span: one }): WindowsVersion => ({
        kind,
        validFrom: dateOfDay(START + from),
        ...(length !== null && { validUntil: dateOfDay(START + from + length) }),
        pattern: { kind: 'weekly', days: days.map((on) => (on ? [one] : [])) },
      }),
    );

  const spansOn = (windows: readonly WindowsVersion[], kind: WindowsVersion['kind'], day: number): Set<string> => {
    const date = dateOfDay(day);
    const holding = windows.filter(
      (one) => one.kind === kind && one.validFrom <= date && (one.validUntil === undefined || date < one.validUntil),
    );
    return new Set(
      holding.flatMap(({ pattern }) => (pattern.days[weekdayOfDay(day) - 1] ?? []).map((one) => JSON.stringify(one))),
    );
  };

  it('means on every day what each of them means, and passes the check', () => {
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 6 }), (all) => {
        const windows = all.reduce<readonly WindowsVersion[]>(addWindow, []);
        expect(checkEmployment({ ...JOB, windows })).toBeNull();
        for (const kind of ['care', 'break', 'on-call'] as const) {
          for (let day = START - 1; day < START + 75; day += 1) {
            expect(spansOn(windows, kind, day)).toEqual(spansOn(all, kind, day));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not mix duty that is paid with duty that is not', () => {
    const days: readonly (readonly Span[])[] = Array.from({ length: 7 }, () => [{ startMinute: 0, endMinute: 60 }]);
    const duty: WindowsVersion = {
      kind: 'on-call',
      validFrom: '2026-01-01',
      pay: 'paid',
      pattern: { kind: 'weekly', days },
    };
    const windows = addWindow([duty], { ...duty, pay: 'unpaid' });
    expect(checkEmployment({ ...JOB, windows })?.code).toBe('hours.versions-overlap');
    const early = { ...duty, validUntil: '2026-02-01' };
    const late: WindowsVersion = { ...duty, validFrom: '2026-02-01', pay: 'unpaid' };
    expect(addWindow([early], late)).toEqual([early, late]);
    expect(addWindow([late], early)).toEqual([early, late]);
  });
});
