import type Holidays from 'date-holidays';
import type { Country } from './countries.ts';

/** What `date-holidays` keeps about a rule; see the grammar in its docs/specification.md. */
export interface RuleOptions {
  readonly name?: Readonly<Record<string, string>>;
  readonly type?: 'public' | 'optional' | 'observance';
  /** Dates on which the rule does not hold, and what takes their place. */
  readonly disable?: readonly string[];
  readonly enable?: readonly string[];
  readonly active?: readonly { readonly from: string }[];
  /** The second of two days is called the substitute of the first. */
  readonly substitute?: boolean;
}

/** Where `date-holidays` differs from the law, and what the law says. */
export interface Correction {
  readonly country: Country;
  /** The law, as cited in its country. */
  readonly statute: string;
  /** What was wrong, in a sentence. Shown in docs/holidays.md. */
  readonly note: string;
  /** Only in these places (`*` is the country itself); otherwise everywhere. */
  readonly places?: readonly string[];
  /** By rule of `date-holidays`: `false` takes it away, options are laid over those that are there. */
  readonly rules: Readonly<Record<string, false | RuleOptions>>;
}

/** The part of `date-holidays` that its types leave out. */
export interface Place {
  readonly calendar: Holidays;
  readonly rules: Record<string, false | Record<string, unknown>>;
}

/**
 * Lays a correction over one place. Returns the rules that were to be taken away or changed and were there, so that a
 * correction which has become pointless is noticed.
 */
export function applyCorrection({ calendar, rules }: Place, correction: Correction): string[] {
  const met: string[] = [];
  for (const [rule, options] of Object.entries(correction.rules)) {
    const before = rules[rule];
    if (before !== undefined && before !== false) met.push(rule);
    if (options === false) {
      calendar.unsetRule(rule);
      continue;
    }
    const merged = { type: 'public', ...(before ? asWritten(before) : {}), ...options };
    if (!calendar.setHoliday(rule, merged as Parameters<Holidays['setHoliday']>[1]))
      throw new Error(`${correction.country}: date-holidays cannot read the rule "${rule}"`);
  }
  return met;
}

/** The library turns the dates of `active` into `Date`s when it reads a rule, and does not read those again. */
function asWritten({ active, ...rest }: Record<string, unknown>): Record<string, unknown> {
  if (active === undefined) return rest;
  return { ...rest, active: JSON.parse(JSON.stringify(active)) };
}
