import type { Verdict } from '../../utils/core/hours/types.ts';
import { momentAhead } from '../../utils/core/text/dates.ts';
import type { Text } from '../../utils/core/text/text.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import type { RibbonWeek } from '../ribbon/week.ts';
import { WeekRibbon } from '../ribbon/week-ribbon.tsx';
import { useText } from '../text-context.tsx';
import { Captured } from '../ui/captured.tsx';
import { StateMark } from '../ui/state-mark.tsx';
import styles from './state-card.module.css';

export interface StateCardProps {
  readonly state: Verdict['kind'];
  readonly until: Instant | null;
  readonly now: Instant;
  readonly zone: ZoneName;
  readonly reason: Verdict['reason'];
  /** The person's own words for an override; empty when there are none. */
  readonly overrideReason: string;
  readonly week: RibbonWeek | null;
}

/** The state now, and until when, as one sentence over the week. */
export function StateCard(props: StateCardProps) {
  const t = useText();
  return (
    <section class={`${styles.card} ${styles[props.state]}`}>
      <p class={styles.word}>
        <StateMark state={props.state} />
        {t(`state.word.${nameOf(props)}`)}
      </p>
      <h1 class={styles.sentence}>{stateSentence(t, props)}</h1>
      <p class={styles.reason}>
        {t(`reason.${props.reason}`)}
        {props.overrideReason !== '' && (
          <>
            {' '}
            <q>
              <Captured text={props.overrideReason} />
            </q>
          </>
        )}
      </p>
      {props.week && (
        <div class={styles.week}>
          <WeekRibbon week={props.week} caption={t('ribbon.caption')} on="sky" />
        </div>
      )}
    </section>
  );
}

type Said = Pick<StateCardProps, 'state' | 'reason'>;

/** Who has no fixed hours is not "working" all the time in which they may be reached. */
const nameOf = ({ state, reason }: Said): Verdict['kind'] | 'reachable' => (reason === 'reachable' ? reason : state);

export function stateSentence(
  t: Text,
  { until, now, zone, ...said }: Said & Pick<StateCardProps, 'until' | 'now' | 'zone'>,
): string {
  if (until === null) return t(`state.${nameOf(said)}`);
  return t(`state.${nameOf(said)}-until`, { moment: momentAhead(t, until, now, zone) });
}
