import { useState } from 'preact/hooks';
import type { ChosenApp } from '../../utils/core/apps/types.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState } from '../ui/section.tsx';

export type TestOutcome = 'held' | 'flagged' | 'shown' | 'no-tab' | 'site-may-not-notify' | 'no-answer';

export interface TestStepProps {
  readonly apps: readonly ChosenApp[];
  readonly watching: (id: string) => boolean;
  readonly onTest: (app: string) => Promise<TestOutcome>;
}

/** Raises a real notification inside an open page of a chosen app and says plainly what became of it. */
export function TestStep({ apps, watching, onTest }: TestStepProps) {
  const t = useText();
  const watched = apps.filter((app) => watching(app.id));
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<TestOutcome | null>(null);
  const app = watched.find(({ id }) => id === chosen) ?? watched[0];
  if (app === undefined) return <EmptyState>{t('test.no-app')}</EmptyState>;

  const send = async (): Promise<void> => {
    setBusy(true);
    setOutcome(null);
    setOutcome(await onTest(app.id));
    setBusy(false);
  };

  return (
    <>
      <SelectField
        label={t('test.app')}
        hint={t('test.app-hint')}
        value={app.id}
        options={watched.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <div>
        <Button look="plain" onClick={() => void send()} disabled={busy}>
          {t('test.send')}
        </Button>
      </div>
      {outcome !== null && (
        <Notice kind={outcome === 'held' || outcome === 'flagged' || outcome === 'shown' ? 'good' : 'care'} live>
          {t(`test.outcome.${outcome}`, { app: app.name })}
        </Notice>
      )}
    </>
  );
}
