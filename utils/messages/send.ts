import { browser } from 'wxt/browser';
import { sendBy } from './envelope.ts';
import type { MessageName, ReplyOf, RequestOf } from './types.ts';

/** Sends one message from a page of ours; throws as {@link sendBy} does. */
export const send = <N extends MessageName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> =>
  sendBy(browser.runtime, name, request);
