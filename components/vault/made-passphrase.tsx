import { useState } from 'preact/hooks';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import styles from './vault.module.css';

interface MadePassphraseProps {
  /** Groups joined by hyphens. */
  readonly passphrase: string;
  readonly onAnother: () => void;
}

/** Large enough to be copied by hand, group by group. */
export function MadePassphrase({ passphrase, onAnother }: MadePassphraseProps) {
  const t = useText();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = (): void =>
    void navigator.clipboard.writeText(passphrase).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <bdi class={styles.groups} dir="ltr">
        {passphrase.split('-').map((group, place, { length }) => (
          // Groups may repeat; their place is what they are.
          <span key={place}>{place < length - 1 ? `${group}-` : group}</span>
        ))}
      </bdi>
      <p>{t('vault.write')}</p>
      <ButtonRow>
        <Button onClick={copy}>{t('vault.copy')}</Button>
        <Button
          look="quiet"
          onClick={() => {
            setCopied(null);
            onAnother();
          }}
        >
          {t('vault.another')}
        </Button>
        <span role="status">{copied !== null && t(copied ? 'care.copied' : 'care.copy-failed')}</span>
      </ButtonRow>
    </>
  );
}
