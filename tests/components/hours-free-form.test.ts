import { describe, expect, it } from 'vitest';
import { flexiblePlaceOf, withDay } from '../../components/hours/free-form.ts';
import { blockSentence, flexibleSentence, usualDays } from '../../components/hours/free-words.ts';
import { employmentOf, formOf, type HoursForm, placeOf } from '../../components/hours/hours-form.ts';
import { seasonSentence } from '../../components/hours/season-words.ts';
import portuguese from '../../public/text/pt-BR.json' with { type: 'json' };
import type { Employment, FlexibleDay, HoursPattern } from '../../utils/core/hours/types.ts';
import { makeText } from '../../utils/core/text/text.ts';
import { JOB } from './samples.ts';
import { t } from './screen.tsx';

const span = (start: number, end: number) => ({ startMinute: start * 60, endMinute: end * 60 });
const LONG: FlexibleDay = { frame: span(7, 19), core: span(10, 15), usualStartMinute: 540, quotaMinutes: 480 };
const NIGHT: FlexibleDay = { frame: span(20, 30), core: null, usualStartMinute: 1_260, quotaMinutes: 450 };
const FLEXIBLE: HoursPattern = { kind: 'flexible', days: [LONG, LONG, null, LONG, NIGHT, null, null] };
const BLOCK: HoursPattern = { kind: 'block', blockMinutes: 720, usualEndMinute: 1_260, daysOff: [7, 6] };

const jobOf = (pattern: HoursPattern): Employment => ({ ...JOB, hours: [{ validFrom: '2026-01-05', pattern }] });
const formWith = (pattern: HoursPattern): HoursForm => formOf(jobOf(pattern), '2026-01-01');
const read = (form: HoursForm) => employmentOf(form, JOB);
const refusal = (form: HoursForm) => {
  const made = read(form);
  return made.ok ? null : [made.problem.code, made.problem.field];
};

describe('hours that are not fixed, in the form', () => {
  it.each([
    ['block', BLOCK],
    ['block', { kind: 'block', blockMinutes: 1, usualEndMinute: 0, daysOff: [] }],
    ['flexible', FLEXIBLE],
    [
      'flexible',
      {
        kind: 'flexible',
        days: [
          null,
          null,
          null,
          null,
          null,
          null,
          { ...LONG, frame: span(0, 24), quotaMinutes: 1_440, usualStartMinute: 0 },
        ],
      },
    ],
  ] as const)('give back what they were made of: %s', (_, pattern) => {
    expect(read(formWith(pattern))).toEqual({ ok: true, value: jobOf(pattern) });
  });

  it('put days that are alike together', () => {
    expect(formWith(FLEXIBLE).flexible.map(({ days }) => days)).toEqual([[1, 2, 4], [5]]);
  });

  it('read midnight as the end of the day before', () => {
    const form = formWith(BLOCK);
    const made = read({ ...form, block: { ...form.block, usualEnd: '24:00' } });
    expect(made.ok && made.value.hours[0]?.pattern).toMatchObject({ usualEndMinute: 0 });
  });

  it.each([
    [{ rest: '12' }, 'hours.rest-length', 'blockMinutes'],
    [{ usualEnd: '' }, 'hours.time', 'usualEndMinute'],
  ])('name the field in which %j cannot be read', (part, code, field) => {
    const form = formWith(BLOCK);
    expect(refusal({ ...form, block: { ...form.block, ...part } })).toEqual([code, field]);
  });

  it.each([
    [{ frame: { start: '7', end: '19:00' } }, 'hours.time', 'frame', 'frame'],
    [{ core: { start: '10:00', end: '' } }, 'hours.time', 'core', 'core'],
    [{ usualStart: 'early' }, 'hours.time', 'usualStartMinute', 'usualStart'],
    [{ length: '8' }, 'hours.quota-length', 'quotaMinutes', 'length'],
  ])('name the day and the field in which %j cannot be read', (part, code, field, place) => {
    const form = formWith(FLEXIBLE);
    const flexible = form.flexible.map((group, index) => (index === 1 ? { ...group, ...part } : group));
    expect(refusal({ ...form, flexible })).toEqual([code, `days[4].${field}`]);
    expect(flexiblePlaceOf(flexible, `hours[0].pattern.days[4].${field}`)).toEqual({ index: 1, part: place });
  });

  it('have a day in one group, or off', () => {
    const groups = formWith(FLEXIBLE).flexible;
    expect(withDay(groups, 1, 2).map(({ days }) => days)).toEqual([
      [1, 4],
      [2, 5],
    ]);
    expect(withDay(groups, 0, 3).map(({ days }) => days)).toEqual([[1, 2, 3, 4], [5]]);
    expect(withDay(groups, 0, 2).map(({ days }) => days)).toEqual([[1, 4], [5]]);
  });
});

describe('what follows from them', () => {
  const { block, flexible } = formWith(BLOCK);
  const [group] = flexible;
  if (group === undefined) throw new Error('no group');

  it('is said in one sentence', () => {
    expect(blockSentence(t, block)).toBe(
      'On a usual day you can be reached from 09:00 to 21:00. If you work later, the rest begins when you stop.',
    );
    expect(flexibleSentence(t, group)).toBe(
      'Your day counts from when you say that you work, or from 09:00, for 8 hours; from 10:00 to 15:00 it is always work.',
    );
    const half = { ...group, core: { start: '', end: ' ' }, length: '7:30' };
    expect(flexibleSentence(makeText(portuguese, 'pt-BR'), half)).toBe(
      'Sua jornada conta desde que você indica que trabalha, ou desde as 09:00, durante 7,5 horas.',
    );
  });

  it('is not said while it makes no sense', () => {
    expect(blockSentence(t, { ...block, rest: '24:00' })).toBeNull();
    expect(blockSentence(t, { ...block, usualEnd: '9' })).toBeNull();
    expect(flexibleSentence(t, { ...group, length: '3:00' })).toBeNull();
    expect(flexibleSentence(t, { ...group, usualStart: '' })).toBeNull();
  });

  it('is drawn by its usual times, and empty while it makes no sense', () => {
    const form = formWith(FLEXIBLE);
    expect(usualDays(form)).toEqual([
      ...[0, 1].map(() => [{ start: '09:00', end: '17:00' }]),
      [],
      [{ start: '09:00', end: '17:00' }],
      [{ start: '21:00', end: '04:30' }],
      [],
      [],
    ]);
    expect(usualDays({ ...formWith(BLOCK), block: { ...block, rest: '' } })).toEqual([[], [], [], [], [], [], []]);
    expect(usualDays(formOf(JOB, ''))).toBeNull();
  });

  it('is told of a part of the year', () => {
    const year = { first: '07-01', last: '08-31' };
    expect(seasonSentence(t, { ...formWith(BLOCK), ...year })).toBe('July 1 to August 31: no fixed hours');
    expect(seasonSentence(t, { ...formWith(FLEXIBLE), ...year })).toBe(
      'July 1 to August 31: flexible within Mon, Tue, Thu 07:00–19:00; Fri 20:00–06:00',
    );
  });
});

describe('the place of a problem with them', () => {
  it.each([
    ['employments[0].hours[1].pattern.blockMinutes', 'blockMinutes'],
    ['pattern.usualEndMinute', 'usualEndMinute'],
    ['pattern.daysOff', 'daysOff'],
    ['pattern.daysOff[2]', 'daysOff'],
    ['pattern.days[4].core', { day: 4, span: null }],
  ])('%s', (field, place) => {
    expect(placeOf(field)).toEqual(place);
  });
});
