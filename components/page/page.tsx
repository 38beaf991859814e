import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language, Settings } from '../../utils/core/settings/types.ts';
import type { Text, TextKey } from '../../utils/core/text/text.ts';
import { TextProvider } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './page.module.css';
import { useLive } from './use-live.ts';

/** What a page needs from the browser; made in the entrypoint. Keep it one object for the life of the page. */
export interface PageLink<S> {
  readonly read: () => Promise<S>;
  readonly onChange: (again: () => void) => () => void;
  readonly loadText: (language: Language | 'auto') => Promise<Text>;
}

interface PageProps<S> {
  readonly link: PageLink<S>;
  readonly title: TextKey;
  readonly children: (status: S, t: Text) => ComponentChildren;
}

/** Waits for the state and the language of the person, keeps both fresh, and says so plainly if there is no answer. */
export function Page<S extends { readonly settings: Settings }>({ link, title, children }: PageProps<S>) {
  const { value: status, failed, reload } = useLive(link.read, link.onChange);
  const language = status?.settings.language ?? 'auto';
  const known = status !== null || failed;
  const t = useLanguage(language, known, link.loadText);

  useEffect(() => {
    if (t === null) return;
    document.documentElement.lang = t.language;
    document.title = `${t(title)} · ${t('name')}`;
  }, [t, title]);

  if (t === null) return null;
  return (
    <TextProvider value={t}>
      {status === null ? (
        <main class={styles.broken}>
          <h1>{t('name')}</h1>
          <Notice kind="care" live action={<Button onClick={reload}>{t('page.retry')}</Button>}>
            {t('page.no-answer')}
          </Notice>
        </main>
      ) : (
        children(status, t)
      )}
    </TextProvider>
  );
}

/** Null until the person's language is there; a change of it keeps the old one up, and what was typed, until then. */
function useLanguage(language: Language | 'auto', known: boolean, load: PageLink<unknown>['loadText']): Text | null {
  const [t, setText] = useState<Text | null>(null);
  const shown = useRef<Text | null>(null);
  useEffect(() => {
    let current = true;
    void load(language).then((text) => current && setText(() => text));
    return () => {
      current = false;
    };
  }, [language, load]);
  if (known && t !== null && (language === 'auto' || t.language === language)) shown.current = t;
  return shown.current;
}
