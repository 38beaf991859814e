import type { Problem } from '../../utils/core/result.ts';
import { useText } from '../text-context.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { TextField } from '../ui/field.tsx';
import { FieldError } from '../ui/notice.tsx';
import { type RestForm, type RestPlace, restPlaceOf } from './rest-form.ts';
import { RestMomentField } from './rest-moment-field.tsx';
import styles from './rests.module.css';
import { ShortField } from './short-field.tsx';

interface RestFieldsProps {
  readonly form: RestForm;
  readonly problem: Problem | null;
  readonly onChange: (part: Partial<RestForm>) => void;
}

/** What laws and agreements write, unless a file says otherwise. */
const USUAL_WITHIN = 24;

export function RestFields({ form, problem, onChange }: RestFieldsProps) {
  const t = useText();
  const errorAt = (place: RestPlace): string | null =>
    problem !== null && restPlaceOf(problem.field) === place ? t.problem(problem) : null;
  const within = form.within ?? USUAL_WITHIN;
  return (
    <>
      <ShortField
        label={t('rests.daily')}
        hint={t('rests.empty-hint')}
        value={form.daily}
        error={errorAt('daily')}
        onInput={(daily) => onChange({ daily })}
      />
      <RadioGroup
        legend={t('rests.daily-where')}
        value={form.within === null ? 'any' : 'within'}
        options={[
          { value: 'any', label: t('rests.daily-where.any') },
          { value: 'within', label: t('rests.daily-where.within', { within }) },
        ]}
        onChange={(where) => onChange({ within: where === 'any' ? null : within })}
      />
      <RadioGroup
        legend={t('rests.weekly')}
        value={form.weekly}
        options={(['none', 'hours', 'window'] as const).map((kind) => ({
          value: kind,
          label: t(`rests.weekly.${kind}`),
        }))}
        onChange={(weekly) => onChange({ weekly })}
      />
      {form.weekly === 'hours' && (
        <ShortField
          label={t('rests.weekly-hours')}
          value={form.weeklyHours}
          error={errorAt('weeklyHours')}
          onInput={(weeklyHours) => onChange({ weeklyHours })}
        />
      )}
      {form.weekly === 'window' && (
        <div class={styles.window}>
          <RestMomentField
            legend={t('rests.weekly-from')}
            value={form.from}
            error={errorAt('from')}
            onChange={(from) => onChange({ from })}
          />
          <RestMomentField
            legend={t('rests.weekly-to')}
            value={form.to}
            error={errorAt('to')}
            onChange={(to) => onChange({ to })}
          />
        </div>
      )}
      <ShortField
        label={t('rests.cap')}
        hint={t('rests.empty-hint')}
        value={form.cap}
        error={errorAt('cap')}
        onInput={(cap) => onChange({ cap })}
      />
      <TextField
        label={t('hours.valid-from')}
        hint={t('rests.valid-from-hint')}
        type="date"
        value={form.validFrom}
        onInput={(validFrom) => onChange({ validFrom })}
        error={errorAt('validFrom')}
      />
      {errorAt('form') && <FieldError>{errorAt('form')}</FieldError>}
    </>
  );
}
