import { checkException } from '../../utils/core/hours/check-exception.ts';
import { parseMinute } from '../../utils/core/hours/clock-text.ts';
import type { Employment, Leave, OnCallPay, Shift, Span } from '../../utils/core/hours/types.ts';
import { zoneAt } from '../../utils/core/hours/zone-moves.ts';
import { fail, ok, type Problem, type Result } from '../../utils/core/result.ts';
import { isLocalDate } from '../../utils/core/time/dates.ts';
import type { Instant, LocalDate } from '../../utils/core/time/instant.ts';
import { instantOf } from '../../utils/core/time/zones.ts';
import { type SpanText, spanOf } from '../hours/span-text.ts';
import { dayAfter, type PlannedException } from './days-of.ts';

export const FORM_KINDS = ['leave', 'holiday', 'shift', 'overtime', 'on-call', 'care', 'break'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** What the person typed, for all kinds at once: whoever chooses another kind loses nothing. */
export interface ExceptionForm {
  readonly kind: FormKind;
  /** The day itself, the first day away, or the day on which a stretch begins. */
  readonly first: LocalDate;
  /** The last day away, or the day on which a stretch ends. */
  readonly last: LocalDate;
  readonly start: string;
  readonly end: string;
  readonly leave: Leave['leave'];
  readonly name: string;
  readonly mode: Shift['mode'];
  readonly spans: readonly SpanText[];
  readonly reason: string;
  readonly pay: OnCallPay;
}

export const newForm = (date: LocalDate): ExceptionForm => ({
  kind: 'leave',
  first: date,
  last: date,
  start: '18:00',
  end: '20:00',
  leave: 'annual',
  name: '',
  mode: 'instead',
  spans: [{ start: '09:00', end: '13:00' }],
  reason: '',
  pay: 'unclear',
});

/** The last day goes along where it would lie before the first, or was the same. */
export const withFirst = (form: ExceptionForm, first: LocalDate): ExceptionForm => ({
  ...form,
  first,
  last: form.last === form.first || form.last < first ? first : form.last,
});

/** The exception, checked. A problem's field names the place in the form: see {@link placeOf}. */
export function exceptionOf(
  form: ExceptionForm,
  employment: Pick<Employment, 'zone' | 'moves'>,
): Result<PlannedException> {
  const read = readException(form, employment);
  if (!read.ok) return read;
  const problem = checkException(read.value, 'exception');
  return problem === null ? read : { ok: false, problem };
}

function readException(form: ExceptionForm, clock: Pick<Employment, 'zone' | 'moves'>): Result<PlannedException> {
  const { kind, first } = form;
  switch (kind) {
    case 'leave':
      return readLeave(form);
    case 'holiday':
      return ok({ kind, date: first, name: form.name.trim() });
    case 'shift':
      return readShift(form);
    default: {
      const from = readMoment(first, form.start, clock, 'from');
      if (!from.ok) return from;
      const until = readMoment(form.last, form.end, clock, 'until');
      if (!until.ok) return until;
      const stretch = { from: from.value, until: until.value };
      if (kind === 'overtime') return ok({ kind, ...stretch, reason: form.reason.trim() });
      return ok(kind === 'on-call' ? { kind, ...stretch, pay: form.pay } : { kind, ...stretch });
    }
  }
}

function readLeave({ first, last, leave }: ExceptionForm): Result<Leave> {
  for (const [field, date] of [
    ['from', first],
    ['until', last],
  ] as const) {
    if (!isLocalDate(date)) return fail('hours.date-invalid', field, { date });
  }
  if (last < first) return fail('hours.last-before-first', 'until');
  return ok({ kind: 'leave', from: first, until: dayAfter(last), leave });
}

function readShift({ first, mode, spans: texts }: ExceptionForm): Result<Shift> {
  const spans: Span[] = [];
  for (const [index, text] of texts.entries()) {
    const span = spanOf(text);
    if (span === null) return fail('hours.time', `spans[${index}]`);
    spans.push(span);
  }
  if (mode === 'extra' && spans.length === 0) return fail('hours.extra-empty', 'spans');
  return ok({ kind: 'shift', date: first, mode, spans });
}

function readMoment(
  date: LocalDate,
  clock: string,
  job: Pick<Employment, 'zone' | 'moves'>,
  field: string,
): Result<Instant> {
  if (!isLocalDate(date)) return fail('hours.date-invalid', field, { date });
  const minute = parseMinute(clock.trim());
  if (minute === null) return fail('hours.time', field);
  return ok(instantOf(date, minute, zoneAt(job, instantOf(date, minute, job.zone))));
}

/** Spans in the order of the clock, as the person will read them. Only after the check, which names spans as typed. */
export const inOrder = (exception: PlannedException): PlannedException =>
  exception.kind === 'shift'
    ? { ...exception, spans: exception.spans.toSorted((a, b) => a.startMinute - b.startMinute) }
    : exception;

export type FormPlace = 'first' | 'last' | 'name' | 'reason' | { readonly span: number | null } | 'form';

/** Where a problem belongs in the form, whoever found it: `from`, `exception.until`, `employments[0].exceptions[7].name`. */
export function placeOf(field: string): FormPlace {
  const span = /\bspans(?:\[(\d+)\])?/.exec(field);
  if (span !== null) return { span: span[1] === undefined ? null : Number(span[1]) };
  switch (field.split('.').at(-1)) {
    case 'from':
    case 'date':
      return 'first';
    case 'until':
      return 'last';
    case 'name':
      return 'name';
    case 'reason':
      return 'reason';
    default:
      return 'form';
  }
}

/** What a kind of fields needs: the form, how to change it, and what is wrong at a place. */
export interface FieldsProps {
  readonly form: ExceptionForm;
  readonly change: (part: Partial<ExceptionForm>) => void;
  readonly errorAt: (place: FormPlace) => string | null;
  readonly problem: Problem | null;
}
