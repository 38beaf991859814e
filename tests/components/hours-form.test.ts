import { describe, expect, it } from 'vitest';
import { employmentOf, formOf, inOrder, placeOf } from '../../components/hours/hours-form.ts';
import { minuteAt, paint, repaint, spanBetween } from '../../components/hours/paint.ts';
import { hasSpans, ofLength } from '../../components/hours/pattern-form.ts';
import { PRESETS } from '../../components/hours/presets.ts';
import { checkEmployment } from '../../utils/core/hours/check.ts';
import type { Employment, Span } from '../../utils/core/hours/types.ts';
import { JOB } from './samples.ts';

const form = formOf(JOB, '2026-01-01');

/** Of the last version of the hours. */
const daysOf = ({ hours }: Employment): readonly (readonly Span[])[] => {
  const pattern = hours.at(-1)?.pattern;
  return pattern !== undefined && hasSpans(pattern) ? pattern.days : [];
};

describe('the hours form', () => {
  it('gives back what it was made of', () => {
    expect(employmentOf(form, JOB)).toEqual({ ok: true, value: JOB });
  });

  it('reads an end before the start as the next day', () => {
    const result = employmentOf({ ...form, ...PRESETS.nights }, JOB);
    const first = result.ok ? daysOf(result.value)[0] : undefined;
    expect(first).toEqual([{ startMinute: 22 * 60, endMinute: 30 * 60 }]);
  });

  it('writes such a night back as the clock shows it', () => {
    const nights = employmentOf({ ...form, ...PRESETS.nights }, JOB);
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
    const result = employmentOf({ ...form, validFrom: '2026-06-01', ...PRESETS.mornings }, JOB);
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
    const starts = (employment: typeof JOB) => daysOf(employment)[0]?.map((span) => span.startMinute);
    expect(result.ok && starts(result.value)).toEqual([840, 480]);
    expect(result.ok && starts(inOrder(result.value))).toEqual([480, 840]);
  });
});

describe('a rotation', () => {
  const rotating = { ...form, ...PRESETS.shifts, anchor: '2026-11-24' };

  it('is saved with its first day, and gives back what it was made of', () => {
    const result = employmentOf(rotating, JOB);
    expect(result.ok && result.value.hours.at(-1)?.pattern).toMatchObject({
      kind: 'rotating',
      anchor: '2026-11-24',
      days: [[{ startMinute: 7 * 60, endMinute: 19 * 60 }], [{ startMinute: 19 * 60, endMinute: 31 * 60 }], [], []],
    });
    expect(result.ok && checkEmployment(result.value)).toBeNull();
    expect(result.ok && formOf(result.value, '')).toEqual(rotating);
  });

  it('grows by free days and shrinks from the end', () => {
    expect(ofLength(rotating.days, 6)).toEqual([...rotating.days, [], []]);
    expect(ofLength(rotating.days, 1)).toEqual(rotating.days.slice(0, 1));
  });
});

describe('drawing on a day', () => {
  const day = [
    { start: '08:00', end: '12:00' },
    { start: '14:00', end: '18:00' },
  ];

  it.each([
    [0, 0],
    [0.5, 720],
    [0.376, 540],
    [-1, 0],
    [2, 1_440],
  ])('a pointer at %d of the width is minute %d', (share, minute) => {
    expect(minuteAt(share)).toBe(minute);
  });

  it('takes its two ends in any order, and is never empty', () => {
    expect(spanBetween(900, 600)).toEqual({ startMinute: 600, endMinute: 900 });
    expect(spanBetween(600, 600)).toEqual({ startMinute: 600, endMinute: 615 });
    expect(spanBetween(1_440, 1_440)).toEqual({ startMinute: 1_425, endMinute: 1_440 });
  });

  it('adds hours, and joins them with what they touch', () => {
    const evening = paint([day], 0, { startMinute: 1_140, endMinute: 1_200 });
    expect(evening).toEqual([[...day, { start: '19:00', end: '20:00' }]]);
    const joined = paint([day], 0, { startMinute: 720, endMinute: 840 });
    expect(joined).toEqual([[{ start: '08:00', end: '18:00' }]]);
  });

  it('moves an edge, keeps the other spans, other days and what is no time', () => {
    const half = [...day, { start: '2', end: '' }];
    expect(repaint([half, day], 0, 1, { startMinute: 840, endMinute: 1_020 })).toEqual([
      [
        { start: '2', end: '' },
        { start: '08:00', end: '12:00' },
        { start: '14:00', end: '17:00' },
      ],
      day,
    ]);
  });
});

describe('the place of a problem', () => {
  it.each([
    ['employments[0].hours[1].pattern.days[3][1].endMinute', { day: 3, span: 1 }],
    ['hours[0].pattern.days[6]', { day: 6, span: null }],
    ['employments[0].label', 'label'],
    ['zone', 'zone'],
    ['hours[0].validFrom', 'validFrom'],
    ['hours[0].pattern.anchor', 'anchor'],
    ['hours', 'form'],
  ])('%s', (field, place) => {
    expect(placeOf(field)).toEqual(place);
  });
});
