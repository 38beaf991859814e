import { catalogueApp } from '../../utils/core/apps/catalogue.ts';
import type { CatalogueApp } from '../../utils/core/apps/types.ts';
import { useText } from '../text-context.tsx';
import styles from './app-facts.module.css';
import { visibilityOf } from './choose.ts';

/** What can be seen of an app and what cannot, and how sure we are. Null: a site that the person added. */
export function AppFacts({ app }: { readonly app: CatalogueApp | null }) {
  const t = useText();
  const note = app?.noteKey ? t.lookUp(app.noteKey) : null;
  return (
    <p class={styles.facts}>
      {t(`sees.${app === null ? 'unknown' : visibilityOf(app)}`)}
      {note !== null && ` ${note}`}
      {app?.accountPath === '' && ` ${t('apps.no-accounts')}`}
      {app?.confidence === 'low' && <span class={styles.unsure}> {t('apps.low-confidence')}</span>}
    </p>
  );
}

export const AppFactsById = ({ id }: { readonly id: string }) => <AppFacts app={catalogueApp(id)} />;
