import type { WatchState } from '../core/log/types.ts';
import { HOUR_MS } from '../core/time/instant.ts';
import type { Append, Clock, LoggedWatchStore, LogStore, SettingsStore, Sites } from './ports.ts';
import { sitesOf } from './sites-of.ts';

export interface KeepWatchedPorts {
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly sites: Pick<Sites, 'granted'>;
  readonly log: Pick<LogStore, 'append'>;
  readonly logged: LoggedWatchStore;
}

/** Said again after this, so that a part of the log says it too. */
const AGAIN_MS = 7 * 24 * HOUR_MS;

/**
 * Writes into the log which apps are watched from now on, and which no longer are, so that coverage can be told from the
 * log alone. Nothing where all is as logged. Returns whether anything was written.
 */
export async function keepWatched({ clock, settings, sites, log, logged }: KeepWatchedPorts): Promise<boolean> {
  const { apps } = await settings.read();
  const before = await logged.read();
  const states = new Map<string, WatchState>(Object.keys(before).map((app) => [app, 'not-chosen']));
  for (const app of apps) states.set(app.id, (await sitesOf(app, sites)).watching ? 'watched' : 'no-permission');

  const at = clock.now();
  const news = [...states].filter(([app, what]) => {
    const last = before[app];
    return last?.what !== what || Math.abs(at - last.at) >= AGAIN_MS;
  });
  if (news.length === 0) return false;
  await log.append(news.map(([app, what]): Append => ({ draft: { kind: 'watch', app, what } })));
  // Killed in between, we say it once more; the other way round it would never be said.
  const said = Object.fromEntries(news.map(([app, what]) => [app, { what, at }]));
  const kept = Object.entries({ ...before, ...said }).filter(([, { what }]) => what !== 'not-chosen');
  await logged.write(Object.fromEntries(kept));
  return true;
}
