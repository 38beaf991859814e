import type { browser as Polyfilled } from 'wxt/browser';
import { sendBy } from '../../utils/messages/envelope.ts';
import type { MessageName, ReplyOf, RequestOf } from '../../utils/messages/types.ts';

/**
 * The popup speaks to the browser itself. From Chrome 137 and Firefox 140 on all that it calls answers with promises,
 * and the polyfill is a quarter of what a popup may weigh (DESIGN §9).
 */
interface NativeScope {
  readonly browser?: typeof Polyfilled;
  readonly chrome: typeof Polyfilled;
}
const scope = globalThis as unknown as NativeScope;
export const browser = scope.browser ?? scope.chrome;

/** As `send` in utils/messages. */
export const send = <N extends MessageName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> =>
  sendBy(browser.runtime, name, request);
