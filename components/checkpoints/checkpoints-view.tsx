import { useState } from 'preact/hooks';
import type { ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState, Section } from '../ui/section.tsx';
import { AddWitness, type AddWitnessProps } from './add-witness.tsx';
import { CheckpointCard } from './checkpoint-card.tsx';
import styles from './checkpoints-view.module.css';
import { EarlierList } from './earlier-list.tsx';
import { MakeNotice } from './make-notice.tsx';
import { TimeStamps, type TimeStampsProps } from './time-stamps.tsx';
import type { CheckpointView, GiveAwayWays, MakeOutcome } from './types.ts';

export interface CheckpointsViewProps extends GiveAwayWays, AddWitnessProps, TimeStampsProps {
  /** Newest first; null until they have been read. */
  readonly checkpoints: readonly CheckpointView[] | null;
  /** They could not be read. */
  readonly failed: boolean;
  /** Lines of the log as it is now. */
  readonly logSize: number;
  readonly zone: ZoneName;
  readonly onMake: () => Promise<MakeOutcome>;
}

/** The part of the log page from which checkpoints are made, given away and confirmed. */
export function CheckpointsView(props: CheckpointsViewProps) {
  const t = useText();
  const { checkpoints, failed, logSize } = props;
  return (
    <Section title={t('checkpoints.title')} intro={t('checkpoints.intro')} anchor="checkpoints">
      {failed && <Notice kind="care">{t('checkpoints.unread')}</Notice>}
      {checkpoints !== null && logSize === 0 && <EmptyState>{t('checkpoints.none-yet')}</EmptyState>}
      {checkpoints !== null && logSize > 0 && <Whole {...props} checkpoints={checkpoints} />}
    </Section>
  );
}

type WholeProps = CheckpointsViewProps & { readonly checkpoints: readonly CheckpointView[] };

function Whole({
  checkpoints,
  onMake,
  onWitness,
  services,
  onServices,
  onStamp,
  failed: _failed,
  ...card
}: WholeProps) {
  const t = useText();
  const [making, setMaking] = useState(false);
  const [outcome, setOutcome] = useState<MakeOutcome | null>(null);
  const [adding, setAdding] = useState(false);
  const [stamping, setStamping] = useState(false);
  const [latest, ...earlier] = checkpoints;
  const behind = (latest?.size ?? 0) < card.logSize;
  // "Nothing was logged since" stops being true with the next line.
  const told = outcome?.kind === 'same' && behind ? null : outcome;

  const make = async (): Promise<void> => {
    setMaking(true);
    setOutcome(await onMake().catch(notMade));
    setMaking(false);
  };

  return (
    <>
      {latest === undefined ? (
        <EmptyState>{t('checkpoints.none')}</EmptyState>
      ) : (
        <div class={styles.latest}>
          <h3>{t('checkpoints.latest', { number: latest.number })}</h3>
          <CheckpointCard checkpoint={latest} {...card} />
        </div>
      )}
      <ButtonRow>
        <Button look={behind ? 'main' : 'plain'} disabled={making} onClick={() => void make()}>
          {t('checkpoints.make')}
        </Button>
        {latest !== undefined && (
          <Button expanded={adding} onClick={() => setAdding(!adding)}>
            {t('checkpoints.add')}
          </Button>
        )}
        {latest !== undefined && (
          <Button expanded={stamping} onClick={() => setStamping(!stamping)}>
            {t('checkpoints.stamps')}
          </Button>
        )}
      </ButtonRow>
      {told !== null && <MakeNotice outcome={told} />}
      {adding && <AddWitness onWitness={onWitness} />}
      {stamping && latest !== undefined && (
        <TimeStamps {...{ services, onServices, onStamp }} checkpoint={latest} zone={card.zone} />
      )}
      {latest !== undefined && <p class={styles.proves}>{t('checkpoints.proves')}</p>}
      {earlier.length > 0 && <EarlierList checkpoints={earlier} {...card} />}
    </>
  );
}

/** The person reads a sentence; whoever helps them needs the reason. */
function notMade(error: unknown): MakeOutcome {
  console.error(error);
  return { kind: 'failed' };
}
