import type { Settings } from '../../utils/core/settings/types.ts';
import { originsOf } from '../apps/choose.ts';

/** The pattern to ask the browser for, before a service for time stamps is asked. Permissions know no ports. */
export function originOfService(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** Permissions that nothing needs any more, once these services take the place of those in the settings. */
export function serviceOriginsToGiveBack({ apps, timeStamps = [] }: Settings, services: readonly string[]): string[] {
  const needed = new Set([...services.map(originOfService), ...originsOf(apps.flatMap(({ patterns }) => patterns))]);
  return [...new Set(timeStamps.map(originOfService))].filter((origin) => !needed.has(origin));
}
