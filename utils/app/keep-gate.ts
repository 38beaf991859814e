import { workerMessagesOf } from '../core/apps/notification-rules.ts';
import type { Gate } from '../core/gate/types.ts';
import { verdictAt } from '../core/hours/verdict.ts';
import type { Settings } from '../core/settings/types.ts';
import type { Instant } from '../core/time/instant.ts';

/** A verdict that nothing will ever change is looked at again after this. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

/** The gate for these settings at this instant; closed ("ask") unless every job with a chosen app is inside its hours. */
export function gateOf(settings: Settings, now: Instant): Gate {
  const used = settings.employments.filter(({ id }) => settings.apps.some((app) => app.employment === id));
  const verdicts = used.map((employment) => verdictAt(employment, now));
  const working = verdicts.length > 0 && verdicts.every(({ kind }) => kind === 'working');
  const until = Math.min(now + LONGEST_MS, ...verdicts.map((verdict) => verdict.until ?? Infinity));
  const workerMessages = settings.apps.flatMap(({ id }) => workerMessagesOf(id));
  return { working, until: working ? until : 0, workerMessages };
}

/** The first instant at which any job's verdict changes; null when none ever will. */
export function nextBoundary(settings: Settings, now: Instant): Instant | null {
  const untils = settings.employments.map((employment) => verdictAt(employment, now).until ?? Infinity);
  const first = Math.min(...untils);
  return Number.isFinite(first) ? first : null;
}
