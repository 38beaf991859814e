import { useId } from 'preact/hooks';
import { MANUAL_CHANNELS, type ManualChannel } from '../../utils/core/contact/manual.ts';
import { useText } from '../text-context.tsx';
import styles from './manual.module.css';

interface ChannelChoiceProps {
  readonly value: ManualChannel;
  readonly onChange: (channel: ManualChannel) => void;
}

/** By what the person was reached: one tap, each with its word and its shape. */
export function ChannelChoice({ value, onChange }: ChannelChoiceProps) {
  const t = useText();
  const name = useId();
  return (
    <fieldset class={styles.group}>
      <legend>{t('manual.how')}</legend>
      <div class={styles.channels}>
        {MANUAL_CHANNELS.map((channel) => (
          <label key={channel} class={styles.channel}>
            <input
              type="radio"
              name={name}
              value={channel}
              checked={channel === value}
              onChange={() => onChange(channel)}
            />
            <ChannelShape channel={channel} />
            <span>{t(`manual.channel.${channel}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const SHAPES: Readonly<Record<ManualChannel, string>> = {
  call: 'M3 2h3l1.5 3.5L6 7a8 8 0 0 0 3 3l1.5-1.5L14 10v3a1 1 0 0 1-1 1A11 11 0 0 1 2 3a1 1 0 0 1 1-1Z',
  'phone-chat': 'M4.5 1.5h7v13h-7Z M7.5 12.5h1 M6.5 5h3 M6.5 7.5h3',
  sms: 'M2 3h12v8H7l-3 3v-3H2Z',
  visit: 'M8 2.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5Z M3 14c0-3 2-4.5 5-4.5s5 1.5 5 4.5',
  email: 'M2 3.5h12v9H2Z M2 4l6 5 6-5',
  other: 'M3.5 8h.1 M8 8h.1 M12.5 8h.1',
};

function ChannelShape({ channel }: { readonly channel: ManualChannel }) {
  return (
    <svg class={styles.shape} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPES[channel]} />
    </svg>
  );
}
