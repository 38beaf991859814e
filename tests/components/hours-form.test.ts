import { describe, expect, it } from 'vitest';
import { employmentOf, formOf, inOrder, PRESETS, placeOf } from '../../components/hours/hours-form.ts';
import { checkEmployment } from '../../utils/core/hours/check.ts';
import { JOB } from './samples.ts';

const form = formOf(JOB, '2026-01-01');

describe('the hours form', () => {
  it('gives back what it was made of', () => {
    expect(employmentOf(form, JOB)).toEqual({ ok: true, value: JOB });
  });

  it('reads an end before the start as the next day', () => {
    const result = employmentOf({ ...form, days: PRESETS.nights }, JOB);
    const first = result.ok ? result.value.hours.at(-1)?.pattern.days[0] : undefined;
    expect(first).toEqual([{ startMinute: 22 * 60, endMinute: 30 * 60 }]);
  });

  it('writes such a night back as the clock shows it', () => {
    const nights = employmentOf({ ...form, days: PRESETS.nights }, JOB);
    expect(nights.ok && formOf(nights.value, '').days[0]).toEqual([{ start: '22:00', end: '06:00' }]);
  });

  it.each(['', '9', '24:01', '9.30'])('names the span in which “%s” is no time', (end) => {
    const days = form.days.map((day, index) => (index === 2 ? [...day, { start: '18:00', end }] : day));
    expect(employmentOf({ ...form, days }, JOB)).toMatchObject({
      ok: false,
      problem: { code: 'hours.time', field: 'days[2][1]' },
    });
  });

  it('ends earlier hours where new ones begin, and keeps them', () => {
    const result = employmentOf({ ...form, validFrom: '2026-06-01', days: PRESETS.mornings }, JOB);
    expect(result.ok && result.value.hours.map(({ validFrom, validUntil }) => [validFrom, validUntil])).toEqual([
      ['2026-01-05', '2026-06-01'],
      ['2026-06-01', undefined],
    ]);
    expect(result.ok && checkEmployment(result.value)).toBeNull();
  });

  it('replaces hours that begin on the same day or later', () => {
    const result = employmentOf({ ...form, validFrom: '2025-12-01' }, JOB);
    expect(result.ok && result.value.hours).toHaveLength(1);
  });

  it('never touches overrides', () => {
    const exceptions = [{ kind: 'off-now', from: 1, until: 2, reason: '' }] as const;
    const result = employmentOf(form, { ...JOB, exceptions });
    expect(result.ok && result.value.exceptions).toBe(exceptions);
  });

  it('leaves spans as typed for the check, and puts them in order afterwards', () => {
    const days = [
      [
        { start: '14:00', end: '18:00' },
        { start: '08:00', end: '12:00' },
      ],
      [],
      [],
      [],
      [],
      [],
      [],
    ];
    const result = employmentOf({ ...form, days }, JOB);
    const starts = (employment: typeof JOB) => employment.hours[0]?.pattern.days[0]?.map((span) => span.startMinute);
    expect(result.ok && starts(result.value)).toEqual([840, 480]);
    expect(result.ok && starts(inOrder(result.value))).toEqual([480, 840]);
  });
});

describe('the place of a problem', () => {
  it.each([
    ['employments[0].hours[1].pattern.days[3][1].endMinute', { day: 3, span: 1 }],
    ['hours[0].pattern.days[6]', { day: 6, span: null }],
    ['employments[0].label', 'label'],
    ['zone', 'zone'],
    ['hours[0].validFrom', 'validFrom'],
    ['hours', 'form'],
  ])('%s', (field, place) => {
    expect(placeOf(field)).toEqual(place);
  });
});
