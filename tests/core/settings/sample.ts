import type { ChosenApp } from '../../../utils/core/apps/types.ts';
import type { Settings } from '../../../utils/core/settings/types.ts';
import { employment, OFFICE, override, span, weekly } from '../hours/sample.ts';

export const HOSPITAL = employment({
  id: 'hospital',
  label: 'Hospital “São José”',
  zone: 'America/Sao_Paulo',
  zoneRule: 'worker-local',
  hours: [
    { validFrom: '2025-03-01', validUntil: '2026-01-01', pattern: OFFICE },
    {
      validFrom: '2026-01-01',
      pattern: { kind: 'rotating', anchor: '2026-01-05', days: [[span(420, 1_140)], [span(1_140, 1_860)], [], []] },
    },
  ],
  exceptions: [override('off-now', '2026-11-24T12:00:00.000Z', '2026-11-24T13:30:00.001Z')],
});

export const SCHOOL = employment({
  id: 'school',
  hours: [{ validFrom: '2026-01-01', pattern: weekly([span(0, 1_440)], [], [span(540, 780), span(840, 1_080)]) }],
});

export const SLACK: ChosenApp = {
  id: 'slack',
  name: 'Slack',
  patterns: ['https://app.slack.com/*'],
  employment: 'hospital',
  treatment: 'general',
};

export const INTRANET: ChosenApp = {
  id: 'site-1',
  name: 'Intranet',
  patterns: ['http://intranet:8065/*', 'https://*.example.com/*'],
  employment: 'school',
  treatment: 'flag',
};

/** Settings with one of everything. */
export const FULL: Settings = {
  format: 'clocked-off-settings/1',
  language: 'pt-BR',
  employments: [HOSPITAL, SCHOOL],
  apps: [SLACK, INTRANET],
  treatment: 'hold',
  record: { sender: 'name', title: true, text: false },
  muteAfterHours: true,
  digest: false,
};

export type Path = readonly (string | number)[];

/** A copy of `value` with `change` applied at `path`; `undefined` removes the key. */
export function changed(value: unknown, path: Path, change: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change;
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value];
    copy[Number(step)] = changed(copy[Number(step)], rest, change);
    return copy;
  }
  const entries = new Map<string, unknown>(Object.entries(value ?? {}));
  const next = changed(entries.get(String(step)), rest, change);
  if (next === undefined) entries.delete(String(step));
  else entries.set(String(step), next);
  return Object.fromEntries(entries);
}
