import { useState } from 'preact/hooks';
import type { Employment, Weekday, WindowsVersion } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import { weekdayName } from '../../utils/core/text/dates.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import { TimeInput } from '../hours/time-input.tsx';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FieldError } from '../ui/notice.tsx';
import { Checkbox } from './checkbox.tsx';
import styles from './form.module.css';
import { PrivateHint } from './private-hint.tsx';
import { Sheet } from './sheet.tsx';
import { PayChoice } from './stretch-fields.tsx';
import {
  newWindowForm,
  WINDOW_KINDS,
  type WindowForm,
  type WindowPlace,
  windowOf,
  windowPlaceOf,
} from './window-form.ts';

export interface WindowSheetProps {
  readonly employment: Employment;
  readonly today: LocalDate;
  readonly onAdd: (window: WindowsVersion) => Promise<Problem | null>;
  readonly onClose: () => void;
}

/** Care, breaks and on-call duty that return every week. */
export function WindowSheet({ employment, today, onAdd, onClose }: WindowSheetProps) {
  const t = useText();
  const [form, setForm] = useState(() => newWindowForm(today));
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = (part: Partial<WindowForm>): void => {
    setForm({ ...form, ...part });
    setProblem(null);
  };
  const errorAt = (place: WindowPlace): string | null =>
    problem !== null && windowPlaceOf(problem.field) === place ? t.problem(problem) : null;

  const save = async (): Promise<void> => {
    const made = windowOf(form, employment);
    const refused = made.ok ? await onAdd(made.value) : made.problem;
    setProblem(refused);
    if (refused === null) onClose();
  };

  return (
    <Sheet title={t('exceptions.windows-add')} onClose={onClose}>
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <SelectField
          label={t('exceptions.what')}
          value={form.kind}
          options={WINDOW_KINDS.map((value) => ({ value, label: t(`exceptions.window-kind.${value}`) }))}
          onChange={(kind) => change({ kind: kind as WindowForm['kind'] })}
        />
        {form.kind === 'care' && <PrivateHint of="care" />}
        <fieldset>
          <legend class={styles.legend}>{t('exceptions.weekdays')}</legend>
          <div class={styles.checks}>
            {form.days.map((checked, day) => (
              <Checkbox
                key={day}
                checked={checked}
                onChange={(on) => change({ days: form.days.map((old, i) => (i === day ? on : old)) })}
              >
                {weekdayName(t.language, (day + 1) as Weekday)}
              </Checkbox>
            ))}
          </div>
          {errorAt('days') !== null && <FieldError>{errorAt('days')}</FieldError>}
        </fieldset>
        <fieldset>
          <legend class={styles.legend}>{t('exceptions.hours')}</legend>
          <div class={styles.span}>
            <TimeInput
              label={t('exceptions.start', { number: 1 })}
              value={form.span.start}
              wrong={errorAt('span') !== null}
              onInput={(start) => change({ span: { ...form.span, start } })}
            />
            <span aria-hidden="true">–</span>
            <TimeInput
              label={t('exceptions.end', { number: 1 })}
              value={form.span.end}
              wrong={errorAt('span') !== null}
              onInput={(end) => change({ span: { ...form.span, end } })}
            />
          </div>
          {errorAt('span') !== null && <FieldError>{errorAt('span')}</FieldError>}
        </fieldset>
        <div class={styles.pair}>
          <TextField
            label={t('exceptions.window-first')}
            type="date"
            value={form.first}
            onInput={(first) => change({ first })}
            error={errorAt('first')}
          />
          <TextField
            label={t('exceptions.window-last-optional')}
            type="date"
            value={form.last}
            onInput={(last) => change({ last })}
            error={errorAt('last')}
          />
        </div>
        {form.kind === 'on-call' && <PayChoice pay={form.pay} onChange={(pay) => change({ pay })} />}
        {errorAt('form') !== null && <FieldError>{errorAt('form')}</FieldError>}
        <ButtonRow>
          <Button look="main" type="submit">
            {t('exceptions.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </ButtonRow>
      </form>
    </Sheet>
  );
}
