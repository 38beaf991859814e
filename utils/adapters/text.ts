import { browser } from 'wxt/browser';
import type { Language } from '../core/settings/types.ts';
import type { Text } from '../core/text/text.ts';
import { loadTextFrom } from './text-file.ts';

/** Reads one language of the catalogue out of the package; `auto` follows the browser. */
export const loadText = (wanted: Language | 'auto'): Promise<Text> => loadTextFrom(browser, wanted);
