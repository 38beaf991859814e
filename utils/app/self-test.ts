import { appAt } from '../core/apps/patterns.ts';
import type { ContactSource, OfferedContact, Treatment } from '../core/contact/types.ts';
import type { Text } from '../core/text/text.ts';
import type { SelfTestOutcome } from '../messages/types.ts';
import type { SettingsStore, Tabs } from './ports.ts';

/** Generous, since a cold page and a cold background are part of what is tested. */
const ANSWER_TIME_MS = 5_000;

const OUTCOMES: Readonly<Record<Treatment, SelfTestOutcome>> = { hold: 'held', flag: 'flagged', show: 'shown' };

export interface SelfTest {
  /** Raises a real notification inside an open page of the app; treated as after hours, whatever the hour. */
  send(app: string): Promise<SelfTestOutcome>;
  isSelfTest(source: ContactSource, contact: OfferedContact, treatment: Treatment): boolean;
}

export function createSelfTest(ports: { settings: SettingsStore; tabs: Tabs; text: () => Promise<Text> }): SelfTest {
  let awaited: { tabId: number; title: string; met: (outcome: SelfTestOutcome) => void } | null = null;
  /** Tests that came in: a page that was answered late offers the same one again. */
  const known = new Set<string>();

  return {
    async send(appId) {
      const { apps } = await ports.settings.read();
      const tab = (await ports.tabs.open()).find(({ url, discarded }) => !discarded && appAt(apps, url)?.id === appId);
      if (tab === undefined) return 'no-tab';
      const t = await ports.text();
      const title = t('test.title');
      const outcome = new Promise<SelfTestOutcome>((met) => {
        awaited = { tabId: tab.id, title, met };
        setTimeout(() => met('no-answer'), ANSWER_TIME_MS);
      });
      await ports.tabs.askAboutEach(tab.id, true);
      try {
        const raised = await ports.tabs.notifyInside(tab.id, title, t('test.body'));
        if (raised === 'raised') return await outcome; // One that comes too late is still no contact, and so is awaited on.
        awaited = null;
        return raised;
      } finally {
        await ports.tabs.askAboutEach(tab.id, false);
      }
    },
    isSelfTest(source, contact, treatment) {
      if (known.has(contact.id)) return true;
      if (awaited === null || awaited.tabId !== source.tabId || awaited.title !== contact.title) return false;
      known.add(contact.id);
      awaited.met(contact.failedOpen ? 'no-answer' : OUTCOMES[treatment]);
      awaited = null;
      return true;
    },
  };
}
