import type { PrivateParts } from '../../utils/core/log/private-parts.ts';
import type { Problem } from '../../utils/core/result.ts';
import { makeVisible } from '../../utils/core/text/visible.ts';
import { useText } from '../text-context.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FieldError } from '../ui/notice.tsx';
import type { EraseForm } from './erase-form.ts';

interface EraseFieldsProps {
  readonly form: EraseForm;
  readonly parts: PrivateParts;
  readonly problem: Problem | null;
  readonly appName: (id: string) => string;
  readonly onChange: (part: Partial<EraseForm>) => void;
}

const KINDS = ['sender', 'app', 'before', 'entry'] as const;
const NAME_LENGTH = 60;

export function EraseFields({ form, parts, problem, appName, onChange }: EraseFieldsProps) {
  const t = useText();
  const { senders, apps } = parts;
  const shown = (text: string): string => makeVisible(text, NAME_LENGTH);
  const error = problem === null ? null : t.problem(problem);
  const own = problem?.field === 'before' || problem?.field === 'line' ? error : null;
  return (
    <>
      <RadioGroup
        legend={t('data.by')}
        value={form.by}
        options={KINDS.map((value) => ({ value, label: t(`data.by.${value}`) }))}
        onChange={(by) => onChange({ by })}
      />
      {form.by === 'sender' && (
        <SelectField
          label={t('data.sender')}
          hint={t('data.sender-hint')}
          value={form.sender}
          options={senders.map(({ app, who, name, count }, index) => ({
            value: `${index}`,
            label: `${shown(name ?? who)} · ${shown(appName(app))} · ${count}`,
          }))}
          onChange={(sender) => onChange({ sender })}
        />
      )}
      {form.by === 'app' && (
        <SelectField
          label={t('log.app')}
          value={form.app}
          options={apps.map((id) => ({ value: id, label: shown(appName(id)) }))}
          onChange={(app) => onChange({ app })}
        />
      )}
      {form.by === 'before' && (
        <TextField
          label={t('data.before')}
          type="date"
          value={form.before}
          error={own}
          onInput={(before) => onChange({ before })}
        />
      )}
      {form.by === 'entry' && (
        <TextField
          label={t('data.line')}
          hint={t('data.line-hint')}
          value={form.line}
          maxLength={9}
          error={own}
          onInput={(line) => onChange({ line })}
        />
      )}
      {error !== null && own === null && <FieldError>{error}</FieldError>}
    </>
  );
}
