import type { ErasePlan } from '../../utils/core/log/erase.ts';
import type { Text } from '../../utils/core/text/text.ts';

/** What will be gone, in numbers, and what no erasing reaches. */
export function askWords(t: Text, { erasure, count }: ErasePlan): string {
  const asked = t('data.ask', { count });
  const held = erasure.held.length;
  return held === 0 ? asked : `${asked} ${t('data.ask-held', { count: held })}`;
}

/** The whole record: what no erasing reaches depends on whether a passphrase was set. */
export const allWords = (t: Text, underPassphrase: boolean): string =>
  `${t('data.all-ask')} ${underPassphrase ? t('data.all-key') : t('data.all-clear')}`;
