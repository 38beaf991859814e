import { permissionPattern } from '../core/apps/patterns.ts';
import type { ChosenApp } from '../core/apps/types.ts';
import type { Sites } from './ports.ts';

export interface AppSites {
  /** Match patterns to ask the browser for (no ports). */
  readonly origins: readonly string[];
  /** False where the browser's permission for any of them is missing, withheld or withdrawn. */
  readonly watching: boolean;
}

export async function sitesOf(app: ChosenApp, sites: Pick<Sites, 'granted'>): Promise<AppSites> {
  const origins = app.patterns.map(permissionPattern);
  const granted = await sites.granted(origins);
  return { origins, watching: origins.length > 0 && granted.length === origins.length };
}
