import type { ManualChannel, ManualReport } from '../../utils/core/contact/manual.ts';
import { parseMinute } from '../../utils/core/hours/clock-text.ts';
import { fail, ok, type Result } from '../../utils/core/result.ts';
import { addDays } from '../../utils/core/time/calendar.ts';
import { HOUR_MS, type Instant, type LocalDate, type ZoneName } from '../../utils/core/time/instant.ts';
import { instantOf, isLocalDate } from '../../utils/core/time/zones.ts';
import { type ChosenFiles, marksOf } from './chosen-files.ts';

/** What stands in the form, as typed. */
export interface ManualForm {
  readonly channel: ManualChannel;
  readonly when: 'now' | 'earlier';
  readonly date: LocalDate;
  readonly time: string;
  /** Empty: it had no length. */
  readonly end: string;
  readonly employment: string;
  readonly who: string;
  readonly words: string;
  readonly files: ChosenFiles;
}

/** Without the id, which whoever sends it makes. */
export type TypedReport = Omit<ManualReport, 'id'>;

/** A call that ends before it began ended after midnight; one of more than this is a typing mistake. */
const LONGEST_MS = 12 * HOUR_MS;

/**
 * What the form says, with times as the wall clock of `zone` shows them. Code: `manual.time`, of the fields `when` and
 * `end`; whether the times make sense is judged where they are logged.
 */
export function typedReport(form: ManualForm, zone: ZoneName, anyway: boolean): Result<TypedReport> {
  const { channel, employment, who, words, files } = form;
  const rest = { channel, employment, who: who.trim(), words: words.trim(), files: marksOf(files), anyway };
  if (form.when === 'now') return ok({ ...rest, when: null, end: null });
  const minute = parseMinute(form.time.trim());
  if (!isLocalDate(form.date) || minute === null) return fail('manual.time', 'when');
  const when = instantOf(form.date, minute, zone);
  if (form.end.trim() === '') return ok({ ...rest, when, end: null });
  const endMinute = parseMinute(form.end.trim());
  if (endMinute === null) return fail('manual.time', 'end');
  return ok({ ...rest, when, end: endAfter(form.date, endMinute, when, zone) });
}

function endAfter(date: LocalDate, minute: number, when: Instant, zone: ZoneName): Instant {
  const sameDay = instantOf(date, minute, zone);
  const nextDay = instantOf(addDays(date, 1), minute, zone);
  return sameDay < when && nextDay - when <= LONGEST_MS ? nextDay : sameDay;
}
