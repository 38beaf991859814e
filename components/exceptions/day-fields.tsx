import { MAX_NAME_LENGTH } from '../../utils/core/hours/limits.ts';
import type { Leave } from '../../utils/core/hours/types.ts';
import { useText } from '../text-context.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { type FieldsProps, withFirst } from './exception-form.ts';
import styles from './form.module.css';
import { PrivateHint } from './private-hint.tsx';
import { SpanRows } from './span-rows.tsx';

const LEAVES = ['annual', 'sick', 'parental', 'other'] as const satisfies readonly Leave['leave'][];

/** Whole days: leave, a holiday, other hours on a day. */
export function DayFields(props: FieldsProps) {
  const { form } = props;
  if (form.kind === 'leave') return <LeaveFields {...props} />;
  return (
    <>
      <FirstDay {...props} />
      {form.kind === 'holiday' ? <HolidayName {...props} /> : <ShiftFields {...props} />}
    </>
  );
}

function FirstDay({ form, change, errorAt }: FieldsProps) {
  const t = useText();
  return (
    <TextField
      label={t(form.kind === 'leave' ? 'exceptions.first-day' : 'exceptions.the-day')}
      type="date"
      value={form.first}
      onInput={(first) => change(withFirst(form, first))}
      error={errorAt('first')}
    />
  );
}

function LeaveFields(props: FieldsProps) {
  const t = useText();
  const { form, change, errorAt } = props;
  return (
    <>
      <div class={styles.pair}>
        <FirstDay {...props} />
        <TextField
          label={t('exceptions.last-day')}
          type="date"
          value={form.last}
          onInput={(last) => change({ last })}
          error={errorAt('last')}
        />
      </div>
      <SelectField
        label={t('exceptions.leave')}
        value={form.leave}
        options={LEAVES.map((value) => ({ value, label: t(`exceptions.leave.${value}`) }))}
        onChange={(leave) => change({ leave: leave as Leave['leave'] })}
      />
      <PrivateHint of="leave" />
    </>
  );
}

function HolidayName({ form, change, errorAt }: FieldsProps) {
  const t = useText();
  return (
    <TextField
      label={t('exceptions.name')}
      value={form.name}
      maxLength={MAX_NAME_LENGTH}
      onInput={(name) => change({ name })}
      error={errorAt('name')}
    />
  );
}

function ShiftFields({ form, change, problem }: FieldsProps) {
  const t = useText();
  return (
    <>
      <RadioGroup
        row
        legend={t('exceptions.mode')}
        value={form.mode}
        options={[
          { value: 'instead', label: t('exceptions.mode.instead') },
          { value: 'extra', label: t('exceptions.mode.extra') },
        ]}
        onChange={(mode) => change({ mode })}
      />
      <SpanRows spans={form.spans} mode={form.mode} problem={problem} onChange={(spans) => change({ spans })} />
    </>
  );
}
