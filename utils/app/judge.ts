import { appAt, permissionPattern } from '../core/apps/patterns.ts';
import type { ChosenApp } from '../core/apps/types.ts';
import type { ContactSource, Treatment } from '../core/contact/types.ts';
import type { Employment, Verdict } from '../core/hours/types.ts';
import { verdictAt } from '../core/hours/verdict.ts';
import type { Settings } from '../core/settings/types.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Sites } from './ports.ts';

export interface Judgement {
  readonly app: ChosenApp;
  readonly employment: Employment;
  readonly verdict: Verdict;
  /** In force after hours, with `general` resolved. */
  readonly treatment: Treatment;
  /** In force at this moment, unless the person is working: whoever stands by wants to be reached. */
  readonly treatmentNow: Treatment;
}

export const treatmentOf = (settings: Settings, app: ChosenApp): Treatment =>
  app.treatment === 'general' ? settings.treatment : app.treatment;

/** Null where the address is no chosen work app or account, or its employment has no hours yet: not ours to touch. */
export function judge(settings: Settings, address: string, at: Instant): Judgement | null {
  const app = appAt(settings.apps, address);
  const employment = app && settings.employments.find(({ id }) => id === app.employment);
  if (!app || !employment) return null;
  const verdict = verdictAt(employment, at);
  const treatment = treatmentOf(settings, app);
  return { app, employment, verdict, treatment, treatmentNow: verdict.kind === 'on-call' ? 'show' : treatment };
}

/** As `judge`, and null also where the permission was withdrawn: a page that was open before keeps its bridge until it is left. */
export async function judgeWatched(
  sites: Pick<Sites, 'granted'>,
  settings: Settings,
  { origin, address }: ContactSource,
  at: Instant,
): Promise<Judgement | null> {
  const judgement = judge(settings, address, at);
  if (judgement === null) return null;
  const granted = await sites.granted([permissionPattern(`${origin}/*`)]);
  return granted.length > 0 ? judgement : null;
}
