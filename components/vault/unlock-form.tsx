import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../utils/core/result.ts';
import { useDeed } from '../data/use-deed.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { DEFAULT_KEEP, type Keep, KeepChoice, keepMs } from './keep.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import type { VaultPorts } from './types.ts';
import styles from './vault.module.css';

interface UnlockFormProps {
  readonly ports: Pick<VaultPorts, 'unlock'>;
  /** Where the log is open already, and only the time of locking changes. */
  readonly keep?: Keep;
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
}

export function UnlockForm({ ports, keep: before, onDone, onCancel }: UnlockFormProps) {
  const t = useText();
  const { busy, failed, run } = useDeed();
  const [typed, setTyped] = useState('');
  const [keep, setKeep] = useState<Keep>(before ?? DEFAULT_KEEP);
  const [problem, setProblem] = useState<Problem | null>(null);
  const input = useRef<HTMLInputElement>(null);

  const unlock = (): void =>
    run(async () => {
      const result = await ports.unlock(typed, keepMs(keep));
      if (result.ok) return onDone?.();
      setProblem(result.problem);
      input.current?.select();
    });
  return (
    <form
      class={styles.part}
      aria-busy={busy}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        unlock();
      }}
    >
      <PassphraseField
        label={t('vault.passphrase')}
        kind="current"
        value={typed}
        problem={problem}
        input={input}
        onInput={(text) => {
          setTyped(text);
          setProblem(null);
        }}
      />
      <KeepChoice value={keep} onChange={setKeep} />
      <ButtonRow>
        <Button type="submit" look="main" disabled={busy}>
          {before === undefined ? t('vault.unlock') : t('vault.save')}
        </Button>
        {onCancel !== undefined && (
          <Button look="quiet" onClick={onCancel} disabled={busy}>
            {t('cancel')}
          </Button>
        )}
      </ButtonRow>
      {failed && (
        <Notice kind="care" live>
          {t('vault.failed')}
        </Notice>
      )}
    </form>
  );
}
