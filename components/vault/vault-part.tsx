import { useRef, useState } from 'preact/hooks';
import type { TextKey } from '../../utils/core/text/text.ts';
import type { VaultState } from '../../utils/core/vault/types.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { StepHeading } from '../ui/step-heading.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { keepOf } from './keep.tsx';
import { OpenVault, type VaultDeed } from './open-vault.tsx';
import { SwitchOff } from './switch-off.tsx';
import { SwitchOn } from './switch-on.tsx';
import type { VaultPorts } from './types.ts';
import { UnlockForm } from './unlock-form.tsx';
import { useVault } from './use-vault.ts';
import styles from './vault.module.css';

/** The passphrase of the log: set, given, changed and taken away. */
export function VaultPart({ ports, told }: { readonly ports: VaultPorts; readonly told: VaultState }) {
  const t = useText();
  const { value: view, failed, reload } = useVault(ports, told);
  /** What was begun goes on whatever becomes of the vault meanwhile, since it is what changes it. */
  const [deed, setDeed] = useState<VaultDeed | 'on' | null>(null);
  const [done, setDone] = useState<TextKey | null>(null);
  const title = useRef<HTMLHeadingElement>(null);

  const begin = (next: VaultDeed | 'on'): void => {
    setDone(null);
    setDeed(next);
  };
  const end = (said: TextKey | null = null): void => {
    setDeed(null);
    setDone(said);
    reload();
    title.current?.focus();
  };
  const stop = (): void => end();

  return (
    <div class={styles.part}>
      <h3 ref={title} tabIndex={-1}>
        {t('vault.title')}
      </h3>
      {done !== null && (
        <Notice kind="good" live>
          {t(done)}
        </Notice>
      )}
      {deed === 'on' && <SwitchOn ports={ports} onEnd={(whole) => end(whole ? 'vault.on' : null)} onCancel={stop} />}
      {deed === 'off' && (
        <SwitchOff ports={ports} onEnd={(whole) => end(whole ? 'vault.off-done' : null)} onCancel={stop} />
      )}
      {deed === 'change' && <ChangePassphrase ports={ports} onDone={() => end('vault.changed')} onCancel={stop} />}
      {deed === 'when' && view?.state === 'open' && (
        <>
          <StepHeading>{t('vault.when')}</StepHeading>
          <UnlockForm ports={ports} keep={keepOf(view.keepMs)} onDone={stop} onCancel={stop} />
        </>
      )}
      {deed === null && view?.state === 'none' && <WithoutPassphrase onStart={() => begin('on')} />}
      {(deed === null || deed === 'when') && view?.state === 'locked' && (
        <>
          <div>
            <h4>{t('vault.locked-title')}</h4>
            <p>{t('vault.locked-what')}</p>
          </div>
          <UnlockForm ports={ports} onDone={stop} />
        </>
      )}
      {deed === null && view?.state === 'open' && <OpenVault view={view} ports={ports} onDeed={begin} onDone={stop} />}
      {failed && view === null && <Notice kind="care">{t('vault.failed')}</Notice>}
    </div>
  );
}

function WithoutPassphrase({ onStart }: { readonly onStart: () => void }) {
  const t = useText();
  return (
    <>
      <p class={styles.soft}>{t('vault.what')}</p>
      <p class={styles.soft}>{t('vault.seen')}</p>
      <Notice kind="care">{t('vault.lost')}</Notice>
      <ButtonRow>
        <Button onClick={onStart}>{t('vault.start')}</Button>
      </ButtonRow>
    </>
  );
}
