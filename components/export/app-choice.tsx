import { useId } from 'preact/hooks';
import { useText } from '../text-context.tsx';
import { Captured } from '../ui/captured.tsx';
import { Switch } from '../ui/choice.tsx';
import { FieldError } from '../ui/notice.tsx';
import styles from './export.module.css';
import type { ExportApp } from './types.ts';

interface AppChoiceProps {
  readonly apps: readonly ExportApp[];
  readonly chosen: ReadonlySet<string>;
  readonly error: string | null;
  readonly busy: boolean;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

export function AppChoice({ apps, chosen, error, busy, onChange }: AppChoiceProps) {
  const t = useText();
  const id = useId();
  const choose = (app: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(app);
    else next.delete(app);
    onChange(next);
  };
  if (apps.length === 0) return null;
  return (
    <fieldset class={styles.group} disabled={busy} aria-describedby={error === null ? id : `${id} ${id}-error`}>
      <legend>{t('export.apps')}</legend>
      <p id={id} class={styles.hint}>
        {t('export.apps-hint')}
      </p>
      <div class={styles.switches}>
        {apps.map((app) => (
          <Switch
            key={app.id}
            checked={chosen.has(app.id)}
            onChange={(on) => choose(app.id, on)}
            {...(app.gone ? { hint: t('export.app-gone') } : {})}
          >
            <Captured text={app.name} />
          </Switch>
        ))}
      </div>
      {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
