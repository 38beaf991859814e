import { dateAndTime } from '../../utils/core/text/dates.ts';
import type { ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Captured } from '../ui/captured.tsx';
import styles from './checkpoint-card.module.css';
import { ConfirmedMark } from './confirmed-mark.tsx';
import { KeyNumber } from './key-number.tsx';
import type { WitnessView } from './types.ts';

/** Whoever sent back a signature, with the key that made it: the name alone is what they call themselves. */
export function Witnesses({ all, zone }: { readonly all: readonly WitnessView[]; readonly zone: ZoneName }) {
  const t = useText();
  if (all.length === 0) {
    return (
      <p class={styles.state}>
        <ConfirmedMark confirmed={false} />
        <span>{t('checkpoints.unconfirmed')}</span>
      </p>
    );
  }
  return (
    <ul class={styles.witnesses}>
      {all.map(({ by, at, keyNumber }) => (
        <li key={`${at} ${keyNumber}`} class={styles.state}>
          <ConfirmedMark confirmed />
          <span>
            <Captured text={by} />
            <span class={styles.soft}>
              {t('checkpoints.witness-time', { time: dateAndTime(t.language, at, zone) })}
              <br />
              {t('checkpoints.witness-key')} <KeyNumber of={keyNumber} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
