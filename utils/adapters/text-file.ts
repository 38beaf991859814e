import type { Language } from '../core/settings/types.ts';
import { nearestLanguage } from '../core/text/language.ts';
import { dictionaryOf } from '../core/text/sheet.ts';
import { type Dictionary, makeText, type Text } from '../core/text/text.ts';

interface TextPorts {
  readonly i18n: { getUILanguage(): string };
  readonly runtime: { getURL(path: '/popup.html'): string };
}

/** Here the browser is handed in, since the popup brings its own. */
export async function loadTextFrom({ i18n, runtime }: TextPorts, wanted: Language | 'auto'): Promise<Text> {
  const language = wanted === 'auto' ? nearestLanguage(i18n.getUILanguage()) : wanted;
  return makeText(await loadDictionary(runtime, language), language);
}

/** The build puts each language's sentences into a file of their own, in the order of `keys.json`. */
export async function loadDictionary({ getURL }: TextPorts['runtime'], language: Language): Promise<Dictionary> {
  const load = async (name: string): Promise<readonly string[]> => {
    const response = await fetch(new URL(`/text/${name}.json`, getURL('/popup.html')));
    return response.json();
  };
  const [keys, sentences] = await Promise.all([load('keys'), load(language)]);
  return dictionaryOf(keys, sentences);
}
