import { browser } from 'wxt/browser';
import { originOfService, serviceOriginsToGiveBack } from '../../components/checkpoints/stamp-origins.ts';
import { fetchStampHere } from '../../utils/adapters/time-stamp-desk.ts';
import { fail, type Result } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Instant } from '../../utils/core/time/instant.ts';
import { send } from '../../utils/messages/send.ts';

const readSettings = async (): Promise<Settings> => (await send('status.read', null)).settings;

export const readServices = async (): Promise<readonly string[]> => (await readSettings()).timeStamps ?? [];

/** A permission that was given for a service goes when the service does. */
export async function saveServices(timeStamps: readonly string[]): Promise<Result<Settings>> {
  const before = await readSettings();
  const saved = await send('settings.save', { settings: { ...before, timeStamps } });
  if (!saved.ok) return saved;
  const origins = serviceOriginsToGiveBack(before, timeStamps);
  if (origins.length > 0) await browser.permissions.remove({ origins });
  return saved;
}

/** The browser is asked first, within the click: for this one site. */
export async function stampBy(
  { log, number }: { readonly log: string; readonly number: number },
  url: string,
): Promise<Result<Instant>> {
  if (!URL.canParse(url)) return fail('settings.time-stamp-address', 'url');
  const allowed = await browser.permissions.request({ origins: [originOfService(url)] });
  return allowed ? fetchStampHere({ log, number, url }) : fail('stamp.no-permission', 'url');
}
