import { useText } from '../text-context.tsx';
import { Mark } from './mark.tsx';
import { MARK_KINDS } from './year-facts.ts';
import styles from './year-view.module.css';

export function YearLegend() {
  const t = useText();
  return (
    <ul class={styles.legend} aria-label={t('exceptions.legend')}>
      {MARK_KINDS.map((kind) => (
        <li key={kind} class={styles.entry}>
          <Mark kind={kind} />
          {t(`exceptions.kind.${kind}`)}
        </li>
      ))}
      <li class={styles.entry}>
        <span class={`${styles.sample} ${styles.withHours}`} aria-hidden="true" />
        {t('exceptions.with-hours')}
      </li>
    </ul>
  );
}
