import { useState } from 'preact/hooks';
import type { ErasePlan } from '../../utils/core/log/erase.ts';
import type { PrivateParts } from '../../utils/core/log/private-parts.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Ask } from './ask.tsx';
import { askWords } from './ask-words.ts';
import styles from './data.module.css';
import { EraseFields } from './erase-fields.tsx';
import { choiceOf, EMPTY_FORM, type EraseForm } from './erase-form.ts';
import type { DataPorts } from './types.ts';
import { useDeed } from './use-deed.ts';

export interface ErasePartProps {
  readonly ports: Pick<DataPorts, 'readParts' | 'plan' | 'erase'>;
  readonly appName: (id: string) => string;
  readonly deviceZone: ZoneName;
}

/** Names and texts of one sender, app, time or entry: chosen, counted, asked about once, and gone. */
export function ErasePart({ ports, appName, deviceZone }: ErasePartProps) {
  const t = useText();
  const { busy, failed, run } = useDeed();
  const [parts, setParts] = useState<PrivateParts | null>(null);
  const [form, setForm] = useState<EraseForm>(EMPTY_FORM);
  const [plan, setPlan] = useState<ErasePlan | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [erased, setErased] = useState<number | null>(null);

  const change = (part: Partial<EraseForm>): void => {
    setForm((before) => ({ ...before, ...part }));
    setPlan(null);
    setProblem(null);
  };
  const open = (): void =>
    run(async () => {
      setErased(null);
      setParts(await ports.readParts());
    });
  const look = (known: PrivateParts): void =>
    run(async () => {
      setPlan(null);
      const choice = choiceOf(form, known, deviceZone);
      if (!choice.ok) return setProblem(choice.problem);
      const found = await ports.plan(choice.value);
      if (found.count > 0) setPlan(found);
      else setProblem({ code: 'erase.nothing', field: form.by });
    });
  const erase = ({ erasure, count }: ErasePlan): void =>
    run(async () => {
      const refused = await ports.erase(erasure);
      setPlan(null);
      if (refused !== null) return setProblem(refused);
      setParts(null);
      setForm(EMPTY_FORM);
      setErased(count);
    });

  return (
    <>
      {parts === null && (
        <ButtonRow>
          <Button onClick={open} disabled={busy}>
            {t('data.open')}
          </Button>
        </ButtonRow>
      )}
      {parts?.count === 0 && <Notice live>{t('data.none')}</Notice>}
      {parts !== null && parts.count > 0 && (
        <form
          class={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            look(parts);
          }}
        >
          <EraseFields form={form} parts={parts} problem={problem} appName={appName} onChange={change} />
          <ButtonRow>
            <Button type="submit" disabled={busy}>
              {t('data.look')}
            </Button>
            <Button look="quiet" onClick={() => setParts(null)}>
              {t('cancel')}
            </Button>
          </ButtonRow>
        </form>
      )}
      {parts !== null && plan !== null && (
        <Ask busy={busy} onYes={() => erase(plan)} onNo={() => setPlan(null)}>
          {askWords(t, plan)}
        </Ask>
      )}
      {erased !== null && (
        <Notice kind="good" live>
          {t('data.erased', { count: erased })}
        </Notice>
      )}
      {failed && (
        <Notice kind="care" live>
          {t('data.failed')}
        </Notice>
      )}
    </>
  );
}
