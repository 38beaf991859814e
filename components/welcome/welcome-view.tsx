import { useEffect, useRef, useState } from 'preact/hooks';
import type { CatalogueApp } from '../../utils/core/apps/types.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { AppsPart, type AppsPartProps } from '../options/apps-part.tsx';
import { HoursPart } from '../options/hours-part.tsx';
import type { SaveSettings } from '../settings/edit.ts';
import { LanguageChoice } from '../settings/language-choice.tsx';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TestStep, type TestStepProps } from './test-step.tsx';
import styles from './welcome-view.module.css';

const STEPS = ['language', 'hours', 'apps', 'test'] as const;

export interface WelcomeViewProps
  extends Pick<AppsPartProps, 'onAdd' | 'onAllow' | 'onRemove'>,
    Pick<TestStepProps, 'onTest'> {
  readonly now: Instant;
  readonly settings: Settings;
  readonly watching: (id: string) => boolean;
  readonly catalogue: readonly CatalogueApp[];
  readonly zones: readonly ZoneName[];
  readonly deviceZone: ZoneName;
  readonly save: SaveSettings;
  readonly onDone: () => void;
}

/** The first run, one question at a time. Every step can be skipped and found again in the options. */
export function WelcomeView(props: WelcomeViewProps) {
  const t = useText();
  const [index, setIndex] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = STEPS[index] ?? 'test';
  const isLast = index === STEPS.length - 1;
  // A new step is a new page to a screen reader; the first one is announced by the page itself.
  useEffect(() => {
    if (index > 0) heading.current?.focus();
  }, [index]);

  const next = (): void => (isLast ? props.onDone() : setIndex(index + 1));
  const saveHours: SaveSettings = async (change) => {
    const problem = await props.save(change);
    if (problem === null) next();
    return problem;
  };

  return (
    <>
      <header class={styles.sky}>
        <div class={styles.inner}>
          <p class={styles.brand}>{t('name')}</p>
          <h1 class={styles.promise}>{t('welcome.promise')}</h1>
        </div>
      </header>
      <main class={styles.inner}>
        <p class={styles.count}>{t('welcome.step', { step: index + 1, steps: STEPS.length })}</p>
        <StepDots index={index} />
        <h2 ref={heading} tabIndex={-1} class={styles.title}>
          {t(`welcome.${step}`)}
        </h2>
        <p class={styles.intro}>{t(`welcome.${step}-intro`)}</p>
        <div class={styles.body}>
          {step === 'language' && (
            <LanguageChoice
              value={props.settings.language}
              onChange={(language) => void props.save((settled) => ({ ...settled, language }))}
            />
          )}
          {step === 'hours' && <HoursPart {...props} oneJob save={saveHours} saveLabel={t('welcome.save-hours')} />}
          {step === 'apps' && <AppsPart {...props} />}
          {step === 'test' && <TestStep apps={props.settings.apps} watching={props.watching} onTest={props.onTest} />}
        </div>
        <ButtonRow>
          {index > 0 && <Button onClick={() => setIndex(index - 1)}>{t('welcome.back')}</Button>}
          <Button look={step === 'hours' ? 'quiet' : 'main'} onClick={next}>
            {step === 'hours' ? t('welcome.skip-step') : isLast ? t('welcome.done') : t('welcome.next')}
          </Button>
          {!isLast && (
            <Button look="quiet" onClick={props.onDone}>
              {t('welcome.skip')}
            </Button>
          )}
        </ButtonRow>
      </main>
    </>
  );
}

function StepDots({ index }: { readonly index: number }) {
  return (
    <svg class={styles.dots} width="80" height="10" viewBox="0 0 80 10" aria-hidden="true">
      {STEPS.map((step, i) => (
        <rect
          key={step}
          x={i * 20}
          y="3"
          width="16"
          height="4"
          rx="2"
          fill={i <= index ? 'var(--dusk)' : 'var(--line)'}
        />
      ))}
    </svg>
  );
}
