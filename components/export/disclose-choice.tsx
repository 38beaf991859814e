import { useId } from 'preact/hooks';
import { DISCLOSED_PARTS } from '../../utils/core/export/selection.ts';
import { useText } from '../text-context.tsx';
import { Switch } from '../ui/choice.tsx';
import styles from './export.module.css';
import type { FormValue } from './form.ts';

interface DiscloseChoiceProps {
  readonly value: Pick<FormValue, 'disclose' | 'inHours'>;
  readonly busy: boolean;
  readonly onChange: (part: Partial<Pick<FormValue, 'disclose' | 'inHours'>>) => void;
}

/** What is switched on here leaves the device; nothing is, unless the person does it. */
export function DiscloseChoice({ value: { disclose, inHours }, busy, onChange }: DiscloseChoiceProps) {
  const t = useText();
  const id = useId();
  return (
    <fieldset class={styles.group} disabled={busy} aria-describedby={id}>
      <legend>{t('export.disclose')}</legend>
      <p id={id} class={styles.hint}>
        {t('export.disclose-hint')}
      </p>
      <div class={styles.switches}>
        {DISCLOSED_PARTS.map((part) => (
          <Switch
            key={part}
            checked={disclose[part]}
            hint={t(`export.part-hint.${part}`)}
            onChange={(on) => onChange({ disclose: { ...disclose, [part]: on } })}
          >
            {t(`export.part.${part}`)}
          </Switch>
        ))}
        <Switch checked={inHours} hint={t('export.part-hint.in-hours')} onChange={(on) => onChange({ inHours: on })}>
          {t('export.part.in-hours')}
        </Switch>
      </div>
    </fieldset>
  );
}
