import type { CatalogueApp } from '../../utils/core/apps/types.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { AppPicker } from '../apps/app-picker.tsx';
import { type NewApp, originsOf, wholeIds, withChanged } from '../apps/choose.ts';
import { ChosenApps } from '../apps/chosen-apps.tsx';
import type { SaveSettings } from '../settings/edit.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState } from '../ui/section.tsx';
import styles from './apps-part.module.css';

export interface AppsPartProps {
  readonly settings: Settings;
  readonly watching: (id: string) => boolean;
  readonly catalogue: readonly CatalogueApp[];
  readonly save: SaveSettings;
  /** These two ask the browser for permissions: called within the click. */
  readonly onAdd: (app: NewApp) => void;
  readonly onAllow: (origins: readonly string[]) => void;
  readonly onRemove: (id: string) => void;
}

export function AppsPart({ settings, watching, catalogue, save, onAdd, onAllow, onRemove }: AppsPartProps) {
  const t = useText();
  if (settings.employments.length === 0) return <EmptyState>{t('apps.hours-first')}</EmptyState>;
  const unwatched = settings.apps.filter((app) => !watching(app.id));
  const allowAll = (): void => onAllow(originsOf(unwatched.flatMap((app) => app.patterns)));
  return (
    <>
      {unwatched.length > 1 && (
        <Notice kind="care" action={<Button onClick={allowAll}>{t('watch.allow-all')}</Button>}>
          {t('watch.some-not', { count: unwatched.length })}
        </Notice>
      )}
      <ChosenApps
        apps={settings.apps}
        watching={watching}
        general={settings.treatment}
        jobs={settings.employments}
        onAllow={onAllow}
        onChange={(app) => void save((settled) => withChanged(settled, app))}
        onRemove={onRemove}
      />
      <div>
        <h3 class={styles.more}>{t('apps.more')}</h3>
        <AppPicker catalogue={catalogue} chosenIds={wholeIds(settings.apps)} onAdd={onAdd} />
      </div>
    </>
  );
}
