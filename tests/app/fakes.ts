import type {
  Append,
  Appended,
  Clock,
  HeldStore,
  LogStore,
  SettingsStore,
  Tabs,
  WorkTab,
} from '../../utils/app/ports.ts';
import type { ChosenApp } from '../../utils/core/apps/types.ts';
import type { ContactSource, HeldItem, OfferedContact, Treatment } from '../../utils/core/contact/types.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { ContactDraft } from '../../utils/core/log/types.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/core/settings/types.ts';

/** A Tuesday, 21:00 in Bogotá (UTC-5, no clock changes). */
export const EVENING = Date.parse('2026-11-24T21:00:00-05:00');
export const MORNING = Date.parse('2026-11-25T10:00:00-05:00');

const WORKDAY = [{ startMinute: 9 * 60, endMinute: 18 * 60 }];

/** Monday to Friday, 9 to 18. */
export const JOB: Employment = {
  id: 'job',
  label: 'Job',
  zoneRule: 'fixed',
  zone: 'America/Bogota',
  hours: [
    {
      validFrom: '2026-01-01',
      pattern: { kind: 'weekly', days: [WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, [], []] },
    },
  ],
  exceptions: [],
};

/** The same job, on call from 20 to 24 every evening. */
export const ON_CALL_JOB: Employment = {
  ...JOB,
  windows: [
    {
      kind: 'on-call',
      validFrom: '2026-01-01',
      pattern: { kind: 'weekly', days: Array(7).fill([{ startMinute: 20 * 60, endMinute: 24 * 60 }]) },
      pay: 'unclear',
    },
  ],
};

export const CHAT: ChosenApp = {
  id: 'site-chat',
  name: 'Chat',
  patterns: ['https://chat.example.org/*'],
  employment: 'job',
  treatment: 'general',
};

export const SETTINGS: Settings = { ...DEFAULT_SETTINGS, employments: [JOB], apps: [CHAT] };

export const ON_CALL: Settings = { ...SETTINGS, employments: [ON_CALL_JOB] };

export const SOURCE: ContactSource = {
  origin: 'https://chat.example.org',
  address: 'https://chat.example.org/room',
  tabId: 1,
  frameId: 0,
};

export const idOf = (n: number): string => n.toString(16).padStart(32, '0');

/** A contact that came from the chat in the evening and was held, as the log takes it. */
export const contactDraft = (n: number, change: Partial<ContactDraft> = {}): ContactDraft => ({
  kind: 'contact',
  id: idOf(n),
  app: CHAT.id,
  origin: SOURCE.origin,
  route: 'page',
  certainty: 'observed',
  treatment: 'hold',
  failedOpen: false,
  employment: 'job',
  verdict: { kind: 'off', reason: 'outside-hours', layer: 'contract', rule: 'hours@2026-01-01', until: null },
  content: null,
  ...change,
});

export const offer = (n: number, change: Partial<OfferedContact> = {}): OfferedContact => ({
  id: idOf(n),
  route: 'page',
  title: `Message ${n}`,
  text: 'Can you look at this tonight?',
  tag: '',
  cut: false,
  failedOpen: false,
  ...change,
});

export function clockAt(start: number): Clock & { set(at: number): void } {
  let now = start;
  return {
    now: () => now,
    zone: () => 'America/Bogota',
    set: (at) => {
      now = at;
    },
  };
}

export function settingsIn(start: Settings): SettingsStore {
  let current = start;
  return {
    read: async () => current,
    write: async (settings) => {
      current = settings;
    },
  };
}

/** A log in memory; `fail` makes the next appends reject. */
export function memoryLog(): LogStore & { readonly items: Append[]; readonly beats: number; fail: Error | null } {
  const known = new Map<string, Appended>();
  const log = {
    items: [] as Append[],
    beats: 0,
    fail: null as Error | null,
    head: async () => ({ log: '0'.repeat(32), size: log.items.length, hash: '0'.repeat(64) }),
    beat: async () => {
      if (log.fail !== null) throw log.fail;
      log.beats += 1;
    },
    append: async (items: readonly Append[]) => {
      if (log.fail !== null) throw log.fail;
      return items.map((item): Appended => {
        const key = 'id' in item.draft ? item.draft.id : item.once;
        const before = key === undefined ? undefined : known.get(key);
        if (before !== undefined) return before;
        const seq = log.items.push(item);
        const treatment: Treatment | null = item.draft.kind === 'contact' ? item.draft.treatment : null;
        if (key !== undefined) known.set(key, { seq, before: treatment });
        return { seq, before: null };
      });
    },
  };
  return log;
}

export function heldIn(items: readonly HeldItem[]): HeldStore {
  const held = new Map(items.map((item) => [item.id, item]));
  return {
    all: async () => [...held.values()],
    find: async (id) => held.get(id),
    count: async () => held.size,
    remove: async (ids) => {
      for (const id of ids) held.delete(id);
    },
    markHandedOver: async (ids, at) => {
      const fresh = ids.filter((id) => held.get(id)?.handedOverAt === null);
      for (const id of fresh) held.set(id, { ...(held.get(id) as HeldItem), handedOverAt: at });
      return fresh;
    },
  };
}

export const heldItem = (n: number, change: Partial<HeldItem> = {}): HeldItem => ({
  id: idOf(n),
  seq: n,
  app: CHAT.id,
  origin: SOURCE.origin,
  tabId: SOURCE.tabId,
  frameId: SOURCE.frameId,
  at: EVENING,
  sender: null,
  title: `Message ${n}`,
  text: '',
  handedOverAt: null,
  ...change,
});

export const workTab = (id: number, change: Partial<WorkTab> = {}): WorkTab => ({
  id,
  url: 'https://chat.example.org/room',
  muted: false,
  mutedByUs: false,
  unmutedByPerson: false,
  discarded: false,
  ...change,
});

/** Tabs that note what was done to them. */
export function tabsOf(tabs: readonly WorkTab[], calls: readonly number[] = []): Tabs & { readonly done: string[] } {
  const done: string[] = [];
  return {
    done,
    open: async () => tabs,
    setMuted: async (id, muted) => {
      done.push(`${muted ? 'mute' : 'unmute'} ${id}`);
    },
    inCall: async (id) => calls.includes(id),
    focus: async (id) => {
      done.push(`focus ${id}`);
      return tabs.some((tab) => tab.id === id);
    },
    create: async (url) => {
      done.push(`create ${url}`);
    },
    click: async (tabId, frameId, id) => {
      done.push(`click ${tabId}/${frameId} ${id}`);
    },
    askAboutEach: async (tabId, each) => {
      done.push(`${each ? 'ask' : 'gate'} ${tabId}`);
    },
    notifyInside: async (tabId, title) => {
      done.push(`notify ${tabId} ${title}`);
      return 'raised';
    },
  };
}
