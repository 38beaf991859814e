import { checkPattern } from '../../utils/core/hours/check-pattern.ts';
import { formatMinute } from '../../utils/core/hours/clock-text.ts';
import { patternDayOn } from '../../utils/core/hours/pattern-days.ts';
import type { HoursPattern, Span } from '../../utils/core/hours/types.ts';
import { ok, type Result } from '../../utils/core/result.ts';
import { lengthText } from '../../utils/core/text/dates.ts';
import type { Text } from '../../utils/core/text/text.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import { weekText } from '../exceptions/window-sentences.ts';
import { type BlockForm, blockOf, type FlexibleGroup, flexibleDayOf, flexibleOf, WEEKDAYS } from './free-form.ts';
import type { PatternForm } from './pattern-form.ts';
import { textOfSpan } from './span-text.ts';

/** What follows from no fixed hours; null while they make no sense. */
export function blockSentence(t: Text, form: BlockForm): string | null {
  const pattern = sound(blockOf(form, ''));
  const span = pattern === null ? undefined : usualSpans(pattern).find((spans) => spans.length > 0)?.[0];
  if (span === undefined) return null;
  const { start, end } = textOfSpan(span);
  return t('hours.block-says', { start, end });
}

/** What follows for days of one group, whether any day is in it or not; null while they make no sense. */
export function flexibleSentence(t: Text, group: FlexibleGroup): string | null {
  const read = flexibleDayOf(group, '');
  if (
    !read.ok ||
    sound(ok({ kind: 'flexible', days: WEEKDAYS.map((day) => (day === 1 ? read.value : null)) })) === null
  )
    return null;
  const { core, usualStartMinute, quotaMinutes } = read.value;
  const words = { usual: formatMinute(usualStartMinute), length: lengthText(t.language, quotaMinutes) };
  if (core === null) return t('hours.flexible-says', words);
  return t('hours.flexible-says-core', { ...words, ...textOfSpan(core) });
}

/** `Mon–Fri 07:00–19:00`: the frames as typed. */
export function flexibleWeekText(language: string, groups: readonly FlexibleGroup[]): string {
  const texts = WEEKDAYS.map((day) => groups.find(({ days }) => days.includes(day))?.frame);
  return weekText(
    language,
    texts.map((frame) => (frame === undefined ? '' : `${frame.start}–${frame.end}`)),
  );
}

/** Where nothing is said, on seven days; empty while the hours make no sense, null for hours that are fixed. */
export function usualDays({ repeat, block, flexible }: PatternForm): PatternForm['days'] | null {
  if (repeat !== 'block' && repeat !== 'flexible') return null;
  const pattern = sound<HoursPattern>(repeat === 'block' ? blockOf(block, '') : flexibleOf(flexible, ''));
  return pattern === null ? WEEKDAYS.map(() => []) : usualSpans(pattern).map((spans) => spans.map(textOfSpan));
}

const sound = <P extends HoursPattern>(read: Result<P>): P | null =>
  read.ok && checkPattern(read.value, '') === null ? read.value : null;

/** Some week, from its Monday. */
const SOME_WEEK: readonly LocalDate[] = WEEKDAYS.map((day) => `2024-01-0${day}`);

const usualSpans = (pattern: HoursPattern): readonly (readonly Span[])[] =>
  SOME_WEEK.map((date) => patternDayOn({ pattern }, date).spans);
