import { LANGUAGES, type Language } from '../../utils/core/settings/types.ts';
import { useText } from '../text-context.tsx';
import { RadioGroup } from '../ui/choice.tsx';

/** Each language in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
};

interface LanguageChoiceProps {
  readonly value: Language | 'auto';
  readonly onChange: (language: Language | 'auto') => void;
}

export function LanguageChoice({ value, onChange }: LanguageChoiceProps) {
  const t = useText();
  const options = [
    { value: 'auto' as const, label: t('language.auto') },
    ...LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] })),
  ];
  return <RadioGroup legend={t('language.title')} legendUnseen value={value} options={options} onChange={onChange} />;
}
