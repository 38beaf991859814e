import type { Language } from '../core/settings/types.ts';
import { nearestLanguage } from '../core/text/language.ts';
import { type Dictionary, makeText, type Text } from '../core/text/text.ts';

interface TextPorts {
  readonly i18n: { getUILanguage(): string };
  readonly runtime: { getURL(path: '/popup.html'): string };
}

/** Here the browser is handed in, since the popup brings its own. */
export async function loadTextFrom({ i18n, runtime }: TextPorts, wanted: Language | 'auto'): Promise<Text> {
  const language = wanted === 'auto' ? nearestLanguage(i18n.getUILanguage()) : wanted;
  const response = await fetch(new URL(`/text/${language}.json`, runtime.getURL('/popup.html')));
  const dictionary: Dictionary = await response.json();
  return makeText(dictionary, language);
}
