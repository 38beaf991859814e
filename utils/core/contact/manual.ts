import type { Employment, Verdict } from '../hours/types.ts';
import { verdictAt } from '../hours/verdict.ts';
import type { FileMark } from '../log/types.ts';
import { fail, ok, type Result } from '../result.ts';
import { type Instant, MINUTE_MS } from '../time/instant.ts';

/** By what the person was reached. */
export const MANUAL_CHANNELS = ['call', 'phone-chat', 'sms', 'visit', 'email', 'other'] as const;
export type ManualChannel = (typeof MANUAL_CHANNELS)[number];

const PREFIX = 'manual-';

/** The channel as the log names it: never the id of an app. */
export const manualApp = (channel: ManualChannel): string => PREFIX + channel;
export const isManualApp = (app: string): boolean => app.startsWith(PREFIX);
export const channelOf = (app: string): ManualChannel | null =>
  MANUAL_CHANNELS.find((channel) => manualApp(channel) === app) ?? null;

/** Typed in later than this after it ended, it is marked as typed in from memory. */
const LATER_AFTER_MS = 15 * MINUTE_MS;
export const WHO_CAP = 128;
export const MOST_FILES = 5;
export const MOST_FILE_MB = 50;
/** UTF-16 code units. */
export const FILE_NAME_CAP = 100;
const FIRST_INSTANT = Date.UTC(2000, 0, 1);

/** A contact as the person types it in. */
export interface ManualReport {
  /** 32 hex digits, made by the page: a report that is sent again is written once. */
  readonly id: string;
  readonly channel: ManualChannel;
  readonly employment: string;
  /** Null: just now. */
  readonly when: Instant | null;
  /** Where it lasted; null where it has no length. Half-open. */
  readonly end: Instant | null;
  /** As the person typed them; empty where they typed nothing. */
  readonly who: string;
  readonly words: string;
  readonly files: readonly FileMark[];
  /** Log it although it came within hours. */
  readonly anyway: boolean;
}

export interface JudgedReport {
  /** Whole minutes. */
  readonly when: Instant;
  readonly end: Instant | null;
  readonly verdict: Verdict;
  readonly later: boolean;
}

const wholeMinute = (at: Instant): Instant => Math.floor(at / MINUTE_MS) * MINUTE_MS;

/**
 * Judges a report by the hours in force at the time that it names. Codes: `manual.no-job`, `manual.future`,
 * `manual.too-old`, `manual.empty-span`, `manual.in-hours` (unless `anyway`).
 */
export function judgeReport(
  report: Pick<ManualReport, 'employment' | 'when' | 'end' | 'anyway'>,
  employments: readonly Employment[],
  now: Instant,
): Result<JudgedReport> {
  const employment = employments.find(({ id }) => id === report.employment);
  if (employment === undefined) return fail('manual.no-job', 'employment');
  const when = wholeMinute(report.when ?? now);
  const end = report.end === null ? null : wholeMinute(report.end);
  if (when > now) return fail('manual.future', 'when');
  if (when < FIRST_INSTANT) return fail('manual.too-old', 'when');
  if (end !== null && end <= when) return fail('manual.empty-span', 'end');
  if (end !== null && end > now) return fail('manual.future', 'end');
  const verdict = verdictAt(employment, when);
  if (verdict.kind === 'working' && !report.anyway) return fail('manual.in-hours', 'when');
  return ok({ when, end, verdict, later: now - (end ?? when) > LATER_AFTER_MS });
}
