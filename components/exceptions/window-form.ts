import { checkEmployment, checkWindow } from '../../utils/core/hours/check.ts';
import type { Employment, OnCallPay, Span, WindowsVersion } from '../../utils/core/hours/types.ts';
import { fail, ok, type Result } from '../../utils/core/result.ts';
import { isLocalDate } from '../../utils/core/time/dates.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import { type SpanText, spanOf } from '../hours/span-text.ts';
import { dayAfter } from './days-of.ts';
import { addWindow } from './windows.ts';

export const WINDOW_KINDS = ['care', 'break', 'on-call'] as const satisfies readonly WindowsVersion['kind'][];

/** What the person typed. */
export interface WindowForm {
  readonly kind: WindowsVersion['kind'];
  /** Seven, from Monday. */
  readonly days: readonly boolean[];
  readonly span: SpanText;
  readonly first: LocalDate;
  /** The last day; empty when none is known. */
  readonly last: string;
  readonly pay: OnCallPay;
}

export const newWindowForm = (today: LocalDate): WindowForm => ({
  kind: 'care',
  days: [true, true, true, true, true, false, false],
  span: { start: '16:00', end: '17:00' },
  first: today,
  last: '',
  pay: 'unclear',
});

/** The window, checked among those that the employment has. A problem's field: see {@link windowPlaceOf}. */
export function windowOf(form: WindowForm, employment: Employment): Result<WindowsVersion> {
  const read = readWindow(form);
  if (!read.ok) return read;
  const windows = addWindow(employment.windows ?? [], read.value);
  const problem = checkWindow(read.value, 'windows') ?? checkEmployment({ ...employment, windows });
  return problem === null ? read : { ok: false, problem };
}

function readWindow({ kind, days, span: text, first, last, pay }: WindowForm): Result<WindowsVersion> {
  const span = spanOf(text);
  if (span === null) return fail('hours.time', 'pattern.span');
  if (!isLocalDate(first)) return fail('hours.date-invalid', 'validFrom', { date: first });
  if (last !== '' && !isLocalDate(last)) return fail('hours.date-invalid', 'validUntil', { date: last });
  if (last !== '' && last < first) return fail('hours.last-before-first', 'validUntil');
  if (!days.includes(true)) return fail('hours.window-empty', 'pattern');
  return ok({
    kind,
    validFrom: first,
    ...(last !== '' && { validUntil: dayAfter(last) }),
    pattern: { kind: 'weekly', days: days.map((chosen): readonly Span[] => (chosen ? [span] : [])) },
    ...(kind === 'on-call' && { pay }),
  });
}

export type WindowPlace = 'days' | 'span' | 'first' | 'last' | 'form';

export function windowPlaceOf(field: string): WindowPlace {
  if (/\bpattern\.(?:span|days\[\d+\])/.test(field)) return 'span';
  const last = field.split('.').at(-1);
  if (last === 'pattern') return 'days';
  if (last === 'validFrom') return 'first';
  return last === 'validUntil' ? 'last' : 'form';
}
