import { browser } from 'wxt/browser';
import type { MessageName, ReplyOf, RequestOf } from './types.ts';

/** Envelope of a reply; anything else (such as `undefined` from a background stopped in mid-message) is no answer. */
export type Envelope = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

/**
 * Sends one message to the background from a page of ours.
 * @throws {Error} when the background refused it or gave no answer.
 */
export async function send<N extends MessageName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> {
  const envelope: Envelope | undefined = await browser.runtime.sendMessage({ name, request });
  if (envelope?.ok === true) return envelope.value as ReplyOf<N>;
  throw new Error(`${name}: ${envelope === undefined ? 'no answer' : envelope.error}`);
}
