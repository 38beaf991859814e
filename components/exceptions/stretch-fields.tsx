import { useId } from 'preact/hooks';
import { MAX_REASON_LENGTH } from '../../utils/core/hours/limits.ts';
import type { OnCallPay } from '../../utils/core/hours/types.ts';
import type { LocalDate, ZoneName } from '../../utils/core/time/instant.ts';
import { TimeInput } from '../hours/time-input.tsx';
import { readableZone } from '../hours/zone-names.ts';
import { useText } from '../text-context.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { inputClass, TextField } from '../ui/field.tsx';
import { FieldError } from '../ui/notice.tsx';
import { type FieldsProps, withFirst } from './exception-form.ts';
import styles from './form.module.css';
import { PrivateHint } from './private-hint.tsx';

export const PAYS = ['paid', 'unpaid', 'unclear'] as const satisfies readonly OnCallPay[];

/** From a moment to a moment: overtime, on call, a care pause, a break. */
export function StretchFields({ form, change, errorAt, zone }: FieldsProps & { readonly zone: ZoneName }) {
  const t = useText();
  return (
    <>
      <Moment
        legend={t('exceptions.from')}
        date={form.first}
        clock={form.start}
        error={errorAt('first')}
        onDate={(first) => change(withFirst(form, first))}
        onClock={(start) => change({ start })}
      />
      <Moment
        legend={t('exceptions.to')}
        date={form.last}
        clock={form.end}
        error={errorAt('last')}
        onDate={(last) => change({ last })}
        onClock={(end) => change({ end })}
      />
      <p class={styles.soft}>{t('exceptions.zone', { zone: readableZone(zone) })}</p>
      {form.kind === 'on-call' && <PayChoice pay={form.pay} onChange={(pay) => change({ pay })} />}
      {form.kind === 'overtime' && (
        <TextField
          label={t('exceptions.reason')}
          value={form.reason}
          maxLength={MAX_REASON_LENGTH}
          onInput={(reason) => change({ reason })}
          error={errorAt('reason')}
        />
      )}
      {form.kind === 'care' && <PrivateHint of="care" />}
    </>
  );
}

export function PayChoice({ pay, onChange }: { readonly pay: OnCallPay; readonly onChange: (pay: OnCallPay) => void }) {
  const t = useText();
  return (
    <RadioGroup
      row
      legend={t('exceptions.pay')}
      value={pay}
      options={PAYS.map((value) => ({ value, label: t(`exceptions.pay.${value}`) }))}
      onChange={onChange}
    />
  );
}

interface MomentProps {
  readonly legend: string;
  readonly date: LocalDate;
  readonly clock: string;
  readonly error: string | null;
  readonly onDate: (date: LocalDate) => void;
  readonly onClock: (clock: string) => void;
}

function Moment({ legend, date, clock, error, onDate, onClock }: MomentProps) {
  const t = useText();
  const id = useId();
  const wrong = error !== null;
  const describedBy = wrong ? `${id}-error` : undefined;
  return (
    <fieldset>
      <legend class={styles.legend}>{legend}</legend>
      <div class={styles.moment}>
        <input
          type="date"
          class={`${inputClass} ${styles.date}`}
          aria-label={t('exceptions.day-of', { what: legend })}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={describedBy}
          value={date}
          onInput={(event) => onDate(event.currentTarget.value)}
        />
        <TimeInput
          label={t('exceptions.time-of', { what: legend })}
          value={clock}
          wrong={wrong}
          describedBy={describedBy}
          onInput={onClock}
        />
      </div>
      {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
