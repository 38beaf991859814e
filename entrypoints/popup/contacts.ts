import type { Instant } from '../../utils/core/time/instant.ts';

/** As many marks as a ribbon of this width can show. */
const NEWEST = 200;

/** When the newest contacts came. The log is opened after the first paint, and a popup without marks is still one. */
export async function readContacts(): Promise<readonly Instant[]> {
  const { newestContacts } = await import('../../utils/adapters/newest-contacts.ts');
  return newestContacts(NEWEST);
}
