import { describe, expect, it } from 'vitest';
import { employmentOf, formOf, inOrder } from '../../components/hours/hours-form.ts';
import { newSeason, type SeasonForm, seasonPlaceOf } from '../../components/hours/season-form.ts';
import { seasonProblem, seasonSentence } from '../../components/hours/season-words.ts';
import portuguese from '../../public/text/pt-BR.json' with { type: 'json' };
import { checkEmployment } from '../../utils/core/hours/check.ts';
import type { Employment, HoursPattern, Season } from '../../utils/core/hours/types.ts';
import { verdictAt } from '../../utils/core/hours/verdict.ts';
import { makeText } from '../../utils/core/text/text.ts';
import { at, JOB } from './samples.ts';
import { t } from './screen.tsx';

const MORNING = [{ startMinute: 8 * 60, endMinute: 15 * 60 }];
const SHORT: HoursPattern = {
  kind: 'weekly',
  days: [MORNING, MORNING, MORNING, MORNING, MORNING, [], []],
};
const SUMMER: Season = { from: '07-01', until: '09-01', pattern: SHORT };
const WINTER: Season = { from: '12-15', until: '01-01', pattern: SHORT };

const withSeasons = (...seasons: readonly Season[]): Employment => ({
  ...JOB,
  hours: JOB.hours.map((version) => ({ ...version, seasons })),
});
const form = formOf(withSeasons(SUMMER, WINTER), '2026-01-01');
const [summer, winter] = form.seasons as readonly [SeasonForm, SeasonForm];
const read = (...seasons: readonly SeasonForm[]) => employmentOf({ ...form, seasons }, JOB);

describe('parts of the year in the form', () => {
  it('give back what they were made of, by their last day', () => {
    expect([summer.first, summer.last]).toEqual(['07-01', '08-31']);
    expect([winter.first, winter.last]).toEqual(['12-15', '12-31']);
    expect(employmentOf(form, JOB)).toEqual({ ok: true, value: withSeasons(SUMMER, WINTER) });
  });

  it.each(['02-28', '02-29', '12-31', '01-01', '07-01'])('keep a last day of %s', (last) => {
    const made = read({ ...summer, last });
    expect(made.ok && formOf(made.value, '').seasons[0]?.last).toBe(last);
  });

  it('hold on their first and on their last day and on no other', () => {
    const made = read(summer);
    const job = made.ok ? made.value : JOB;
    const kinds = (clock: string) =>
      ['2026-06-30', '2026-07-01', '2026-08-31', '2026-09-01'].map((date) => verdictAt(job, at(date, clock)).kind);
    expect(kinds('08:30')).toEqual(['off', 'working', 'working', 'off']);
    expect(kinds('16:00')).toEqual(['working', 'off', 'off', 'working']);
  });

  it('leave no empty list behind when the last one is removed', () => {
    expect(employmentOf({ ...form, seasons: [] }, withSeasons(SUMMER))).toEqual({ ok: true, value: JOB });
  });

  it('begin with the usual hours', () => {
    const made = read(newSeason(form));
    expect(made.ok && made.value.hours[0]?.seasons).toEqual([
      { from: '07-01', until: '09-01', pattern: JOB.hours[0]?.pattern },
    ]);
  });

  it('are put in the order of the year, and their spans in that of the clock, after the check', () => {
    const evening = [{ start: '18:00', end: '20:00' }, ...(summer.days[0] ?? [])];
    const made = read(winter, { ...summer, days: [evening, ...summer.days.slice(1)] });
    const [first, second] = (made.ok ? inOrder(made.value).hours[0]?.seasons : undefined) ?? [];
    expect([first?.from, second?.from]).toEqual(['07-01', '12-15']);
    expect(first?.pattern).toMatchObject({
      days: [[{ startMinute: 480 }, { startMinute: 1_080 }], {}, {}, {}, {}, {}, {}],
    });
  });

  it.each<[string, Partial<SeasonForm>, string, string]>([
    ['no day of the year', { first: '06-31' }, 'hours.season-day', 'first'],
    ['no day of the year', { last: '02-30' }, 'hours.season-day', 'last'],
    ['the whole year', { last: '06-30' }, 'hours.season-whole-year', 'last'],
    ['no time', { days: [[], [{ start: '9', end: '' }]] }, 'hours.time', 'days[1][0]'],
  ])('are refused at their place: %s', (_, part, code, field) => {
    const result = read(winter, { ...summer, ...part });
    expect(result).toMatchObject({ ok: false, problem: { code, field: `seasons[1].${field}` } });
    expect(!result.ok && seasonPlaceOf(result.problem)).toMatchObject({ index: 1, problem: { field } });
  });

  it('that overlap are named in words, at the later one', () => {
    const made = read(summer, { ...winter, first: '08-15' });
    const problem = made.ok ? checkEmployment(made.value) : null;
    if (problem === null) throw new Error('no problem');
    expect(seasonPlaceOf(problem)).toMatchObject({ index: 1, problem: { field: 'from' } });
    expect(seasonProblem(t, problem)).toBe('The seasons from July 1 and from August 15 overlap: change one of them.');
  });

  it('a problem elsewhere is about none of them', () => {
    expect(seasonPlaceOf({ code: 'hours.no-spans', field: 'hours' })).toBeNull();
    expect(seasonPlaceOf({ code: 'hours.too-many-seasons', field: 'hours[0].seasons' })).toBeNull();
  });
});

describe('a part of the year in one sentence', () => {
  it.each<[string, Partial<SeasonForm>]>([
    ['July 1 to August 31: Mon–Fri 08:00–15:00', {}],
    ['July 1 to August 31: no hours', { days: summer.days.map(() => []) }],
    ['July 1 to August 31: a rotation of 7 days', { repeat: 'rotating' }],
    ['July 1 to August 31: no hours', { days: [[{ start: '9', end: '' }], [], [], [], [], [], []] }],
    ['02-31 to August 31: Mon–Fri 08:00–15:00', { first: '02-31' }],
  ])('%s', (sentence, part) => {
    expect(seasonSentence(t, { ...summer, ...part })).toBe(sentence);
  });

  it('in the language of the person', () => {
    expect(seasonSentence(makeText(portuguese, 'pt-BR'), summer)).toBe(
      '1 de julho a 31 de agosto: seg–sex 08:00–15:00',
    );
  });
});

describe('hours of a kind that is not edited here', () => {
  const block: HoursPattern = { kind: 'block', blockMinutes: 720, usualEndMinute: 1_080, daysOff: [7] };
  const job: Employment = { ...JOB, hours: [{ validFrom: '2026-01-05', pattern: block }] };

  it('stay as they are when something else is changed', () => {
    const made = employmentOf({ ...formOf(job, '2026-01-01'), label: 'Help desk' }, job);
    expect(made).toEqual({ ok: true, value: { ...job, label: 'Help desk' } });
    expect(made.ok && inOrder(made.value)).toEqual({ ...job, label: 'Help desk' });
  });

  it('give way to others that the person chooses', () => {
    const made = employmentOf({ ...formOf(job, '2026-01-01'), repeat: 'weekly', days: form.days }, job);
    expect(made.ok && made.value.hours[0]?.pattern).toEqual(JOB.hours[0]?.pattern);
  });
});
