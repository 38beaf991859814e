import { useId, useState } from 'preact/hooks';
import { clockTime, momentAhead } from '../../utils/core/text/dates.ts';
import type { Instant } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import styles from './care-notice.module.css';
import type { ShownPause } from './care-pause.ts';
import { type Clocks, noticeText } from './care-text.ts';

export interface CareNoticeProps {
  readonly pause: ShownPause;
  readonly now: Instant;
  readonly clocks: Clocks;
  /** Into the clipboard; false where the browser refused. */
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onCareEnd: () => void;
}

/** A pause that runs or just ended, and the words that tell the employer so. */
export function CareNotice({ pause, now, clocks, onCopy, onCareEnd }: CareNoticeProps) {
  const t = useText();
  const id = useId();
  const [copied, setCopied] = useState<{ readonly notice: string; readonly done: boolean } | null>(null);
  const notice = noticeText(t, pause, clocks);
  const copy = async (): Promise<void> => setCopied({ notice, done: await onCopy(notice) });
  const title = pause.running
    ? t('care.running', { time: clockTime(t.language, pause.from, clocks.zone) })
    : t('care.ended');
  return (
    <section class={styles.care} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {pause.running && <p>{t('care.running-hint', { moment: momentAhead(t, pause.until, now, clocks.zone) })}</p>}
      <figure class={styles.notice}>
        <figcaption class={styles.soft}>{t('care.notice')}</figcaption>
        <blockquote>{notice}</blockquote>
      </figure>
      <ButtonRow>
        <Button onClick={() => void copy()}>{t('care.copy')}</Button>
        {pause.running && <Button onClick={onCareEnd}>{t('care.end')}</Button>}
      </ButtonRow>
      <p role="status" class={styles.status}>
        {copied?.notice === notice && t(copied.done ? 'care.copied' : 'care.copy-failed')}
      </p>
      <p class={styles.soft}>{t('care.why')}</p>
    </section>
  );
}
