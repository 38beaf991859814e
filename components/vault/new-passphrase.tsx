import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ok, type Problem } from '../../utils/core/result.ts';
import { checkPassphrase, normalisePassphrase } from '../../utils/core/vault/passphrase.ts';
import { useDeed } from '../data/use-deed.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Notice } from '../ui/notice.tsx';
import { StepHeading } from '../ui/step-heading.tsx';
import { MadePassphrase } from './made-passphrase.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import type { VaultPorts } from './types.ts';
import styles from './vault.module.css';

type Kind = 'made' | 'own';
const KINDS: readonly Kind[] = ['made', 'own'];

interface NewPassphraseProps {
  readonly ports: Pick<VaultPorts, 'generate'>;
  /** Name of the last button. */
  readonly finish: string;
  /** What else is asked with the second typing. */
  readonly children: ComponentChildren;
  readonly onFinish: (passphrase: string) => Promise<void> | void;
  readonly onCancel: () => void;
}

/** A passphrase is chosen, and then typed once more, since nobody can give it back. */
export function NewPassphrase({ ports, finish, children, onFinish, onCancel }: NewPassphraseProps) {
  const t = useText();
  const { busy, failed, run } = useDeed();
  const [kind, setKind] = useState<Kind>('made');
  const [made, setMade] = useState(ports.generate);
  const [own, setOwn] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [repeated, setRepeated] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);

  const choose = (): void => {
    const checked = kind === 'made' ? ok(made) : checkPassphrase(own);
    setProblem(checked.ok ? null : checked.problem);
    if (checked.ok) setChosen(checked.value);
  };
  const confirm = (passphrase: string): void => {
    if (normalisePassphrase(repeated) !== passphrase) setProblem({ code: 'vault.differs', field: 'again' });
    else run(async () => onFinish(passphrase));
  };
  const back = (): void => {
    setChosen(null);
    setRepeated('');
    setProblem(null);
  };
  const typing = (set: (text: string) => void) => (text: string) => {
    set(text);
    setProblem(null);
  };

  return (
    <form
      class={styles.part}
      aria-busy={busy}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === null) choose();
        else confirm(chosen);
      }}
    >
      {chosen === null ? (
        <>
          <StepHeading key="choose">{t('vault.choose')}</StepHeading>
          <RadioGroup
            legend={t('vault.choose')}
            legendUnseen
            value={kind}
            options={KINDS.map((value) => ({
              value,
              label: t(`vault.kind.${value}`),
              hint: t(`vault.kind.${value}-hint`),
            }))}
            onChange={(value) => {
              setKind(value);
              setProblem(null);
            }}
          />
          {kind === 'made' && <MadePassphrase passphrase={made} onAnother={() => setMade(ports.generate())} />}
          {kind === 'own' && (
            <PassphraseField
              label={t('vault.passphrase')}
              kind="new"
              value={own}
              problem={problem}
              onInput={typing(setOwn)}
            />
          )}
        </>
      ) : (
        <>
          <StepHeading key="again">{t('vault.again')}</StepHeading>
          <PassphraseField
            label={t('vault.passphrase')}
            {...(kind === 'made' && { hint: t('vault.again-hint') })}
            kind="new"
            value={repeated}
            problem={problem}
            onInput={typing(setRepeated)}
          />
          {children}
        </>
      )}
      {failed && (
        <Notice kind="care" live>
          {t('vault.failed')}
        </Notice>
      )}
      <ButtonRow>
        <Button type="submit" disabled={busy}>
          {chosen === null ? t('end.next') : finish}
        </Button>
        {chosen !== null && (
          <Button look="quiet" onClick={back} disabled={busy}>
            {t('end.back')}
          </Button>
        )}
        <Button look="quiet" onClick={onCancel} disabled={busy}>
          {t('cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}
