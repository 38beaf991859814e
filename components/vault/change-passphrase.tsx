import { useState } from 'preact/hooks';
import type { Problem } from '../../utils/core/result.ts';
import { useText } from '../text-context.tsx';
import { NewPassphrase } from './new-passphrase.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import type { VaultPorts } from './types.ts';
import styles from './vault.module.css';

interface ChangePassphraseProps {
  readonly ports: Pick<VaultPorts, 'generate' | 'changePassphrase'>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function ChangePassphrase({ ports, onDone, onCancel }: ChangePassphraseProps) {
  const t = useText();
  const [before, setBefore] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = async (after: string): Promise<void> => {
    const result = await ports.changePassphrase(before, after);
    if (result.ok) onDone();
    else setProblem(result.problem);
  };
  return (
    <NewPassphrase ports={ports} finish={t('vault.change')} onFinish={change} onCancel={onCancel}>
      <PassphraseField
        label={t('vault.before')}
        kind="current"
        value={before}
        problem={problem}
        onInput={(text) => {
          setBefore(text);
          setProblem(null);
        }}
      />
      <p class={styles.soft}>{t('vault.change-hint')}</p>
    </NewPassphrase>
  );
}
