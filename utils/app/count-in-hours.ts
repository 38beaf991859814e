import type { ContactSource } from '../core/contact/types.ts';
import { localParts } from '../core/time/zones.ts';
import { judgeWatched } from './judge.ts';
import type { Clock, DayCountStore, SettingsStore, Sites } from './ports.ts';

export interface CountInHours {
  add(app: string, count: number): Promise<void>;
  /** A page's own count of what it showed natively during hours. */
  tell(count: number, source: ContactSource): Promise<void>;
}

/** In-hours contacts are a plain counter per day and app: totals beside the after-hours totals, nothing else. */
export function createCountInHours(ports: {
  clock: Clock;
  settings: SettingsStore;
  sites: Pick<Sites, 'granted'>;
  days: DayCountStore;
  changed: () => void;
}): CountInHours {
  const add = async (app: string, count: number): Promise<void> => {
    const { date } = localParts(ports.clock.now(), ports.clock.zone());
    await ports.days.addInHours(date, app, count);
    ports.changed();
  };
  return {
    add,
    async tell(count, source) {
      const settings = await ports.settings.read();
      const judgement = await judgeWatched(ports.sites, settings, source, ports.clock.now());
      if (judgement !== null) await add(judgement.app.id, count);
    },
  };
}
