import { browser } from 'wxt/browser';
import type { Badge } from '../app/ports.ts';

/** Never the only sign of a state: the badge carries text, the tooltip a sentence. */
const COLOURS = {
  working: '#5b6b8c',
  off: '#2f4a86',
  'on-call': '#6a4270',
  unset: '#6b7280',
  trouble: '#a23b2a',
} as const;

export function createBadge(): Badge {
  return {
    async show({ text, title, tone }) {
      await Promise.all([
        browser.action.setBadgeText({ text }),
        browser.action.setTitle({ title }),
        browser.action.setBadgeBackgroundColor({ color: COLOURS[tone] }),
        browser.action.setBadgeTextColor?.({ color: '#ffffff' }),
      ]);
    },
  };
}
