import type { ChosenApp } from '../../utils/core/apps/types.ts';
import type { Treatment } from '../../utils/core/contact/types.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Captured } from '../ui/captured.tsx';
import { Select } from '../ui/field.tsx';
import { EmptyState } from '../ui/section.tsx';
import { AppFactsById } from './app-facts.tsx';
import { addressOf, originsOf } from './choose.ts';
import styles from './chosen-apps.module.css';

export interface ChosenAppsProps {
  readonly apps: readonly ChosenApp[];
  readonly watching: (id: string) => boolean;
  readonly general: Treatment;
  readonly jobs: readonly Pick<Employment, 'id' | 'label'>[];
  /** Called within the click. */
  readonly onAllow: (origins: readonly string[]) => void;
  readonly onChange: (app: ChosenApp) => void;
  readonly onRemove: (id: string) => void;
}

const TREATMENTS = ['general', 'hold', 'flag', 'show'] as const;

export function ChosenApps({ apps, ...props }: ChosenAppsProps) {
  const t = useText();
  if (apps.length === 0) return <EmptyState>{t('apps.none-chosen')}</EmptyState>;
  return (
    <ul class={styles.apps}>
      {apps.map((app) => (
        <ChosenRow key={app.id} app={app} {...props} />
      ))}
    </ul>
  );
}

function ChosenRow({
  app,
  watching,
  general,
  jobs,
  onAllow,
  onChange,
  onRemove,
}: Omit<ChosenAppsProps, 'apps'> & { readonly app: ChosenApp }) {
  const t = useText();
  const treatments = TREATMENTS.map((value) => ({
    value,
    label:
      value === 'general'
        ? t('treatment.as-general', { treatment: t(`treatment.word.${general}`) })
        : t(`treatment.word.${value}`),
  }));
  const choose = (value: string): void => {
    const treatment = TREATMENTS.find((known) => known === value);
    if (treatment !== undefined) onChange({ ...app, treatment });
  };
  return (
    <li class={styles.app}>
      <div class={styles.head}>
        <h3>
          <Captured text={app.name} maxLength={80} />
        </h3>
        <WatchState watching={watching(app.id)} />
      </div>
      <p class={styles.address}>
        <Captured text={app.patterns.map(addressOf).join(', ')} maxLength={200} />
      </p>
      <AppFactsById id={app.id} />
      <div class={styles.controls}>
        <Select
          aria-label={t('treatment.of-app', { app: app.name })}
          value={app.treatment}
          options={treatments}
          onChange={choose}
        />
        {jobs.length > 1 && (
          <Select
            aria-label={t('apps.job-of', { app: app.name })}
            value={app.employment}
            options={jobs.map(({ id, label }) => ({ value: id, label }))}
            onChange={(employment) => onChange({ ...app, employment })}
          />
        )}
        {!watching(app.id) && (
          <Button label={t('watch.allow-one', { app: app.name })} onClick={() => onAllow(originsOf(app.patterns))}>
            {t('watch.allow')}
          </Button>
        )}
        <Button look="quiet" label={t('apps.remove-one', { app: app.name })} onClick={() => onRemove(app.id)}>
          {t('apps.remove')}
        </Button>
      </div>
    </li>
  );
}

/** Word, shape and colour: a filled dot watches, an open one does not. */
function WatchState({ watching }: { readonly watching: boolean }) {
  const t = useText();
  return (
    <span class={`${styles.watch} ${watching ? '' : styles.unwatched}`}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        <circle
          cx="5"
          cy="5"
          r="4"
          fill={watching ? 'currentColor' : 'none'}
          stroke="currentColor"
          stroke-width="1.6"
        />
      </svg>
      {watching ? t('watch.watching') : t('watch.not')}
    </span>
  );
}
