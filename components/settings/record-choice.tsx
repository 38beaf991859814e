import type { RecordLevel } from '../../utils/core/settings/types.ts';
import { useText } from '../text-context.tsx';
import { RadioGroup, Switch } from '../ui/choice.tsx';

const SENDERS = ['none', 'alias', 'name'] as const;

interface RecordChoiceProps {
  readonly value: RecordLevel;
  readonly onChange: (record: RecordLevel) => void;
}

/** What of a contact's content is kept beside app and time: one step each, all of them the person's own. */
export function RecordChoice({ value, onChange }: RecordChoiceProps) {
  const t = useText();
  const senders = SENDERS.map((sender) => ({
    value: sender,
    label: t(`record.sender.${sender}`),
    hint: t(`record.sender-hint.${sender}`),
  }));
  return (
    <>
      <RadioGroup
        legend={t('record.sender')}
        value={value.sender}
        options={senders}
        onChange={(sender) => onChange({ ...value, sender })}
      />
      <Switch checked={value.title} onChange={(title) => onChange({ ...value, title })} hint={t('record.title-hint')}>
        {t('record.title')}
      </Switch>
      <Switch checked={value.text} onChange={(text) => onChange({ ...value, text })} hint={t('record.text-hint')}>
        {t('record.text')}
      </Switch>
    </>
  );
}
