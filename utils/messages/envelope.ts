import type { MessageName, ReplyOf, RequestOf } from './types.ts';

/** Envelope of a reply; anything else (such as `undefined` from a background stopped in mid-message) is no answer. */
export type Envelope = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

/** What of `browser.runtime` sending needs. */
export interface Sender {
  sendMessage(message: unknown): Promise<Envelope | undefined>;
}

/**
 * Sends one message to the background.
 * @throws {Error} when the background refused it or gave no answer.
 */
export async function sendBy<N extends MessageName>(
  runtime: Sender,
  name: N,
  request: RequestOf<N>,
): Promise<ReplyOf<N>> {
  const envelope = await runtime.sendMessage({ name, request });
  if (envelope?.ok === true) return envelope.value as ReplyOf<N>;
  throw new Error(`${name}: ${envelope === undefined ? 'no answer' : envelope.error}`);
}
