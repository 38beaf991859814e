import { useId, useState } from 'preact/hooks';
import type { HeldItem } from '../../utils/core/contact/types.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { later } from '../ui/later.tsx';
import styles from './held-list.module.css';

const HeldItems = later(async () => (await import('./held-items.tsx')).HeldItems);

export interface HeldListProps {
  readonly count: number;
  /** Null until they have been read. */
  readonly items: readonly HeldItem[] | null;
  readonly appName: (id: string) => string;
  readonly now: Instant;
  readonly zone: ZoneName;
  readonly onReveal: () => void;
  readonly onOpen: (id: string) => void;
  readonly onDismiss: (ids: readonly string[]) => void;
  /** Null where there is nothing to lock. */
  readonly onLock: (() => void) | null;
  /** Where a locked log is opened. */
  readonly onLog: () => void;
}

/** Held notifications stay folded until the person asks for them. */
export function HeldList(props: HeldListProps) {
  const t = useText();
  const titleId = useId();
  const [revealed, setRevealed] = useState(false);
  const lock = props.onLock !== null && (
    <Button look="quiet" onClick={props.onLock}>
      {t('vault.lock')}
    </Button>
  );
  if (props.count === 0) {
    return (
      <section class={styles.held} aria-labelledby={titleId}>
        <div class={styles.head}>
          <h2 id={titleId}>{t('held.title-none')}</h2>
          {lock}
        </div>
        <p class={styles.soft}>{t('held.none')}</p>
      </section>
    );
  }
  const toggle = (): void => {
    if (!revealed) props.onReveal();
    setRevealed(!revealed);
  };
  return (
    <section class={styles.held} aria-labelledby={titleId}>
      <div class={styles.head}>
        <h2 id={titleId}>{t('held.count', { count: props.count })}</h2>
        {lock}
        <Button onClick={toggle} expanded={revealed}>
          {revealed ? t('held.hide') : t('held.show')}
        </Button>
      </div>
      {revealed && props.items !== null && <HeldItems {...props} items={props.items} />}
    </section>
  );
}
