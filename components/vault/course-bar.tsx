import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import type { CourseRun } from './use-course.ts';
import styles from './vault.module.css';

interface CourseBarProps {
  readonly run: Pick<CourseRun, 'share' | 'stop'>;
  readonly what: string;
}

/** Whoever only hears it is told every tenth. */
const TENTH = 10;

export function CourseBar({ run: { share, stop }, what }: CourseBarProps) {
  const t = useText();
  const percent = Math.floor(((share ?? 0) * 100) / TENTH) * TENTH;
  return (
    <div class={styles.part}>
      <p>{what}</p>
      <progress class={styles.progress} aria-label={what} max={1} value={share ?? 0} />
      <p class="unseen" role="status">
        {t('vault.progress', { what, percent })}
      </p>
      <ButtonRow>
        <Button onClick={stop}>{t('cancel')}</Button>
      </ButtonRow>
    </div>
  );
}
