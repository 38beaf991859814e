import { softwareOf } from './software.ts';
import type { SenderRule, WorkerMessageShape } from './types.ts';

/**
 * How the notifications of known apps are read, by the catalogue's id: the part of the catalogue that the background needs,
 * which starts on every wake-up and would have to read all of it.
 */
export const senderRuleOf = (app: string): SenderRule | null => SENDERS.get(softwareOf(app)) ?? null;

/** How pages of that app ask their own site worker to notify. */
export const workerMessagesOf = (app: string): readonly WorkerMessageShape[] =>
  WORKER_MESSAGES.get(softwareOf(app)) ?? [];

const SENDERS: ReadonlyMap<string, SenderRule> = new Map([
  // Name of the chat or the contact.
  ['whatsapp', { from: 'title', pattern: '^(.+)$' }],
  // Version K writes "sender @ group"; version A the name of the chat.
  ['telegram', { from: 'title', pattern: '^(.+?)(?: @ .+)?$' }],
  ['mattermost', { from: 'text', pattern: '^@([^:]+):' }],
  ['zulip', { from: 'title', pattern: String.raw`^(?:\d+ messages from )?(.+?) \(` }],
  // "sender (room)", or one name alone where both are equal.
  ['element', { from: 'title', pattern: String.raw`^(.+?)(?: \(|$)` }],
]);

const WORKER_MESSAGES: ReadonlyMap<string, readonly WorkerMessageShape[]> = new Map([
  [
    'telegram',
    [
      {
        typeKey: 'type',
        typeValue: 'showMessageNotification',
        titlePath: 'payload.title',
        textPath: 'payload.body',
        tagPath: 'payload.chatId',
      },
    ],
  ],
]);

/** Apps of which something is known here. */
export const APPS_WITH_RULES: readonly string[] = [...new Set([...SENDERS.keys(), ...WORKER_MESSAGES.keys()])];
