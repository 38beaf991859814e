import { appForOrigin } from '../core/apps/patterns.ts';
import type { ChosenApp } from '../core/apps/types.ts';
import type { Treatment } from '../core/contact/types.ts';
import type { Employment, Verdict } from '../core/hours/types.ts';
import { verdictAt } from '../core/hours/verdict.ts';
import type { Settings } from '../core/settings/types.ts';
import type { Instant } from '../core/time/instant.ts';

export interface Judgement {
  readonly app: ChosenApp;
  readonly employment: Employment;
  readonly verdict: Verdict;
  /** In force after hours, with `general` resolved. */
  readonly treatment: Treatment;
}

export const treatmentOf = (settings: Settings, app: ChosenApp): Treatment =>
  app.treatment === 'general' ? settings.treatment : app.treatment;

/** Null where the origin is no chosen work app, or its employment has no hours yet: not ours to touch. */
export function judge(settings: Settings, origin: string, at: Instant): Judgement | null {
  const app = appForOrigin(settings.apps, origin);
  const employment = app && settings.employments.find(({ id }) => id === app.employment);
  if (!app || !employment) return null;
  return { app, employment, verdict: verdictAt(employment, at), treatment: treatmentOf(settings, app) };
}

/** Origin of a tab's address; empty for what has none. */
export const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');
