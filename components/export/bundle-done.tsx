import { useEffect, useRef } from 'preact/hooks';
import { KeyNumber } from '../checkpoints/key-number.tsx';
import { useText } from '../text-context.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './export.module.css';
import type { SavedBundle } from './types.ts';

/** What to do with the file now, and what it is worth. */
export function BundleDone({ saved: { fileName, keyNumber, noted } }: { readonly saved: SavedBundle }) {
  const t = useText();
  const card = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone.
  useEffect(() => card.current?.focus(), []);
  return (
    <div ref={card} class={styles.card} tabIndex={-1}>
      <Notice kind="good" live>
        {t('export.saved', { file: fileName })}
      </Notice>
      {!noted && <Notice kind="care">{t('export.not-noted')}</Notice>}
      <dl class={styles.key}>
        <dt>{t('export.key')}</dt>
        <dd>
          <strong>
            <KeyNumber of={keyNumber} />
          </strong>
          <span class={styles.hint}>{t('export.key-hint')}</span>
        </dd>
      </dl>
      <p>{t('export.give')}</p>
      <p class={styles.hint}>{t('export.proves')}</p>
    </div>
  );
}
