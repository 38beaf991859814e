import { browser } from 'wxt/browser';
import type { Alarms } from '../app/ports.ts';
import { HEARTBEAT_MS } from '../core/log/continuity.ts';
import { MINUTE_MS } from '../core/time/instant.ts';

const BOUNDARY = 'boundary';
const HEARTBEAT = 'heartbeat';

/** Alarms are lost at a restart of Firefox and drift with the wall clock there; every start sets them anew. */
export function createAlarms(): Alarms {
  return {
    async schedule(boundary) {
      const [set, heartbeat] = await Promise.all([browser.alarms.get(BOUNDARY), browser.alarms.get(HEARTBEAT)]);
      if (heartbeat === undefined) browser.alarms.create(HEARTBEAT, { periodInMinutes: HEARTBEAT_MS / MINUTE_MS });
      if (boundary === null) await browser.alarms.clear(BOUNDARY);
      else if (set?.scheduledTime !== boundary) browser.alarms.create(BOUNDARY, { when: boundary });
    },
  };
}
