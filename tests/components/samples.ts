import type { HeldItem } from '../../utils/core/contact/types.ts';
import type { Employment, Span } from '../../utils/core/hours/types.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/core/settings/types.ts';
import { instantOf } from '../../utils/core/time/zones.ts';

export const ZONE = 'America/Bogota';

const OFFICE: readonly Span[] = [{ startMinute: 9 * 60, endMinute: 17 * 60 }];

export const JOB: Employment = {
  id: 'job',
  label: 'Support',
  zoneRule: 'fixed',
  zone: ZONE,
  hours: [
    { validFrom: '2026-01-05', pattern: { kind: 'weekly', days: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []] } },
  ],
  exceptions: [],
};

export const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  employments: [JOB],
  apps: [
    { id: 'alpha', name: 'Alpha', patterns: ['https://alpha.example/*'], employment: 'job', treatment: 'general' },
    { id: 'beta', name: 'Beta', patterns: ['https://beta.example/*'], employment: 'job', treatment: 'flag' },
  ],
};

/** A Thursday evening. */
export const NOW = at('2026-11-26', '20:14');

export function at(date: string, clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return instantOf(date, hour * 60 + minute, ZONE);
}

export const heldItem = (id: string, part: Partial<HeldItem>): HeldItem => ({
  id,
  seq: 1,
  app: 'alpha',
  origin: 'https://alpha.example',
  tabId: 1,
  frameId: 0,
  at: NOW,
  sender: null,
  title: 'Title',
  text: '',
  handedOverAt: null,
  ...part,
});
