import type { HeldItem } from '../core/contact/types.ts';
import { verdictAt } from '../core/hours/verdict.ts';
import type { Settings } from '../core/settings/types.ts';
import type { Text } from '../core/text/text.ts';
import type { Clock, HeldStore, Notifier, SettingsStore } from './ports.ts';

export interface HandOverPorts {
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly held: HeldStore;
  readonly notifier: Notifier;
  readonly text: () => Promise<Text>;
}

/** At the start of hours, names everything that was held for that job in one digest; the items stay in the popup's list. */
export async function handOver({ clock, settings, held, notifier, text }: HandOverPorts): Promise<void> {
  const all = await held.all();
  const waiting = all.filter(({ handedOverAt }) => handedOverAt === null);
  if (waiting.length === 0) return;
  const now = clock.now();
  const current = await settings.read();
  const ids = waiting.filter((item) => isWorking(current, item, now)).map(({ id }) => id);
  if (ids.length === 0) return;
  // Marked first: a digest that failed is better than one that comes again with every heartbeat. A start of the browser
  // calls us more than once at the same time, and whoever marked an item names it.
  const marked = new Set(await held.markHandedOver(ids, now));
  const due = waiting.filter(({ id }) => marked.has(id));
  if (due.length === 0 || !current.digest) return;
  const t = await text();
  const perApp = [...countBy(due, ({ app }) => app)].map(([id, count]) => {
    const app = current.apps.find((chosen) => chosen.id === id)?.name ?? id;
    return t('digest.app', { app, count });
  });
  await notifier.digest(t('digest.title', { count: due.length }), perApp.join('\n'));
}

/** An item whose app is no longer chosen is handed over as soon as any job works. */
function isWorking(settings: Settings, item: HeldItem, now: number): boolean {
  const app = settings.apps.find(({ id }) => id === item.app);
  const jobs = app ? settings.employments.filter(({ id }) => id === app.employment) : settings.employments;
  return jobs.some((employment) => verdictAt(employment, now).kind === 'working');
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
