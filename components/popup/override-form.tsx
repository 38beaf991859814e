import { useState } from 'preact/hooks';
import { MAX_REASON_LENGTH } from '../../utils/core/hours/limits.ts';
import type { HoursOverride } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { TextField } from '../ui/field.tsx';
import { FieldError } from '../ui/notice.tsx';
import styles from './override-form.module.css';
import type { OverridePanelProps } from './override-panel.tsx';
import { type OverrideLength, overrideUntil, suggestedClock } from './override-until.ts';

const LENGTHS = ['half-hour', 'hour', 'until'] as const;

export interface OverrideFormProps extends Pick<OverridePanelProps, 'now' | 'zone' | 'onStart'> {
  readonly kind: HoursOverride['kind'];
  readonly onDone: () => void;
}

export function OverrideForm({ kind, now, zone, onStart, onDone }: OverrideFormProps) {
  const t = useText();
  const [length, setLength] = useState<OverrideLength>('half-hour');
  const [clock, setClock] = useState(() => suggestedClock(now, zone));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);

  const start = async (): Promise<void> => {
    const until = overrideUntil(length, clock, now, zone);
    if (until === null) return setProblem({ code: 'override.time', field: 'until' });
    const refused = await onStart(kind, until, reason.trim());
    setProblem(refused);
    if (refused === null) onDone();
  };

  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <RadioGroup
        legend={t('override.how-long')}
        value={length}
        options={LENGTHS.map((value) => ({ value, label: t(`override.length.${value}`) }))}
        onChange={setLength}
        row
      />
      {length === 'until' && (
        <TextField
          label={t('override.until-label')}
          value={clock}
          onInput={setClock}
          maxLength={5}
          error={problem?.field === 'until' ? t.problem(problem) : null}
        />
      )}
      <TextField label={t('override.reason')} value={reason} onInput={setReason} maxLength={MAX_REASON_LENGTH} />
      {problem && !(problem.field === 'until' && length === 'until') && <FieldError>{t.problem(problem)}</FieldError>}
      <ButtonRow>
        <Button look="main" type="submit">
          {t('override.confirm')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}
