import type { Employment, HoursException, WindowsVersion } from '../../utils/core/hours/types.ts';
import type { RestVersion } from '../../utils/core/rest/rule-types.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';

/** Applies a change to the settings as they stand now; null when it was taken over. */
export type SaveSettings = (change: (settings: Settings) => Settings) => Promise<Problem | null>;

/** A job to begin with; it counts once it has hours. `taken` are the ids of the others. */
export const newEmployment = (label: string, zone: ZoneName, taken: readonly string[] = []): Employment => ({
  id: freeId(taken),
  label,
  zoneRule: 'fixed',
  zone,
  hours: [],
  exceptions: [],
});

function freeId(taken: readonly string[]): string {
  let number = 1;
  const id = (): string => (number === 1 ? 'job' : `job-${number}`);
  while (taken.includes(id())) number += 1;
  return id();
}

/** Without one job; its apps follow the hours of another. */
export const withoutEmployment = (settings: Settings, id: string, heir: string): Settings => ({
  ...settings,
  employments: settings.employments.filter((employment) => employment.id !== id),
  apps: settings.apps.map((app) => (app.employment === id ? { ...app, employment: heir } : app)),
});

/** The hours of one job follow another zone from `from` on; what was judged before stays as it was. */
export const withMove = (settings: Settings, id: string, from: Instant, zone: ZoneName): Settings => ({
  ...settings,
  employments: settings.employments.map((employment) =>
    employment.id === id ? { ...employment, moves: [...(employment.moves ?? []), { from, zone }] } : employment,
  ),
});

/** Takes over what the editor of hours changes, and nothing that may have changed elsewhere meanwhile. */
export function withEmployment(settings: Settings, employment: Employment): Settings {
  const { id, label, zone, zoneRule, hours } = employment;
  const known = settings.employments.some((old) => old.id === id);
  const employments = known
    ? settings.employments.map((old) => (old.id === id ? { ...old, label, zone, zoneRule, hours } : old))
    : [...settings.employments, employment];
  return { ...settings, employments };
}

/** Changes what differs from the hours of one job, as it stands now, and nothing else. */
export const withExceptions = (
  settings: Settings,
  id: string,
  change: (exceptions: readonly HoursException[]) => readonly HoursException[],
): Settings => ({
  ...settings,
  employments: settings.employments.map((employment) =>
    employment.id === id ? { ...employment, exceptions: change(employment.exceptions) } : employment,
  ),
});

/** The same for what returns every week beside the hours. */
export const withWindows = (
  settings: Settings,
  id: string,
  change: (windows: readonly WindowsVersion[]) => readonly WindowsVersion[],
): Settings => ({
  ...settings,
  employments: settings.employments.map((employment) =>
    employment.id === id ? { ...employment, windows: change(employment.windows ?? []) } : employment,
  ),
});

/** The same for the rules that rests are measured by. */
export const withRests = (
  settings: Settings,
  id: string,
  change: (rests: readonly RestVersion[]) => readonly RestVersion[],
): Settings => ({
  ...settings,
  employments: settings.employments.map((employment) =>
    employment.id === id ? { ...employment, rests: change(employment.rests ?? []) } : employment,
  ),
});
