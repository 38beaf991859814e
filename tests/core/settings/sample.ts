import type { ChosenApp } from '../../../utils/core/apps/types.ts';
import type { Settings } from '../../../utils/core/settings/types.ts';
import {
  employment,
  FLEXIBLE,
  FLEXIBLE_DAY,
  NO_FIXED_HOURS,
  OFFICE,
  onCall,
  override,
  span,
  weekly,
} from '../hours/sample.ts';

const stretch = (from: string, until: string) => ({ from: Date.parse(from), until: Date.parse(until) });

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
      seasons: [
        { from: '06-15', until: '09-16', pattern: weekly([span(480, 900)]) },
        {
          from: '12-15',
          until: '01-10',
          pattern: { kind: 'rotating', anchor: '2025-12-15', days: [[], [span(0, 60)]] },
        },
        { from: '02-01', until: '03-01', pattern: FLEXIBLE },
      ],
    },
  ],
  moves: [{ from: Date.parse('2026-11-25T12:00:00.000Z'), zone: 'Europe/Lisbon' }],
  windows: [
    { kind: 'care', validFrom: '2026-01-01', validUntil: '2026-12-01', pattern: weekly([], [span(960, 1_020)]) },
    { kind: 'break', validFrom: '2026-01-01', pattern: weekly([span(720, 750)]) },
    {
      kind: 'on-call',
      validFrom: '2026-01-01',
      pattern: weekly([], [], [], [], [], [span(1_200, 1_500)]),
      pay: 'unclear',
    },
  ],
  rests: [
    {
      validFrom: '2026-01-01',
      validUntil: '2026-06-01',
      daily: { hours: 11, withinHours: 24 },
      weekly: { kind: 'hours', hours: 35 },
    },
    { validFrom: '2026-06-01', validUntil: '2026-07-01', daily: { hours: 12.5 } },
    { validFrom: '2026-07-01', weekly: { kind: 'window', startMinute: 7_980, endMinute: 10_080 }, weeklyCap: 44 },
  ],
  exceptions: [
    override('off-now', '2026-11-24T12:00:00.000Z', '2026-11-24T13:30:00.001Z'),
    {
      ...override('off-now', '2026-11-26T17:00:00.000Z', '2026-11-26T19:00:00.000Z'),
      kind: 'overtime',
      reason: 'Audit',
    },
    onCall('2026-11-27T17:00:00.000Z', '2026-11-29T17:00:00.000Z'),
    { ...stretch('2026-11-24T15:00:00.000Z', '2026-11-24T15:30:00.000Z'), kind: 'care' },
    { ...stretch('2026-11-24T16:00:00.000Z', '2026-11-24T16:10:00.000Z'), kind: 'break' },
    { kind: 'leave', from: '2026-12-21', until: '2027-01-04', leave: 'parental' },
    { kind: 'holiday', date: '2026-12-25', name: 'Natal' },
    { kind: 'shift', date: '2026-12-26', mode: 'instead', spans: [] },
    { kind: 'shift', date: '2026-12-27', mode: 'extra', spans: [span(540, 780), span(1_320, 1_800)] },
  ],
});

export const SCHOOL = employment({
  id: 'school',
  hours: [
    {
      validFrom: '2026-01-01',
      validUntil: '2027-01-01',
      pattern: weekly([span(0, 1_440)], [], [span(540, 780), span(840, 1_080)]),
    },
    { validFrom: '2027-01-01', validUntil: '2028-01-01', pattern: NO_FIXED_HOURS },
    {
      validFrom: '2028-01-01',
      pattern: { kind: 'flexible', days: [null, { ...FLEXIBLE_DAY, core: null }, ...FLEXIBLE.days.slice(2)] },
    },
  ],
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
