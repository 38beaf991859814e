import { browser } from 'wxt/browser';
import type { Language } from '../core/settings/types.ts';
import { nearestLanguage } from '../core/text/language.ts';
import { type Dictionary, makeText, type Text } from '../core/text/text.ts';

/** Reads one language of the catalogue out of the package. */
export async function loadText(wanted: Language | 'auto'): Promise<Text> {
  const language = wanted === 'auto' ? nearestLanguage(browser.i18n.getUILanguage()) : wanted;
  const response = await fetch(new URL(`/text/${language}.json`, browser.runtime.getURL('/popup.html')));
  const dictionary: Dictionary = await response.json();
  return makeText(dictionary, language);
}
