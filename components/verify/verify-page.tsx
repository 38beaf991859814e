import { useEffect, useState } from 'preact/hooks';
import { LANGUAGES, type Language } from '../../utils/core/settings/types.ts';
import { type Dictionary, makeText } from '../../utils/core/text/text.ts';
import { TextProvider } from '../text-context.tsx';
import { SelectField } from '../ui/field.tsx';
import type { CheckPorts } from './use-check.ts';
import styles from './verify-page.module.css';
import { VerifyView } from './verify-view.tsx';

/** Each language by its own name. */
const NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', 'pt-BR': 'Português (Brasil)' };

interface VerifyPageProps {
  readonly texts: Readonly<Record<Language, Dictionary>>;
  readonly language: Language;
  readonly ports: CheckPorts;
}

/** A page of its own, outside the extension: it lies in a bundle or on a union's server and asks nobody. */
export function VerifyPage({ texts, language: first, ports }: VerifyPageProps) {
  const [language, setLanguage] = useState(first);
  const t = makeText(texts[language], language);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${t('verify.title')} · ${t('name')}`;
  }, [language, t]);

  return (
    <TextProvider value={t}>
      <main class={styles.page}>
        <p class={styles.honest}>{t('verify.honest')}</p>
        <header class={styles.header}>
          <h1>{t('verify.title')}</h1>
          <SelectField
            label={t('verify.language')}
            value={language}
            options={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
            onChange={(value) => setLanguage(LANGUAGES.find((one) => one === value) ?? first)}
          />
        </header>
        <VerifyView ports={ports} />
        <footer class={styles.local}>{t('verify.local')}</footer>
      </main>
    </TextProvider>
  );
}
