import { useState } from 'preact/hooks';
import type { Problem } from '../../utils/core/result.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import type { DataPorts } from './types.ts';
import { useDeed } from './use-deed.ts';

/** What becomes of the record: `private` erases names and texts of the job, `all` the whole record of this device. */
export type Fate = 'keep' | 'private' | 'all';

interface EndStepProps {
  /** Id of the job that ends. */
  readonly job: string;
  readonly step: 'day' | 'checkpoint' | 'export' | 'data';
  readonly day: string;
  readonly fate: Fate;
  readonly problem: Problem | null;
  readonly ports: Pick<DataPorts, 'makeCheckpoint'>;
  /** Names and texts cannot be looked through then. */
  readonly locked: boolean;
  /** Only then is the whole record that of this job. */
  readonly onlyJob: boolean;
  readonly onDay: (day: string) => void;
  readonly onFate: (fate: Fate) => void;
}

export function EndStep({ job, step, day, fate, problem, ports, locked, onlyJob, onDay, onFate }: EndStepProps) {
  const t = useText();
  switch (step) {
    case 'day':
      return (
        <TextField
          label={t('end.day')}
          hint={t('end.day-hint')}
          type="date"
          value={day}
          error={problem === null ? null : t.problem(problem)}
          onInput={onDay}
        />
      );
    case 'checkpoint':
      return <FinalCheckpoint ports={ports} />;
    case 'export':
      return (
        <>
          <p>{t('end.export')}</p>
          <p>
            <a href={`/log.html?job=${encodeURIComponent(job)}#bundle`} target="_blank" rel="noopener">
              {t('export.open')}
            </a>
          </p>
        </>
      );
    case 'data': {
      const every: readonly Fate[] = onlyJob ? ['keep', 'private', 'all'] : ['keep', 'private'];
      const fates = locked ? every.filter((one) => one !== 'private') : every;
      return (
        <>
          <RadioGroup
            legend={t('end.data')}
            value={fate}
            options={fates.map((value) => ({ value, label: t(`end.${value}`) }))}
            onChange={onFate}
          />
          {locked && <Notice>{t('vault.unlock-first')}</Notice>}
        </>
      );
    }
  }
}

function FinalCheckpoint({ ports }: Pick<EndStepProps, 'ports'>) {
  const t = useText();
  const { busy, failed, run } = useDeed();
  const [made, setMade] = useState<number | 'empty' | null>(null);
  const make = (): void =>
    run(async () => {
      setMade((await ports.makeCheckpoint()) ?? 'empty');
    });
  return (
    <>
      <p>{t('end.checkpoint')}</p>
      <ButtonRow>
        <Button onClick={make} disabled={busy}>
          {t('checkpoints.make')}
        </Button>
        <a href="/log.html#checkpoints" target="_blank" rel="noopener">
          {t('end.checkpoint-link')}
        </a>
      </ButtonRow>
      {made !== null && (
        <Notice kind="good" live>
          {made === 'empty' ? t('checkpoints.none-yet') : t('checkpoints.made', { number: made })}
        </Notice>
      )}
      {failed && (
        <Notice kind="care" live>
          {t('checkpoints.make-failed')}
        </Notice>
      )}
    </>
  );
}
