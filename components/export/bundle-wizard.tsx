import { useEffect, useRef, useState } from 'preact/hooks';
import type { BundlePlan } from '../../utils/core/export/preview.ts';
import type { Course } from '../../utils/core/export/types.ts';
import type { Problem, Result } from '../../utils/core/result.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { BundleDone } from './bundle-done.tsx';
import { BundleForm } from './bundle-form.tsx';
import styles from './export.module.css';
import { emptyForm, type FormValue, wishOf } from './form.ts';
import { PreviewCard } from './preview-card.tsx';
import { NOT_SEALED, recipientOf, type SealValue } from './seal-form.ts';
import type { BundleWork, LogContents, SavedBundle } from './types.ts';

export interface BundleWizardProps extends BundleWork {
  readonly today: LocalDate;
  readonly contents: LogContents;
}

type Step =
  | { readonly at: 'form'; readonly notice: 'cancelled' | 'failed' | null }
  | { readonly at: 'working'; readonly what: 'reading' | 'writing'; readonly done: number; readonly total: number }
  | { readonly at: 'preview'; readonly plan: BundlePlan; readonly recipient: Uint8Array | null }
  | { readonly at: 'done'; readonly saved: SavedBundle };

const FORM: Step = { at: 'form', notice: null };

/** Choose, see exactly what would leave, save. What was seen is what is saved: any other choice asks to be seen again. */
export function BundleWizard({ today, contents, onPlan, onSave }: BundleWizardProps) {
  const t = useText();
  const [form, setForm] = useState<FormValue>(() => emptyForm(today, contents, t.language));
  const [seal, setSeal] = useState<SealValue>(NOT_SEALED);
  const [step, setStep] = useState<Step>(FORM);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run<T>(
    what: 'reading' | 'writing',
    work: (course: Course) => Promise<Result<T>>,
    next: (value: T) => Step,
  ): Promise<void> {
    const abort = new AbortController();
    running.current = abort;
    const onProgress = (done: number, total: number): void => {
      if (!abort.signal.aborted) setStep({ at: 'working', what, done, total });
    };
    onProgress(0, 0);
    setProblem(null);
    try {
      const result = await work({ onProgress, signal: abort.signal });
      abort.signal.throwIfAborted();
      setProblem(result.ok ? null : result.problem);
      setStep(result.ok ? next(result.value) : FORM);
    } catch (error) {
      if (!abort.signal.aborted) console.error(error);
      setStep({ at: 'form', notice: abort.signal.aborted ? 'cancelled' : 'failed' });
    }
  }

  const changing =
    <V,>(set: (value: V) => void) =>
    (value: V): void => {
      set(value);
      setProblem(null);
      setStep(FORM);
    };
  const show = (): void => {
    const recipient = recipientOf(seal);
    if (!recipient.ok) {
      setProblem(recipient.problem);
      return;
    }
    void run(
      'reading',
      (course) => onPlan(wishOf(form, contents), course),
      (plan) => ({ at: 'preview', plan, recipient: recipient.value }),
    );
  };
  const save = (plan: BundlePlan, recipient: Uint8Array | null): void =>
    void run(
      'writing',
      (course) => onSave(plan, course, recipient),
      (saved) => ({ at: 'done', saved }),
    );

  return (
    <div class={styles.wizard}>
      <BundleForm
        value={form}
        seal={seal}
        today={today}
        contents={contents}
        problem={problem}
        busy={step.at === 'working'}
        seen={step.at === 'preview' || step.at === 'done'}
        onChange={changing(setForm)}
        onSeal={changing(setSeal)}
        onShow={show}
      />
      {step.at === 'form' && step.notice !== null && (
        <Notice kind={step.notice === 'failed' ? 'care' : 'plain'} live>
          {t(`export.${step.notice}`)}
        </Notice>
      )}
      {step.at === 'working' && (
        <Notice live action={<Button onClick={() => running.current?.abort()}>{t('cancel')}</Button>}>
          {step.total === 0 ? t('export.starting') : t(`export.${step.what}`, { done: step.done, total: step.total })}
        </Notice>
      )}
      {step.at === 'preview' && (
        <PreviewCard
          plan={step.plan}
          recipient={step.recipient}
          contents={contents}
          onSave={() => save(step.plan, step.recipient)}
        />
      )}
      {step.at === 'done' && <BundleDone saved={step.saved} />}
    </div>
  );
}
