import type { ComponentChildren } from 'preact';
import { dateAndTime } from '../../utils/core/text/dates.ts';
import type { ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './checkpoint-card.module.css';
import { GiveAway } from './give-away.tsx';
import { KeyNumber } from './key-number.tsx';
import { QrCode } from './qr-code.tsx';
import { Stamps } from './stamps.tsx';
import type { CheckpointView, GiveAwayWays } from './types.ts';
import { Witnesses } from './witnesses.tsx';

export interface CheckpointCardProps extends GiveAwayWays {
  readonly checkpoint: CheckpointView;
  /** Lines of the log as it is now. */
  readonly logSize: number;
  readonly zone: ZoneName;
}

/** One checkpoint: the code to photograph, what it says, who confirmed it, and the other ways to give it away. */
export function CheckpointCard({ checkpoint, logSize, zone, ...ways }: CheckpointCardProps) {
  const t = useText();
  const { number, size, at, text, keyNumber, witnesses, stamps } = checkpoint;
  const since = logSize - size;
  if (keyNumber === null) return <Notice kind="care">{t('checkpoints.damaged')}</Notice>;
  return (
    <div class={styles.card}>
      <div class={styles.code}>
        <QrCode text={text} alt={t('checkpoints.qr-alt', { number })} />
      </div>
      <div class={styles.side}>
        <dl class={styles.facts}>
          <Fact name={t('checkpoints.fact.made')}>{dateAndTime(t.language, at, zone)}</Fact>
          <Fact name={t('checkpoints.fact.covers')}>
            {since > 0 ? t('checkpoints.lines', { count: size }) : t('checkpoints.lines-whole', { count: size })}
            {since > 0 && <span class={styles.soft}>{t('checkpoints.since', { count: since })}</span>}
          </Fact>
          <Fact name={t('checkpoints.fact.key')}>
            <span class={styles.key}>
              <KeyNumber of={keyNumber} />
            </span>
            <span class={styles.soft}>{t('checkpoints.key-hint')}</span>
          </Fact>
          <Fact name={t('checkpoints.fact.confirmed')}>
            <Witnesses all={witnesses} zone={zone} />
          </Fact>
          {stamps.length > 0 && (
            <Fact name={t('checkpoints.fact.stamped')}>
              <Stamps all={stamps} zone={zone} />
            </Fact>
          )}
        </dl>
      </div>
      <GiveAway checkpoint={checkpoint} {...ways} />
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
