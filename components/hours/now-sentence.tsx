import { checkEmployment } from '../../utils/core/hours/check.ts';
import { explain } from '../../utils/core/hours/explain.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import { verdictAt } from '../../utils/core/hours/verdict.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { StateMark } from '../ui/state-mark.tsx';
import styles from './hours-editor.module.css';

interface NowSentenceProps {
  /** As it would be saved; null while it cannot be read. */
  readonly employment: Employment | null;
  readonly now: Instant;
  readonly deviceZone: ZoneName;
}

/** What these hours mean at this minute, and until when: the quickest proof that they were entered right. */
export function NowSentence({ employment, now, deviceZone }: NowSentenceProps) {
  const t = useText();
  const usable = employment !== null && checkEmployment(employment) === null ? employment : null;
  if (usable === null) return <p class={styles.now}>{t('hours.now-unknown')}</p>;
  const verdict = verdictAt(usable, now);
  return (
    <p class={styles.now}>
      <StateMark state={verdict.kind} />
      <span>{t('hours.now', { sentence: explain(t, { employment: usable, verdict, at: now, deviceZone }) })}</span>
    </p>
  );
}
