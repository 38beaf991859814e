import type { Page } from 'puppeteer-core';
import type { ChosenApp } from '../../utils/core/apps/types.ts';
import type { Employment, Span } from '../../utils/core/hours/types.ts';
import { DEFAULT_SETTINGS } from '../../utils/core/settings/types.ts';
import type { Envelope } from '../../utils/messages/envelope.ts';
import type { MessageName, ReplyOf, RequestOf } from '../../utils/messages/types.ts';
import type { Driver } from '../browsers/driver.ts';

/** The part of the extension API that our own pages use here; Firefox has it under this name as well. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

const MINUTES_PER_DAY = 1_440;
const FAR_MINUTES = 180;

/** A page of the extension, kept open to speak with the background as the person's settings page does. */
export interface Desk {
  readonly page: Page;
  ask<N extends MessageName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>>;
  /** One job that is always on, or off for hours to come, with these work apps. */
  arrange(hours: 'working' | 'off', apps: readonly ChosenApp[]): Promise<void>;
}

export async function openDesk(driver: Driver): Promise<Desk> {
  const page = await driver.openPage(driver.extensionUrl('/log.html'));
  const ask: Desk['ask'] = async (name, request) => {
    const reply = await page.evaluate(
      (text) => chrome.runtime.sendMessage(JSON.parse(text)),
      JSON.stringify({ name, request }),
    );
    const envelope = reply as Envelope | undefined;
    if (envelope?.ok !== true) throw new Error(`${name}: ${envelope?.error ?? 'no answer'}`);
    return envelope.value as ReplyOf<typeof name>;
  };
  return {
    page,
    ask,
    async arrange(hours, apps) {
      const settings = { ...DEFAULT_SETTINGS, language: 'en', employments: [jobThatIs(hours)], apps } as const;
      const saved = await ask('settings.save', { settings });
      if (!saved.ok) throw new Error(`The settings were refused: ${saved.problem.code} in ${saved.problem.field}.`);
    },
  };
}

/** Working: every minute of the week. Off: an hour a day, three hours from now. */
function jobThatIs(hours: 'working' | 'off'): Employment {
  const now = new Date();
  const startMinute = (now.getUTCHours() * 60 + now.getUTCMinutes() + FAR_MINUTES) % MINUTES_PER_DAY;
  const span: Span =
    hours === 'working' ? { startMinute: 0, endMinute: MINUTES_PER_DAY } : { startMinute, endMinute: startMinute + 60 };
  return {
    id: 'job',
    label: 'Practice job',
    zoneRule: 'fixed',
    zone: 'UTC',
    hours: [{ validFrom: '2020-01-01', pattern: { kind: 'weekly', days: Array.from({ length: 7 }, () => [span]) } }],
    exceptions: [],
  };
}
