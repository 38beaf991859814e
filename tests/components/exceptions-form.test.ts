import { describe, expect, it } from 'vitest';
import type { PlannedException } from '../../components/exceptions/days-of.ts';
import {
  type ExceptionForm,
  exceptionOf,
  inOrder,
  newForm,
  placeOf,
  withFirst,
} from '../../components/exceptions/exception-form.ts';
import { newWindowForm, windowOf, windowPlaceOf } from '../../components/exceptions/window-form.ts';
import { checkException } from '../../utils/core/hours/check-exception.ts';
import { verdictAt } from '../../utils/core/hours/verdict.ts';
import { at, JOB } from './samples.ts';

const read = (part: Partial<ExceptionForm>) => exceptionOf({ ...newForm('2026-12-21'), ...part }, JOB);
const made = (part: Partial<ExceptionForm>): PlannedException => {
  const result = read(part);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

describe('what is typed becomes', () => {
  it('leave up to the first day back, for people think of the last day away', () => {
    const leave = made({ kind: 'leave', last: '2027-01-03', leave: 'parental' });
    expect(leave).toEqual({ kind: 'leave', from: '2026-12-21', until: '2027-01-04', leave: 'parental' });
    const job = { ...JOB, exceptions: [leave] };
    expect(verdictAt(job, at('2027-01-01', '10:00')).reason).toBe('leave');
    expect(verdictAt(job, at('2027-01-04', '10:00')).kind).toBe('working');
  });

  it('a holiday with its name', () => {
    expect(made({ kind: 'holiday', name: ' Fair ' })).toEqual({ kind: 'holiday', date: '2026-12-21', name: 'Fair' });
  });

  it('other hours on a day, by the clock, and a day off when there are none', () => {
    const spans = [
      { start: '22:00', end: '06:00' },
      { start: '9:00', end: '13:00' },
    ];
    expect(inOrder(made({ kind: 'shift', mode: 'extra', spans }))).toEqual({
      kind: 'shift',
      date: '2026-12-21',
      mode: 'extra',
      spans: [
        { startMinute: 540, endMinute: 780 },
        { startMinute: 1320, endMinute: 1800 },
      ],
    });
    expect(made({ kind: 'shift', spans: [] })).toMatchObject({ mode: 'instead', spans: [] });
  });

  it.each([
    ['overtime', { reason: ' Year end ' }, { reason: 'Year end' }],
    ['on-call', { pay: 'unpaid' }, { pay: 'unpaid' }],
    ['care', {}, {}],
    ['break', {}, {}],
  ] as const)('%s between two moments by the clock of the job', (kind, part, kept) => {
    const exception = made({ kind, last: '2026-12-22', start: '20:00', end: '08:00', ...part });
    expect(exception).toEqual({ kind, from: at('2026-12-21', '20:00'), until: at('2026-12-22', '08:00'), ...kept });
    expect(checkException(exception, '')).toBeNull();
  });

  it('a moment by the clock that the hours follow on that day, not by the first one', () => {
    const moved = { ...JOB, moves: [{ from: at('2026-12-01', '00:00'), zone: 'Europe/Madrid' }] };
    const stretch = exceptionOf({ ...newForm('2026-12-21'), kind: 'care' }, moved);
    expect(stretch).toMatchObject({ ok: true, value: { from: Date.UTC(2026, 11, 21, 17) } });
  });
});

describe('what cannot be is refused at its field', () => {
  const endless = { spans: [{ start: '09:00', end: '9.30' }] };
  const twice = [
    { start: '09:00', end: '13:00' },
    { start: '12:00', end: '14:00' },
  ];
  it.each<[Partial<ExceptionForm>, string, ReturnType<typeof placeOf>]>([
    [{ first: '' }, 'hours.date-invalid', 'first'],
    [{ last: '2026-02-30' }, 'hours.date-invalid', 'last'],
    [{ last: '2026-12-20' }, 'hours.last-before-first', 'last'],
    [{ last: '2036-12-20' }, 'hours.leave-too-long', 'last'],
    [{ kind: 'holiday', first: '' }, 'hours.date-invalid', 'first'],
    [{ kind: 'holiday', name: ' ' }, 'hours.name-empty', 'name'],
    [{ kind: 'holiday', name: 'x'.repeat(121) }, 'hours.name-too-long', 'name'],
    [{ kind: 'shift', first: '2026-13-01' }, 'hours.date-invalid', 'first'],
    [{ kind: 'shift', ...endless }, 'hours.time', { span: 0 }],
    [{ kind: 'shift', spans: twice }, 'hours.overlap', { span: 1 }],
    [{ kind: 'shift', mode: 'extra', spans: [] }, 'hours.extra-empty', { span: null }],
    [{ kind: 'overtime', first: '' }, 'hours.date-invalid', 'first'],
    [{ kind: 'overtime', start: '25:00' }, 'hours.time', 'first'],
    [{ kind: 'overtime', end: '' }, 'hours.time', 'last'],
    [{ kind: 'overtime', start: '20:00', end: '08:00' }, 'hours.override-empty', 'last'],
    [{ kind: 'overtime', last: '2026-12-23' }, 'hours.override-too-long', 'last'],
    [{ kind: 'overtime', reason: 'x'.repeat(201) }, 'hours.reason-too-long', 'reason'],
    [{ kind: 'on-call', last: '2027-01-02' }, 'hours.override-too-long', 'last'],
    [{ kind: 'care', last: '' }, 'hours.date-invalid', 'last'],
    [{ kind: 'break', last: '2026-12-23' }, 'hours.override-too-long', 'last'],
  ])('%o', (part, code, place) => {
    const result = read(part);
    expect(result).toMatchObject({ ok: false, problem: { code } });
    expect(!result.ok && placeOf(result.problem.field)).toEqual(place);
  });

  it('also where the background says so', () => {
    expect(placeOf('employments[0].exceptions[7].until')).toBe('last');
    expect(placeOf('employments[0].exceptions')).toBe('form');
  });
});

describe('the last day', () => {
  const form = newForm('2026-12-21');
  it('goes along with the first while they are the same', () => {
    expect(withFirst(form, '2026-12-10').last).toBe('2026-12-10');
  });
  it('stays once it is another, unless it would come first', () => {
    expect(withFirst({ ...form, last: '2026-12-24' }, '2026-12-22').last).toBe('2026-12-24');
    expect(withFirst({ ...form, last: '2026-12-24' }, '2026-12-30').last).toBe('2026-12-30');
  });
});

describe('a weekly time', () => {
  const form = newWindowForm('2026-11-26');
  it('ends after its last day, and has a pay only on call', () => {
    expect(windowOf({ ...form, last: '2026-12-31' }, JOB)).toMatchObject({
      ok: true,
      value: { kind: 'care', validFrom: '2026-11-26', validUntil: '2027-01-01' },
    });
    expect(windowOf(form, JOB)).not.toHaveProperty('value.pay');
    expect(windowOf({ ...form, kind: 'on-call' }, JOB)).toMatchObject({ ok: true, value: { pay: 'unclear' } });
  });

  const care = windowOf(form, JOB);
  const job = { ...JOB, windows: care.ok ? [care.value] : [] };
  it.each([
    [{ days: form.days.map(() => false) }, 'hours.window-empty', 'days'],
    [{ span: { start: '16:00', end: 'late' } }, 'hours.time', 'span'],
    [{ span: { start: '16:30', end: '18:00' } }, 'hours.overlap', 'span'],
    [{ first: '' }, 'hours.date-invalid', 'first'],
    [{ last: '2026-11-25' }, 'hours.last-before-first', 'last'],
    [{ last: '2026-02-30' }, 'hours.date-invalid', 'last'],
  ] as const)('is refused at its field: %o', (part, code, place) => {
    const result = windowOf({ ...form, ...part }, job);
    expect(result).toMatchObject({ ok: false, problem: { code } });
    expect(!result.ok && windowPlaceOf(result.problem.field)).toBe(place);
  });
});
