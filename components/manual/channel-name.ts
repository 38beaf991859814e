import { channelOf } from '../../utils/core/contact/manual.ts';
import type { Text } from '../../utils/core/text/text.ts';

/** `Phone call`, of the channel of a contact that was typed in; null for the id of an app. */
export function channelName(t: Text, app: string): string | null {
  const channel = channelOf(app);
  return channel === null ? null : t(`manual.channel.${channel}`);
}
