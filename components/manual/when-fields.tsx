import type { Problem } from '../../utils/core/result.ts';
import { useText } from '../text-context.tsx';
import { TextField } from '../ui/field.tsx';
import { FieldError } from '../ui/notice.tsx';
import styles from './manual.module.css';
import type { ManualForm } from './manual-form.ts';

interface WhenFieldsProps {
  readonly form: Pick<ManualForm, 'date' | 'time' | 'end'>;
  readonly problem: Problem | null;
  readonly onChange: (part: Partial<ManualForm>) => void;
}

/** Day and time as the person remembers them, and until when it lasted. */
export function WhenFields({ form, problem, onChange }: WhenFieldsProps) {
  const t = useText();
  return (
    <div class={styles.group}>
      <div class={styles.pair}>
        <TextField label={t('manual.date')} type="date" value={form.date} onInput={(date) => onChange({ date })} />
        <TextField label={t('manual.time')} value={form.time} maxLength={5} onInput={(time) => onChange({ time })} />
        <TextField
          label={t('manual.end')}
          value={form.end}
          maxLength={5}
          error={problem?.field === 'end' ? t.problem(problem) : null}
          onInput={(end) => onChange({ end })}
        />
      </div>
      {problem?.field === 'when' && <FieldError>{t.problem(problem)}</FieldError>}
    </div>
  );
}
