import { browser } from 'wxt/browser';
import { fetchStampHere } from '../../utils/adapters/time-stamp-desk.ts';
import { fail, type Result } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Instant } from '../../utils/core/time/instant.ts';
import { send } from '../../utils/messages/send.ts';

const readSettings = async (): Promise<Settings> => (await send('status.read', null)).settings;

export const readServices = async (): Promise<readonly string[]> => (await readSettings()).timeStamps ?? [];

export const saveServices = async (timeStamps: readonly string[]): Promise<Result<Settings>> =>
  send('settings.save', { settings: { ...(await readSettings()), timeStamps } });

/** The browser is asked first, within the click: for this one site. Permissions know no ports. */
export async function stampBy(
  { log, number }: { readonly log: string; readonly number: number },
  url: string,
): Promise<Result<Instant>> {
  if (!URL.canParse(url)) return fail('settings.time-stamp-address', 'url');
  const { protocol, hostname } = new URL(url);
  const allowed = await browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
  return allowed ? fetchStampHere({ log, number, url }) : fail('stamp.no-permission', 'url');
}
