import type { Period } from '../../utils/core/export/period.ts';
import { NOTHING_DISCLOSED } from '../../utils/core/export/selection.ts';
import type { BundleWish } from '../../utils/core/export/wish.ts';
import type { Language } from '../../utils/core/settings/types.ts';
import { addDays } from '../../utils/core/time/calendar.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import type { LogContents } from './types.ts';

/** What the person has chosen so far; all apps are a wish of its own only once it is read. */
export type FormValue = Omit<BundleWish, 'apps'> & { readonly apps: ReadonlySet<string> };

export function lastMonth(today: LocalDate): Period {
  const last = addDays(`${today.slice(0, 7)}-01`, -1);
  return { first: `${last.slice(0, 7)}-01`, last };
}

export const everything = (today: LocalDate, { firstDay }: LogContents): Period => ({
  first: firstDay < today ? firstDay : today,
  last: today,
});

/** Nothing that was captured is handed over, nor is anybody named, unless the person says so. */
export const emptyForm = (today: LocalDate, contents: LogContents, language: Language): FormValue => ({
  name: `documents-${today}`,
  period: everything(today, contents),
  apps: contents.chosen ?? new Set(contents.apps.map(({ id }) => id)),
  disclose: NOTHING_DISCLOSED,
  inHours: false,
  language,
  whose: '',
});

/** With every app chosen nothing is withheld, whatever app a line names. */
export const wishOf = ({ apps, ...form }: FormValue, contents: LogContents): BundleWish => ({
  ...form,
  name: form.name.trim(),
  apps: contents.apps.every(({ id }) => apps.has(id)) ? null : apps,
});
