import { useState } from 'preact/hooks';
import { dateAndTime } from '../../utils/core/text/dates.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { CheckpointCard, type CheckpointCardProps } from './checkpoint-card.tsx';
import styles from './checkpoints-view.module.css';
import { ConfirmedMark } from './confirmed-mark.tsx';
import type { CheckpointView } from './types.ts';

const PAGE = 20;

interface EarlierListProps extends Omit<CheckpointCardProps, 'checkpoint'> {
  /** Newest first. */
  readonly checkpoints: readonly CheckpointView[];
}

/** The earlier ones count as well, if somebody has them. Folded, since the latest one says more. */
export function EarlierList({ checkpoints, ...card }: EarlierListProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(PAGE);
  return (
    <details class={styles.earlier} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('checkpoints.earlier', { count: checkpoints.length })}</summary>
      {open && (
        <>
          <ul class={styles.list}>
            {checkpoints.slice(0, shown).map((checkpoint) => (
              <Earlier key={checkpoint.number} checkpoint={checkpoint} {...card} />
            ))}
          </ul>
          {shown < checkpoints.length && (
            <ButtonRow>
              <Button onClick={() => setShown(shown + PAGE)}>{t('checkpoints.more')}</Button>
            </ButtonRow>
          )}
        </>
      )}
    </details>
  );
}

function Earlier(props: CheckpointCardProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { number, size, at, witnesses } = props.checkpoint;
  const confirmed = witnesses.length > 0;
  return (
    <li>
      <details class={styles.one} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class={styles.oneFacts}>
            <span class={styles.oneName}>{t('checkpoints.one', { number })}</span>
            <span>{dateAndTime(t.language, at, props.zone)}</span>
            <span>{t('checkpoints.lines', { count: size })}</span>
            <span class={styles.oneState}>
              <ConfirmedMark confirmed={confirmed} />
              {confirmed ? t('checkpoints.state.confirmed') : t('checkpoints.state.open')}
            </span>
          </span>
        </summary>
        {open && <CheckpointCard {...props} />}
      </details>
    </li>
  );
}
