import { browser } from 'wxt/browser';
import type { Sites } from '../app/ports.ts';
import { inTime } from './in-time.ts';

/** Bridge first: when both are injected late, its ear must be open before the hook speaks. */
const BRIDGE = '/bridge.js';
const HOOK = '/page-hook.js';

type Script = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

/**
 * Runs hook and bridge in exactly the sites that were chosen and granted; all other pages get no script at all.
 * `matchOriginAsFallback` reaches about:blank, srcdoc, blob: and data: frames; the types of the polyfill lack it and `world`.
 */
export function createSites(): Sites {
  let last: Promise<void> = Promise.resolve();
  return {
    async granted(patterns) {
      const allowed = await Promise.all(
        patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
      );
      return patterns.filter((_, index) => allowed[index]);
    },
    watch(patterns) {
      // One after the other: a grant also saves settings, and two registrations at once would meet each other's script ids.
      const settled = last.then(() => watch(patterns));
      last = settled.catch(() => undefined); // Its own caller hears of it.
      return settled;
    },
  };
}

async function watch(patterns: readonly string[]): Promise<void> {
  const matches = [...new Set(patterns)].sort();
  await register(matches);
  if (matches.length > 0) await inTime(injectIntoOpenTabs(matches));
}

async function register(matches: string[]): Promise<void> {
  const present = await browser.scripting.getRegisteredContentScripts();
  const unchanged = present.length === 2 && present.every((script) => sameList(script.matches ?? [], matches));
  if (unchanged || (present.length === 0 && matches.length === 0)) return;
  if (present.length > 0) await browser.scripting.unregisterContentScripts({ ids: present.map(({ id }) => id) });
  if (matches.length === 0) return;
  const common = {
    matches,
    runAt: 'document_start',
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  };
  await browser.scripting.registerContentScripts([
    { ...common, id: 'bridge', js: [BRIDGE], world: 'ISOLATED' } as Script,
    { ...common, id: 'page-hook', js: [HOOK], world: 'MAIN' } as Script,
  ]);
}

/** Tabs that were open before: late by construction, so what the app saved before stays native (docs/threat-model.md). */
async function injectIntoOpenTabs(matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  await Promise.all(tabs.map(({ id }) => inject(id)));
}

async function inject(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  const target = { tabId, allFrames: true };
  try {
    await browser.scripting.executeScript({ target, files: [BRIDGE], injectImmediately: true });
    await browser.scripting.executeScript({ target, files: [HOOK], injectImmediately: true, world: 'MAIN' } as never);
  } catch (error) {
    // Closed meanwhile, or an error page in place of the site: the registered scripts meet the next document.
    console.info('not injected', error);
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().every((item, index) => item === b[index]);
}
