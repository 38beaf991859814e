import { fail, ok, type Result } from '../result.ts';
import type { Language } from '../settings/types.ts';
import { checkBundleName } from './names.ts';
import { checkPeriod, type Period } from './period.ts';
import type { Disclosure } from './selection.ts';

/** What the person asks of a bundle. */
export interface BundleWish {
  /** Name of the ZIP without its ending. */
  readonly name: string;
  readonly period: Period;
  /** Ids of the work apps whose entries are handed over; null: of all, also of those that are no longer chosen. */
  readonly apps: ReadonlySet<string> | null;
  readonly disclose: Disclosure;
  /** Hand over the plain counters of contacts in hours. */
  readonly inHours: boolean;
  /** Of the report. */
  readonly language: Language;
  /** Whose log it is, as the report says; empty leaves a line to write on. */
  readonly whose: string;
}

/** Field of a problem with the apps. */
export const APPS_FIELD = 'apps';

/** Codes: `bundle.date`, `.period-order`, `.period-long`, `.no-apps`, `.name`. */
export function checkWish(wish: BundleWish): Result<BundleWish> {
  const period = checkPeriod(wish.period);
  if (!period.ok) return period;
  if (wish.apps?.size === 0) return fail('bundle.no-apps', APPS_FIELD);
  const name = checkBundleName(wish.name);
  return name.ok ? ok(wish) : name;
}
