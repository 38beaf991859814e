import type { Employment } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { ZoneName } from '../../utils/core/time/instant.ts';

/** Applies a change to the settings as they stand now; null when it was taken over. */
export type SaveSettings = (change: (settings: Settings) => Settings) => Promise<Problem | null>;

/** A job to begin with; it counts once it has hours. */
export const newEmployment = (label: string, zone: ZoneName): Employment => ({
  id: 'job',
  label,
  zoneRule: 'fixed',
  zone,
  hours: [],
  exceptions: [],
});

export function withEmployment(settings: Settings, employment: Employment): Settings {
  const known = settings.employments.some(({ id }) => id === employment.id);
  const employments = known
    ? settings.employments.map((old) =>
        old.id === employment.id ? { ...employment, exceptions: old.exceptions } : old,
      )
    : [...settings.employments, employment];
  return { ...settings, employments };
}
