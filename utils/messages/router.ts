import type { ContactSource } from '../core/contact/types.ts';
import type { Envelope } from './envelope.ts';
import { RULES } from './schemas.ts';
import type { MessageName, ReplyOf, RequestOf } from './types.ts';

/** What the browser says of a sender. The payload is a claim; this is evidence. */
export interface SenderData {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?:
    | { readonly id?: number | undefined; readonly url?: string | undefined; readonly incognito?: boolean }
    | undefined;
}

export type Handlers = {
  readonly [N in MessageName]: (request: RequestOf<N>, source: ContactSource) => Promise<ReplyOf<N>>;
};

const NO_SOURCE: ContactSource = { origin: '', address: '', tabId: -1, frameId: -1 };

/**
 * Answers a runtime message, or returns undefined for what is not one of ours.
 * @param ourId id of this extension; `ourBase` its base URL (`moz-extension://…/`).
 */
export function createRouter(handlers: Handlers, ourId: string, ourBase: string, onError: (error: unknown) => void) {
  return (message: unknown, sender: SenderData): Promise<Envelope> | undefined => {
    const { name, request } = (message ?? {}) as { name?: unknown; request?: unknown };
    if (typeof name !== 'string' || !Object.hasOwn(RULES, name) || sender.id !== ourId) return undefined;
    return answer(name as MessageName, request, sender);
  };

  async function answer(name: MessageName, request: unknown, sender: SenderData): Promise<Envelope> {
    const rule = RULES[name];
    const isPage = sender.url?.startsWith(ourBase) === true;
    const source = isPage ? NO_SOURCE : sourceOf(sender);
    if (source === null || rule.from !== (isPage ? 'page' : 'bridge')) return { ok: false, error: 'not allowed' };
    const parsed = rule.request.safeParse(request);
    if (!parsed.success) return { ok: false, error: `bad request: ${parsed.error.issues[0]?.path.join('.') ?? ''}` };
    try {
      const handle = handlers[name] as (request: unknown, source: ContactSource) => Promise<unknown>;
      return { ok: true, value: await handle(parsed.data, source) };
    } catch (error) {
      onError(error);
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  }
}

/**
 * Private windows never enter; frames without an origin of their own count as their tab's page. The address is the tab's
 * wherever that has the same origin: `sender.url` stays as the document was loaded when a page moves on by `pushState`.
 */
function sourceOf(sender: SenderData): ContactSource | null {
  const { tab, frameId } = sender;
  if (tab?.id === undefined || frameId === undefined || tab.incognito === true) return null;
  const origin = [sender.origin, sender.url, tab.url].map(webOrigin).find(Boolean);
  if (!origin) return null;
  const home = `${origin}/`;
  const address = [tab.url, sender.url].find((url) => url?.startsWith(home)) ?? home;
  return { origin, address, tabId: tab.id, frameId };
}

/** Empty for what is no address of a website. */
function webOrigin(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return '';
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? origin : '';
}
