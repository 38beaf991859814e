import { RETENTIONS, type Retention } from '../../utils/core/settings/types.ts';
import type { SaveSettings } from '../settings/edit.ts';
import { useText } from '../text-context.tsx';
import { SelectField } from '../ui/field.tsx';

interface RetentionChoiceProps {
  readonly value: Retention | undefined;
  readonly save: SaveSettings;
}

/** When to be reminded of old entries; what becomes of them is the person's to say. */
export function RetentionChoice({ value, save }: RetentionChoiceProps) {
  const t = useText();
  const choose = (chosen: string): void => {
    const retention = RETENTIONS.find((months) => `${months}` === chosen);
    void save(({ retention: _before, ...rest }) => (retention === undefined ? rest : { ...rest, retention }));
  };
  return (
    <SelectField
      label={t('data.retention')}
      hint={t('data.retention-hint')}
      value={`${value ?? 'never'}`}
      options={(['never', ...RETENTIONS] as const).map((one) => ({
        value: `${one}`,
        label: t(`data.retention.${one}`),
      }))}
      onChange={choose}
    />
  );
}
