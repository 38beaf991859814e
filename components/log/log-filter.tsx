import type { LocalDate } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import styles from './log-filter.module.css';

export interface LogFilterValue {
  /** First and last day shown, both included; empty for no limit. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Empty for all apps. */
  readonly app: string;
}

export const NO_FILTER: LogFilterValue = { from: '', to: '', app: '' };

interface LogFilterProps {
  readonly value: LogFilterValue;
  readonly apps: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (value: LogFilterValue) => void;
}

export function LogFilter({ value, apps, onChange }: LogFilterProps) {
  const t = useText();
  const options = [
    { value: '', label: t('log.all-apps') },
    ...apps.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <search class={styles.filter} aria-label={t('log.filter')}>
      <TextField
        label={t('log.from')}
        type="date"
        value={value.from}
        onInput={(from) => onChange({ ...value, from })}
      />
      <TextField label={t('log.to')} type="date" value={value.to} onInput={(to) => onChange({ ...value, to })} />
      <SelectField
        label={t('log.app')}
        value={value.app}
        options={options}
        onChange={(app) => onChange({ ...value, app })}
      />
    </search>
  );
}
