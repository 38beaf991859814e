import { useState } from 'preact/hooks';
import { isFiltering, type LogFilter, NO_FILTER } from '../../utils/core/insight/filter.ts';
import { weekdayName } from '../../utils/core/text/dates.ts';
import type { Text } from '../../utils/core/text/text.ts';
import { MINUTES_PER_DAY } from '../../utils/core/time/instant.ts';
import { minuteText } from '../insight/minute-text.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Captured } from '../ui/captured.tsx';
import { Switch } from '../ui/choice.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import styles from './log-filter.module.css';

interface LogFilterFormProps {
  readonly value: LogFilter;
  readonly apps: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (value: LogFilter) => void;
}

const KIND_CHOICES = ['contact', 'coverage', 'note', 'other'] as const;
const TREATMENT_CHOICES = ['hold', 'flag', 'show'] as const;
const CERTAINTY_CHOICES = ['observed', 'inferred', 'reported'] as const;

export function LogFilterForm({ value, apps, onChange }: LogFilterFormProps) {
  const t = useText();
  const [more, setMore] = useState(value.kind !== '' || value.treatment !== '' || value.certainty !== '');
  const any = { value: '', label: t('log.any') };
  return (
    <search class={styles.filter} aria-label={t('log.filter')}>
      <div class={styles.search}>
        <TextField
          label={t('log.search')}
          hint={t('log.search-hint')}
          type="search"
          maxLength={120}
          value={value.search}
          onInput={(search) => onChange({ ...value, search })}
        />
      </div>
      <div class={styles.fields}>
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
          options={[
            { value: '', label: t('log.all-apps') },
            ...apps.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(app) => onChange({ ...value, app })}
        />
      </div>
      <div class={styles.switches}>
        <Switch checked={value.afterHours} onChange={(afterHours) => onChange({ ...value, afterHours })}>
          {t('log.only-after')}
        </Switch>
        <Button look="quiet" expanded={more} onClick={() => setMore(!more)}>
          {t(more ? 'log.fewer-filters' : 'log.more-filters')}
        </Button>
      </div>
      {more && (
        <div class={styles.fields}>
          <SelectField
            label={t('log.filter-kind')}
            value={value.kind}
            options={[any, ...KIND_CHOICES.map((kind) => ({ value: kind, label: t(`log.kinds.${kind}`) }))]}
            onChange={(kind) => onChange({ ...value, kind: chosen(KIND_CHOICES, kind) })}
          />
          <SelectField
            label={t('log.filter-treatment')}
            value={value.treatment}
            options={[any, ...TREATMENT_CHOICES.map((one) => ({ value: one, label: t(`log.treatment.${one}`) }))]}
            onChange={(treatment) => onChange({ ...value, treatment: chosen(TREATMENT_CHOICES, treatment) })}
          />
          <SelectField
            label={t('log.filter-certainty')}
            value={value.certainty}
            options={[any, ...CERTAINTY_CHOICES.map((one) => ({ value: one, label: t(`log.certainty.${one}`) }))]}
            onChange={(certainty) => onChange({ ...value, certainty: chosen(CERTAINTY_CHOICES, certainty) })}
          />
        </div>
      )}
      {isFiltering(value) && (
        <ButtonRow>
          <PickedLimits value={value} onChange={onChange} />
          <Button look="quiet" onClick={() => onChange(NO_FILTER)}>
            {t('log.clear')}
          </Button>
        </ButtonRow>
      )}
    </search>
  );
}

/** Limits that no field shows: they come from a cell of the picture or from a pattern, and each can be taken off. */
function PickedLimits({ value, onChange }: Pick<LogFilterFormProps, 'value' | 'onChange'>) {
  const t = useText();
  const limits: { readonly words: string; readonly off: Partial<LogFilter> }[] = [];
  if (value.weekdays !== 0) limits.push({ words: weekdaysText(t, value.weekdays), off: { weekdays: 0 } });
  if (value.fromMinute !== 0 || value.untilMinute !== MINUTES_PER_DAY)
    limits.push({
      words: `${minuteText(value.fromMinute)}–${minuteText(value.untilMinute)}`,
      off: { fromMinute: 0, untilMinute: MINUTES_PER_DAY },
    });
  if (value.sender !== '') limits.push({ words: value.sender, off: { sender: '' } });
  return (
    <>
      {limits.map(({ words, off }) => (
        <button
          key={words}
          type="button"
          class={styles.limit}
          aria-label={t('log.take-off', { what: words })}
          onClick={() => onChange({ ...value, ...off })}
        >
          <Captured text={words} maxLength={60} />
          <span aria-hidden="true">×</span>
        </button>
      ))}
    </>
  );
}

function weekdaysText(t: Text, mask: number): string {
  const days = ([1, 2, 3, 4, 5, 6, 7] as const).filter((weekday) => (mask & (1 << (weekday - 1))) !== 0);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  const name = (weekday: typeof first): string => weekdayName(t.language, weekday, days.length > 1 ? 'short' : 'long');
  const onEnd = days.length > 2 && last - first === days.length - 1;
  return onEnd ? `${name(first)}–${name(last)}` : days.map(name).join(', ');
}

const chosen = <V extends string>(choices: readonly V[], value: string): V | '' =>
  choices.find((choice) => choice === value) ?? '';
