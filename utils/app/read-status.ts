import { isManualApp } from '../core/contact/manual.ts';
import { combinedStateAt } from '../core/hours/combined.ts';
import { isOverride } from '../core/hours/exceptions.ts';
import type { HoursOverride, Verdict } from '../core/hours/types.ts';
import { verdictAt } from '../core/hours/verdict.ts';
import { weekOfHours } from '../core/hours/week.ts';
import type { Settings } from '../core/settings/types.ts';
import { localParts } from '../core/time/zones.ts';
import type { VaultState } from '../core/vault/types.ts';
import type { AppStatus, Status } from '../messages/types.ts';
import { treatmentOf } from './judge.ts';
import type { Clock, DayCountStore, DayCounts, HeldStore, Notifier, SettingsStore, Sites } from './ports.ts';
import { sitesOf } from './sites-of.ts';

export interface ReadStatusPorts {
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly held: HeldStore;
  readonly days: DayCountStore;
  readonly sites: Sites;
  readonly notifier: Notifier;
  readonly logBroken: () => boolean;
  readonly vault: () => Promise<VaultState>;
}

export async function readStatus(ports: ReadStatusPorts): Promise<Status> {
  const now = ports.clock.now();
  const settings = await ports.settings.read();
  const [first] = settings.employments;
  const verdicts: Record<string, Verdict> = {};
  for (const employment of settings.employments) verdicts[employment.id] = verdictAt(employment, now);
  const [apps, heldCount, today, mayNotify, vault] = await Promise.all([
    appStatuses(settings, ports.sites),
    ports.held.count(),
    ports.days.of(localParts(now, ports.clock.zone()).date),
    ports.notifier.allowed(),
    ports.vault(),
  ]);
  return {
    now,
    settings,
    setUp: settings.employments.length > 0,
    verdicts,
    ...combinedStateAt(settings.employments, now),
    override: runningOverride(settings, now),
    week: first === undefined ? null : weekOfHours(first, now),
    apps,
    heldCount,
    today: observed(today),
    mayNotify,
    logBroken: ports.logBroken(),
    vault,
  };
}

/** What the person typed in is counted apart, under ids of its own: it never adds up with what was seen. */
const observed = ({ afterHours, inHours }: DayCounts): DayCounts => ({
  afterHours: Object.fromEntries(Object.entries(afterHours).filter(([app]) => !isManualApp(app))),
  inHours: Object.fromEntries(Object.entries(inHours).filter(([app]) => !isManualApp(app))),
});

function appStatuses(settings: Settings, sites: Sites): Promise<AppStatus[]> {
  return Promise.all(
    settings.apps.map(async (app) => {
      const { id, name, employment } = app;
      return { id, name, employment, treatment: treatmentOf(settings, app), ...(await sitesOf(app, sites)) };
    }),
  );
}

export function runningOverride(settings: Settings, now: number): HoursOverride | null {
  const all = settings.employments.flatMap(({ exceptions }) => exceptions.filter(isOverride));
  const running = all.filter(({ from, until }) => from <= now && now < until);
  return running.reduce<HoursOverride | null>(
    (last, one) => (last === null || one.from > last.from ? one : last),
    null,
  );
}
