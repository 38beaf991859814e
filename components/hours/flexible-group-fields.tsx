import type { Weekday } from '../../utils/core/hours/types.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import styles from './free-fields.module.css';
import type { FlexibleGroup, FlexiblePlace } from './free-form.ts';
import { flexibleSentence, flexibleWeekText } from './free-words.ts';
import { ShortField } from './short-field.tsx';
import { SpanField } from './span-field.tsx';
import { WeekdayChecks } from './weekday-checks.tsx';

interface FlexibleGroupFieldsProps {
  readonly group: FlexibleGroup;
  readonly error: { readonly part: FlexiblePlace['part']; readonly sentence: string } | null;
  /** `what` names the field that was typed into. */
  readonly onChange: (group: FlexibleGroup, what: string) => void;
  readonly onToggle: (day: Weekday) => void;
  /** Null for the only group. */
  readonly onRemove: (() => void) | null;
}

/** The fields of flexible days that are alike, and what follows from them. */
export function FlexibleGroupFields({ group, error, onChange, onToggle, onRemove }: FlexibleGroupFieldsProps) {
  const t = useText();
  const errorAt = (part: FlexiblePlace['part']): string | null => (error?.part === part ? error.sentence : null);
  const name = flexibleWeekText(t.language, [group]) || t('hours.flexible-no-days');
  const says = flexibleSentence(t, group);
  return (
    <fieldset class={styles.group} data-group>
      <legend class="unseen">{name}</legend>
      <WeekdayChecks legend={t('hours.flexible-days')} chosen={group.days} onToggle={onToggle} />
      <div class={styles.side}>
        <SpanField
          legend={t('hours.flexible-frame')}
          hint={t('hours.flexible-frame-hint')}
          value={group.frame}
          error={errorAt('frame')}
          onInput={(frame) => onChange({ ...group, frame }, frame.start === group.frame.start ? 'frame end' : 'frame')}
        />
        <SpanField
          legend={t('hours.flexible-core')}
          hint={t('hours.flexible-core-hint')}
          value={group.core}
          error={errorAt('core')}
          onInput={(core) => onChange({ ...group, core }, core.start === group.core.start ? 'core end' : 'core')}
        />
        <ShortField
          label={t('hours.flexible-usual')}
          hint={t('hours.flexible-usual-hint')}
          value={group.usualStart}
          error={errorAt('usualStart')}
          onInput={(usualStart) => onChange({ ...group, usualStart }, 'usualStart')}
        />
        <ShortField
          label={t('hours.flexible-length')}
          hint={t('hours.flexible-length-hint')}
          value={group.length}
          error={errorAt('length')}
          onInput={(length) => onChange({ ...group, length }, 'length')}
        />
      </div>
      {says !== null && <p class={styles.says}>{says}</p>}
      {onRemove !== null && (
        <ButtonRow>
          <Button look="quiet" label={t('hours.flexible-remove-one', { what: name })} onClick={onRemove}>
            {t('hours.flexible-remove')}
          </Button>
        </ButtonRow>
      )}
    </fieldset>
  );
}
