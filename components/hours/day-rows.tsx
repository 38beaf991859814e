import { useState } from 'preact/hooks';
import { formatMinute } from '../../utils/core/hours/clock-text.ts';
import type { Problem } from '../../utils/core/result.ts';
import { MINUTES_PER_DAY } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { FieldError } from '../ui/notice.tsx';
import styles from './day-rows.module.css';
import { placeOf } from './hours-form.ts';
import type { PatternForm } from './pattern-form.ts';
import { type SpanText, spanOf } from './span-text.ts';
import { TimeInput } from './time-input.tsx';

interface DayRowsProps {
  readonly days: PatternForm['days'];
  readonly names: readonly string[];
  readonly onChange: (days: PatternForm['days']) => void;
  readonly problem: Problem | null;
}

const NEW_SPAN: SpanText = { start: '09:00', end: '17:00' };

/** One row per day of the pattern, each with any number of spans; a day can be copied onto others. */
export function DayRows({ days, names, onChange, problem }: DayRowsProps) {
  const [copied, setCopied] = useState<number | null>(null);
  const setDay = (day: number, spans: readonly SpanText[]): void =>
    onChange(days.map((old, index) => (index === day ? spans : old)));
  return (
    <div class={styles.days}>
      {days.map((spans, day) => (
        <DayRow
          key={day}
          name={names[day] ?? ''}
          spans={spans}
          copied={copied === day}
          copiedName={copied === null ? null : (names[copied] ?? '')}
          problem={problem !== null && dayOf(problem) === day ? problem : null}
          onSpans={(changed) => setDay(day, changed)}
          onCopy={() => setCopied(copied === day ? null : day)}
          onPaste={() => copied !== null && setDay(day, days[copied] ?? [])}
        />
      ))}
    </div>
  );
}

interface DayRowProps {
  readonly name: string;
  readonly spans: readonly SpanText[];
  /** Is it the one that is being copied, and which one is? */
  readonly copied: boolean;
  readonly copiedName: string | null;
  readonly problem: Problem | null;
  readonly onSpans: (spans: readonly SpanText[]) => void;
  readonly onCopy: () => void;
  readonly onPaste: () => void;
}

function DayRow({ name, spans, copied, copiedName, problem, onSpans, onCopy, onPaste }: DayRowProps) {
  const t = useText();
  const replace = (index: number, span: SpanText): void => onSpans(spans.map((old, i) => (i === index ? span : old)));
  return (
    <fieldset class={styles.day}>
      <legend class="unseen">{name}</legend>
      <span class={styles.name} aria-hidden="true">
        {name}
      </span>
      <div class={styles.spans}>
        {spans.length === 0 && <span class={styles.soft}>{t('hours.day-off')}</span>}
        {spans.map((span, index) => (
          <SpanFields
            key={index}
            span={span}
            wrong={isWrong(problem, index)}
            onChange={(changed) => replace(index, changed)}
            onRemove={() => onSpans(spans.filter((_, i) => i !== index))}
            dayName={name}
          />
        ))}
        {problem !== null && <FieldError>{t.problem(problem)}</FieldError>}
      </div>
      <div class={styles.actions}>
        <Button
          look="quiet"
          label={t('hours.add-span-on', { day: name })}
          onClick={() => onSpans([...spans, nextSpan(spans)])}
        >
          {t('hours.add-span')}
        </Button>
        {copiedName === null || copied ? (
          <Button look="quiet" label={t('hours.copy-day', { day: name })} expanded={copied} onClick={onCopy}>
            {copied ? t('hours.copy-done') : t('hours.copy')}
          </Button>
        ) : (
          <Button look="quiet" label={t('hours.paste-day', { from: copiedName, day: name })} onClick={onPaste}>
            {t('hours.paste')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface SpanFieldsProps {
  readonly span: SpanText;
  readonly wrong: boolean;
  readonly dayName: string;
  readonly onChange: (span: SpanText) => void;
  readonly onRemove: () => void;
}

function SpanFields({ span, wrong, dayName: day, onChange, onRemove }: SpanFieldsProps) {
  const t = useText();
  const endMinute = spanOf(span)?.endMinute ?? 0;
  return (
    <div class={styles.span}>
      <TimeInput
        label={t('hours.start-on', { day })}
        value={span.start}
        wrong={wrong}
        onInput={(start) => onChange({ ...span, start })}
      />
      <span aria-hidden="true">–</span>
      <TimeInput
        label={t('hours.end-on', { day })}
        value={span.end}
        wrong={wrong}
        onInput={(end) => onChange({ ...span, end })}
      />
      {endMinute > MINUTES_PER_DAY && <span class={styles.soft}>{t('hours.next-day')}</span>}
      <Button look="icon" label={t('hours.remove-span', { day, start: span.start, end: span.end })} onClick={onRemove}>
        <svg
          width="14"
          height="14"
          viewBox="0 0 14 14"
          aria-hidden="true"
          stroke="currentColor"
          stroke-width="1.6"
          stroke-linecap="round"
        >
          <path d="M2.5 2.5 11.5 11.5M11.5 2.5 2.5 11.5" />
        </svg>
      </Button>
    </div>
  );
}

function dayOf(problem: Problem): number | null {
  const place = placeOf(problem.field);
  return typeof place === 'object' ? place.day : null;
}

/** Is this the span that the problem names? A problem of the whole day marks them all. */
function isWrong(problem: Problem | null, index: number): boolean {
  const place = problem === null ? null : placeOf(problem.field);
  return place !== null && typeof place === 'object' && (place.span ?? index) === index;
}

/** A second span begins an hour after the first one ends. */
function nextSpan(spans: readonly SpanText[]): SpanText {
  const last = spans.at(-1);
  const lastEnd = last === undefined ? null : spanOf(last);
  if (lastEnd === null || lastEnd.endMinute + 120 > MINUTES_PER_DAY)
    return last === undefined ? NEW_SPAN : { start: '', end: '' };
  const end = Math.min(lastEnd.endMinute + 300, MINUTES_PER_DAY);
  return { start: formatMinute(lastEnd.endMinute + 60), end: formatMinute(end) };
}
