import type { ErasePlan } from '../../utils/core/log/erase.ts';
import type { Text } from '../../utils/core/text/text.ts';

/** What will be gone, in numbers, and what no erasing reaches. */
export function askWords(t: Text, { erasure, count }: ErasePlan): string {
  const asked = t('data.ask', { count });
  const held = erasure.held.length;
  return held === 0 ? asked : `${asked} ${t('data.ask-held', { count: held })}`;
}
