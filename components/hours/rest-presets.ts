import type { RestRules } from '../../utils/core/rest/rule-types.ts';

export interface RestPreset {
  readonly rules: RestRules;
  /** The month in which the sources were last seen to say so, `YYYY-MM`. */
  readonly checked: string;
}

/**
 * Rests that statutes name, by ISO 3166 code in small letters; the article of each is in `rests.preset.<code>`. Averages
 * (48 hours of the Directive's art. 6) are no cap of a single week and not in here.
 */
export const REST_PRESETS = {
  ar: {
    rules: { daily: { hours: 12 }, weekly: { kind: 'window', startMinute: 7_980, endMinute: 10_080 } },
    checked: '2026-06',
  },
  br: { rules: { daily: { hours: 11 }, weekly: { kind: 'hours', hours: 24 } }, checked: '2026-03' },
  cl: {
    rules: {
      daily: { hours: 12, withinHours: 24 },
      weekly: { kind: 'window', startMinute: 8_460, endMinute: 10_440 },
      weeklyCap: 42,
    },
    checked: '2025-12',
  },
  co: { rules: { weeklyCap: 42 }, checked: '2026-03' },
  ec: { rules: { daily: { hours: 12, withinHours: 24 } }, checked: '2025-03' },
  uy: { rules: { daily: { hours: 8 } }, checked: '2026-09' },
  eu: { rules: { daily: { hours: 11, withinHours: 24 }, weekly: { kind: 'hours', hours: 35 } }, checked: '2025-11' },
} as const satisfies Readonly<Record<string, RestPreset>>;

export type RestPresetName = keyof typeof REST_PRESETS;
