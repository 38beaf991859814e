import { PageFrame } from '../page/page-frame.tsx';
import { useText } from '../text-context.tsx';
import { Section } from '../ui/section.tsx';
import type { VaultPorts } from './types.ts';
import { UnlockForm } from './unlock-form.tsx';
import styles from './vault.module.css';

interface LockedLogProps {
  readonly ports: Pick<VaultPorts, 'unlock'>;
  /** Lines in the log; null until it is known. */
  readonly lines: number | null;
  /** Contacts after hours since midnight. */
  readonly today: number;
  /** The log was shown here a moment ago. */
  readonly focusTitle: boolean;
}

/** The log page while the log is locked: what is known without the passphrase, and the way in. */
export function LockedLog({ ports, lines, today, focusTitle }: LockedLogProps) {
  const t = useText();
  return (
    <PageFrame title={t('log.title')} intro={t('log.intro')} focusTitle={focusTitle}>
      <Section title={t('vault.locked-title')} intro={t('vault.locked-what')}>
        <ul class={styles.soft}>
          {lines !== null && <li>{t('vault.lines', { count: lines })}</li>}
          <li>{t('vault.today', { count: today })}</li>
        </ul>
        <UnlockForm ports={ports} />
      </Section>
    </PageFrame>
  );
}
