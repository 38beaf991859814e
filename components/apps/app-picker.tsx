import { useState } from 'preact/hooks';
import { accountFromText } from '../../utils/core/apps/account.ts';
import { siteFromText } from '../../utils/core/apps/patterns.ts';
import type { AppCategory, CatalogueApp } from '../../utils/core/apps/types.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { AddSite } from './add-site.tsx';
import { AppFacts } from './app-facts.tsx';
import styles from './app-picker.module.css';
import { accountApp, type NewApp, siteApp } from './choose.ts';

const CATEGORIES = [
  'chat',
  'email',
  'calendar',
  'meeting',
  'project',
  'other',
] as const satisfies readonly AppCategory[];

export interface AppPickerProps {
  readonly catalogue: readonly CatalogueApp[];
  /** Ids of the catalogue's apps that were chosen as a whole. */
  readonly chosenIds: ReadonlySet<string>;
  /** Called within the click, so that the browser lets us ask for the permission. */
  readonly onAdd: (app: NewApp) => void;
}

/** Every known work app by category with a search, and a way to add any other site. */
export function AppPicker(props: AppPickerProps) {
  const t = useText();
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = props.catalogue.filter((app) => app.name.toLowerCase().includes(wanted));
  return (
    <div class={styles.picker}>
      <TextField label={t('apps.search')} type="search" value={query} onInput={setQuery} maxLength={60} />
      <p class="unseen" role="status">
        {wanted === '' ? '' : t('apps.found', { count: found.length })}
      </p>
      {found.length === 0 && <p class={styles.soft}>{t('apps.none-found')}</p>}
      {CATEGORIES.map((category) => {
        const apps = found.filter((app) => app.category === category);
        if (apps.length === 0) return null;
        return (
          <details
            key={`${category}${wanted === ''}`}
            class={styles.category}
            open={wanted !== '' || category === 'chat'}
          >
            <summary>
              {t(`apps.category.${category}`)} <span class={styles.soft}>{apps.length}</span>
            </summary>
            <ul>
              {apps.map((app) => (
                <AppRow key={app.id} app={app} {...props} />
              ))}
            </ul>
          </details>
        );
      })}
      <AddSite
        read={siteFromText}
        onAdd={({ name, pattern }) => props.onAdd(siteApp(name, pattern))}
        label={t('apps.site-label')}
        button={t('apps.site-add')}
        hint={t('apps.site-hint')}
      />
      <div>
        <OneAccount app={null} onAdd={props.onAdd} />
      </div>
    </div>
  );
}

/** For who has several accounts in one app, for several jobs or for none. */
function OneAccount({ app, onAdd }: Pick<AppPickerProps, 'onAdd'> & { readonly app: CatalogueApp | null }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const label = app === null ? t('apps.account-site') : t('apps.account-one', { app: app.name });
  const cut = (app?.accountPath ?? null) === null ? ` ${t('apps.account-hint-cut')}` : '';
  return (
    <>
      <Button look="quiet" expanded={open} label={label} onClick={() => setOpen(!open)}>
        {app === null ? label : t('apps.account')}
      </Button>
      {open && (
        <AddSite
          label={label}
          hint={`${t('apps.account-hint')}${cut}`}
          button={t('apps.add')}
          read={(text) => accountFromText(text, app)}
          covers
          onAdd={(account) => {
            setOpen(false);
            onAdd(accountApp(app, account));
          }}
        />
      )}
    </>
  );
}

function AppRow({ app, chosenIds, onAdd }: AppPickerProps & { readonly app: CatalogueApp }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const chosen = chosenIds.has(app.id);
  const needsAddress = app.patterns.length === 0;
  const add = (patterns: readonly string[]): void => {
    setOpen(false);
    onAdd({ id: app.id, name: app.name, patterns });
  };
  const ownAddress = (look: 'plain' | 'quiet') => (
    <Button
      look={look}
      expanded={open}
      label={t('apps.own-address-one', { app: app.name })}
      onClick={() => setOpen(!open)}
    >
      {t('apps.own-address')}
    </Button>
  );
  return (
    <li class={styles.app}>
      <div class={styles.appHead}>
        <h4>{app.name}</h4>
        {chosen && <span class={styles.chosen}>✓ {t('apps.chosen')}</span>}
        {!chosen && !needsAddress && (
          <Button label={t('apps.add-one', { app: app.name })} onClick={() => add(app.patterns)}>
            {t('apps.add')}
          </Button>
        )}
        {needsAddress && !chosen && ownAddress('plain')}
      </div>
      <AppFacts app={app} />
      {app.selfHosted && !(needsAddress && !chosen) && ownAddress('quiet')}
      {open && (
        <AddSite
          label={t('apps.own-address-label', { app: app.name })}
          hint={t('apps.site-hint')}
          button={t('apps.add')}
          read={siteFromText}
          onAdd={({ pattern }) => add([pattern])}
        />
      )}
      {app.accountPath !== '' && <OneAccount app={app} onAdd={onAdd} />}
    </li>
  );
}
