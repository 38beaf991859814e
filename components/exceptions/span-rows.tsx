import { useId } from 'preact/hooks';
import { MAX_SPANS_PER_DAY } from '../../utils/core/hours/limits.ts';
import type { Shift } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import { MINUTES_PER_DAY } from '../../utils/core/time/instant.ts';
import { type SpanText, spanOf } from '../hours/span-text.ts';
import { TimeInput } from '../hours/time-input.tsx';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { FieldError } from '../ui/notice.tsx';
import { placeOf } from './exception-form.ts';
import styles from './form.module.css';

interface SpanRowsProps {
  readonly spans: readonly SpanText[];
  readonly mode: Shift['mode'];
  readonly problem: Problem | null;
  readonly onChange: (spans: readonly SpanText[]) => void;
}

/** The hours of one day. None at all, instead of the usual ones, is a day off. */
export function SpanRows({ spans, mode, problem, onChange }: SpanRowsProps) {
  const t = useText();
  const id = useId();
  const place = problem === null ? null : placeOf(problem.field);
  const wrong = typeof place === 'object' ? place : null;
  const error = wrong !== null && problem !== null ? t.problem(problem) : null;
  return (
    <fieldset>
      <legend class={styles.legend}>{t('exceptions.hours')}</legend>
      <div class={styles.spans}>
        {spans.length === 0 && mode === 'instead' && <p class={styles.soft}>{t('exceptions.free-day')}</p>}
        {spans.map((span, index) => (
          <SpanRow
            key={index}
            span={span}
            number={index + 1}
            describedBy={wrong !== null && (wrong.span ?? index) === index ? `${id}-error` : null}
            onChange={(changed) => onChange(spans.map((old, i) => (i === index ? changed : old)))}
            onRemove={() => onChange(spans.filter((_, i) => i !== index))}
          />
        ))}
        {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
        {spans.length < MAX_SPANS_PER_DAY && (
          <div>
            <Button onClick={() => onChange([...spans, { start: '', end: '' }])}>{t('exceptions.add-hours')}</Button>
          </div>
        )}
      </div>
    </fieldset>
  );
}

interface SpanRowProps {
  readonly span: SpanText;
  readonly number: number;
  /** The error of this span, if it has one. */
  readonly describedBy: string | null;
  readonly onChange: (span: SpanText) => void;
  readonly onRemove: () => void;
}

function SpanRow({ span, number, describedBy, onChange, onRemove }: SpanRowProps) {
  const t = useText();
  const error = describedBy === null ? {} : { wrong: true, describedBy };
  return (
    <div class={styles.span}>
      <TimeInput
        {...error}
        label={t('exceptions.start', { number })}
        value={span.start}
        onInput={(start) => onChange({ ...span, start })}
      />
      <span aria-hidden="true">–</span>
      <TimeInput
        {...error}
        label={t('exceptions.end', { number })}
        value={span.end}
        onInput={(end) => onChange({ ...span, end })}
      />
      {(spanOf(span)?.endMinute ?? 0) > MINUTES_PER_DAY && <span class={styles.soft}>{t('hours.next-day')}</span>}
      <Button look="quiet" label={t('exceptions.remove-hours', { number })} onClick={onRemove}>
        {t('exceptions.remove')}
      </Button>
    </div>
  );
}
