import { useState } from 'preact/hooks';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { ErasePlan } from '../../utils/core/log/erase.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import type { VaultState } from '../../utils/core/vault/types.ts';
import type { SaveSettings } from '../settings/edit.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { FieldError, Notice } from '../ui/notice.tsx';
import { StepHeading } from '../ui/step-heading.tsx';
import styles from './data.module.css';
import { checkLastDay, withLastDay } from './end.ts';
import { EndStep, type Fate } from './end-step.tsx';
import { EndSummary } from './end-summary.tsx';
import type { DataPorts } from './types.ts';
import { useDeed } from './use-deed.ts';

export interface EndJobProps {
  readonly employment: Employment;
  readonly settings: Settings;
  /** In the zone of the device. */
  readonly today: LocalDate;
  readonly ports: Pick<DataPorts, 'plan' | 'erase' | 'eraseAll' | 'makeCheckpoint'>;
  readonly save: SaveSettings;
  readonly vault: VaultState;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const STEPS = ['day', 'checkpoint', 'export', 'data', 'confirm'] as const;

/** A job is closed step by step. Hours and record are touched by the last one alone. */
export function EndJob({ employment, settings, today, ports, save, vault, onDone, onCancel }: EndJobProps) {
  const t = useText();
  const { busy, failed, run } = useDeed();
  const [at, setAt] = useState(0);
  const [day, setDay] = useState<string>(today);
  const [lastDay, setLastDay] = useState<LocalDate | null>(null);
  const [fate, setFate] = useState<Fate>('keep');
  const [plan, setPlan] = useState<ErasePlan | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const step = STEPS[at] ?? 'day';
  const { id } = employment;

  const go = (to: number): void => {
    setProblem(null);
    setAt(to);
  };
  const next = (): void =>
    run(async () => {
      if (step === 'day') {
        const checked = checkLastDay(employment, day);
        if (!checked.ok) return setProblem(checked.problem);
        setLastDay(checked.value);
      }
      if (step === 'data') {
        const apps = settings.apps.filter((app) => app.employment === id).map((app) => app.id);
        setPlan(fate === 'private' ? await ports.plan({ by: 'job', employment: id, apps }) : null);
      }
      go(at + 1);
    });
  const skip = (): void => {
    if (step === 'day') setLastDay(null);
    if (step === 'data') {
      setFate('keep');
      setPlan(null);
    }
    go(at + 1);
  };
  const finish = (): void =>
    run(async () => {
      const erase = plan !== null && plan.count > 0 ? () => ports.erase(plan.erasure) : async () => null;
      const refused =
        (lastDay === null ? null : await save((settled) => withLastDay(settled, id, lastDay))) ?? (await erase());
      if (refused !== null) return setProblem(refused);
      if (fate === 'all') await ports.eraseAll(false);
      onDone();
    });

  const what = t(`end.step.${step}`);
  return (
    <section class={styles.part} aria-label={t('end.open', { label: employment.label })}>
      <StepHeading key={step}>{t('end.step', { step: at + 1, steps: STEPS.length, what })}</StepHeading>
      {step === 'confirm' ? (
        <EndSummary {...{ lastDay, fate, plan }} underPassphrase={vault !== 'none'} />
      ) : (
        <EndStep
          job={id}
          {...{ step, day, fate, problem, ports }}
          locked={vault === 'locked'}
          onlyJob={settings.employments.length === 1}
          onDay={(typed) => {
            setDay(typed);
            setProblem(null);
          }}
          onFate={setFate}
        />
      )}
      {step === 'confirm' && problem !== null && <FieldError>{t.problem(problem)}</FieldError>}
      {failed && (
        <Notice kind="care" live>
          {t('data.failed')}
        </Notice>
      )}
      <ButtonRow>
        {step === 'confirm' ? (
          <Button onClick={finish} disabled={busy}>
            {t('end.finish')}
          </Button>
        ) : (
          <>
            <Button onClick={next} disabled={busy}>
              {t('end.next')}
            </Button>
            <Button onClick={skip} disabled={busy}>
              {t('end.skip')}
            </Button>
          </>
        )}
        {at > 0 && (
          <Button look="quiet" onClick={() => go(at - 1)} disabled={busy}>
            {t('end.back')}
          </Button>
        )}
        <Button look="quiet" onClick={onCancel} disabled={busy}>
          {t('cancel')}
        </Button>
      </ButtonRow>
    </section>
  );
}
