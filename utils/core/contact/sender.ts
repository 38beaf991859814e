import type { SenderRule } from '../apps/types.ts';
import type { PrivateContent } from '../log/types.ts';
import type { RecordLevel } from '../settings/types.ts';

/** Names longer than this are cut; a rule never reads further into a text than `READ_CAP`. */
export const SENDER_CAP = 128;
const READ_CAP = 512;

/** The sender's name as the catalogue's rule reads it, null where the app does not tell. A name is no proof of identity. */
export function readSender(rule: SenderRule | null, title: string, text: string): string | null {
  if (rule === null) return null;
  const source = (rule.from === 'title' ? title : text).slice(0, READ_CAP);
  const name = new RegExp(rule.pattern, 'u').exec(source)?.[1]?.trim().slice(0, SENDER_CAP);
  return name === undefined || name === '' ? null : name;
}

/** What of a contact enters the private part of the log, by the person's own choice; null when nothing does. */
export function privateContent(
  record: RecordLevel,
  contact: { readonly title: string; readonly text: string; readonly cut: boolean },
  sender: string | null,
  alias: string | null,
): PrivateContent | null {
  const title = record.title && contact.title !== '' ? contact.title : null;
  const text = record.text && contact.text !== '' ? contact.text : null;
  const content: PrivateContent = {
    ...(record.sender !== 'none' && alias !== null ? { alias } : {}),
    ...(record.sender === 'name' && sender !== null ? { sender } : {}),
    ...(title === null ? {} : { title }),
    ...(text === null ? {} : { text }),
    ...(contact.cut && (title !== null || text !== null) ? { cut: true } : {}),
  };
  return Object.keys(content).length === 0 ? null : content;
}
