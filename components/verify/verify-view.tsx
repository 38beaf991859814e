import { useState } from 'preact/hooks';
import { makeVisible } from '../../utils/core/text/visible.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Field, inputClass, TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { BundlePicker } from './bundle-picker.tsx';
import { MakeKey } from './make-key.tsx';
import { OpenSealed } from './open-sealed.tsx';
import type { Picked } from './picked.ts';
import { NOTHING_TYPED, readTyped, type Typed } from './typed.ts';
import { type CheckPorts, type CheckState, useCheck } from './use-check.ts';
import { VerdictLines } from './verdict-lines.tsx';
import styles from './verify-view.module.css';

const MEGABYTE = 1_000_000;
const MOST_TYPED = 1_000;
const NAME_LENGTH = 80;

/** The name of a file is whatever somebody called it. */
const shortName = (name: string): string => makeVisible(name, NAME_LENGTH);

/** Checks a bundle that the person gives, with what they know from elsewhere. What they type later is checked anew. */
export function VerifyView({ ports }: { readonly ports: CheckPorts }) {
  const t = useText();
  const check = useCheck(ports);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [unclear, setUnclear] = useState(false);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [secrets, setSecrets] = useState<readonly Uint8Array[]>([]);
  const { problems } = readTyped(typed);

  const pick = (next: Picked): void => {
    setUnclear(false);
    setPicked(next);
    check.start(next, readTyped(typed).options, secrets);
  };

  const type = (change: Partial<Typed>): void => {
    const next = { ...typed, ...change };
    setTyped(next);
    if (picked !== null) check.start(picked, readTyped(next).options, secrets);
  };

  const unseal = (keys: readonly Uint8Array[]): void => {
    setSecrets(keys);
    if (picked !== null) check.start(picked, readTyped(typed).options, keys);
  };

  return (
    <>
      <BundlePicker onPicked={pick} onUnclear={() => setUnclear(true)} />
      {unclear && (
        <Notice kind="care" live>
          {t('verify.many')}
        </Notice>
      )}
      {check.state?.kind === 'sealed' && (
        <OpenSealed name={shortName(check.state.name)} problem={check.state.problem} onSecrets={unseal} />
      )}
      <TextField
        label={t('verify.known-keys')}
        hint={t('verify.known-keys-hint')}
        error={problems.keys && t.problem(problems.keys)}
        value={typed.keys}
        maxLength={MOST_TYPED}
        onInput={(keys) => type({ keys })}
      />
      <Field label={t('verify.held')} hint={t('verify.held-hint')} error={problems.held && t.problem(problems.held)}>
        {(aria) => (
          <textarea
            {...aria}
            class={`${inputClass} ${styles.held}`}
            rows={5}
            maxLength={MOST_TYPED}
            spellcheck={false}
            autocomplete="off"
            value={typed.held}
            onInput={(event) => type({ held: event.currentTarget.value })}
          />
        )}
      </Field>
      <div aria-live="polite">{check.state !== null && <Outcome state={check.state} onCancel={check.cancel} />}</div>
      <MakeKey ports={ports} />
    </>
  );
}

function Outcome({ state, onCancel }: { readonly state: CheckState; readonly onCancel: () => void }) {
  const t = useText();
  switch (state.kind) {
    case 'running': {
      const megabytes = (bytes: number): number => Math.ceil(bytes / MEGABYTE);
      return (
        <Notice action={<Button onClick={onCancel}>{t('cancel')}</Button>}>
          <bdi>
            {t('verify.checking', {
              name: shortName(state.name),
              done: megabytes(state.done),
              total: megabytes(state.total),
            })}
          </bdi>
          <progress class={styles.progress} max={Math.max(state.total, 1)} value={state.done} />
        </Notice>
      );
    }
    case 'sealed':
      return null;
    case 'cancelled':
      return <Notice>{t('verify.cancelled')}</Notice>;
    case 'refused':
      return (
        <Notice kind="care">
          <strong>
            <bdi>{t('verify.refused', { name: shortName(state.name) })}</bdi>
          </strong>{' '}
          <bdi>{t.problem(state.problem)}</bdi>
        </Notice>
      );
    case 'checked':
      return (
        <section class={styles.checked}>
          <h2>
            <bdi>{t('verify.checked', { name: shortName(state.name) })}</bdi>
          </h2>
          <VerdictLines verdict={state.verdict} />
          <p class={styles.modest}>{t('verify.modest')}</p>
        </section>
      );
  }
}
