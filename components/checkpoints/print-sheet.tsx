import { dateAndTime } from '../../utils/core/text/dates.ts';
import type { ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import styles from './print-sheet.module.css';
import { QrCode } from './qr-code.tsx';
import type { CheckpointView } from './types.ts';

interface PrintSheetProps {
  readonly checkpoint: CheckpointView;
  readonly zone: ZoneName;
}

/** One page for whoever receives a checkpoint on paper: what it says, and where to sign that they have it. */
export function PrintSheet({ checkpoint, zone }: PrintSheetProps) {
  const t = useText();
  const { number, size, at, text, keyNumber } = checkpoint;
  const toFill = [t('checkpoints.sheet.name'), t('checkpoints.sheet.date'), t('checkpoints.sheet.signature')];
  return (
    <article class={styles.sheet} lang={t.language}>
      <h1>{t('checkpoints.sheet.title', { number })}</h1>
      <p>{t('checkpoints.sheet.intro', { count: size, time: dateAndTime(t.language, at, zone), zone })}</p>
      <div class={styles.code}>
        <QrCode text={text} alt={t('checkpoints.qr-alt', { number })} />
      </div>
      <pre class={styles.lines}>{text}</pre>
      <dl class={styles.key}>
        <dt>{t('checkpoints.fact.key')}</dt>
        <dd>{keyNumber}</dd>
      </dl>
      <h2>{t('checkpoints.sheet.received')}</h2>
      <dl class={styles.fill}>
        {toFill.map((label) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd />
          </div>
        ))}
      </dl>
      <p class={styles.keep}>{t('checkpoints.sheet.keep')}</p>
    </article>
  );
}
