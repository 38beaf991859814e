import { useState } from 'preact/hooks';
import { useText } from '../text-context.tsx';
import { FieldError, Notice } from '../ui/notice.tsx';
import { StepHeading } from '../ui/step-heading.tsx';
import { CourseBar } from './course-bar.tsx';
import { DEFAULT_KEEP, type Keep, KeepChoice, keepMs } from './keep.tsx';
import { NewPassphrase } from './new-passphrase.tsx';
import type { VaultPorts } from './types.ts';
import { useCourse } from './use-course.ts';

interface SwitchOnProps {
  readonly ports: Pick<VaultPorts, 'generate' | 'switchOn'>;
  /** @param whole every line is under the passphrase. */
  readonly onEnd: (whole: boolean) => void;
  readonly onCancel: () => void;
}

/** A passphrase is chosen, typed again, and the log goes under it. */
export function SwitchOn({ ports, onEnd, onCancel }: SwitchOnProps) {
  const t = useText();
  const course = useCourse();
  const [keep, setKeep] = useState<Keep>(DEFAULT_KEEP);
  const begin = (passphrase: string): void =>
    course.run(
      (followed) => ports.switchOn(passphrase, keepMs(keep), followed),
      (stopped) => onEnd(!stopped),
    );
  return (
    <>
      {course.share !== null && (
        <>
          <StepHeading>{t('vault.set')}</StepHeading>
          <CourseBar run={course} what={t('vault.sealing')} />
        </>
      )}
      {/* What was typed stays, for a browser that could not do it at once. */}
      <div hidden={course.share !== null}>
        <NewPassphrase ports={ports} finish={t('vault.set')} onFinish={begin} onCancel={onCancel}>
          <KeepChoice value={keep} onChange={setKeep} />
          {course.problem !== null && <FieldError>{t.problem(course.problem)}</FieldError>}
          {course.failed && (
            <Notice kind="care" live>
              {t('vault.failed')}
            </Notice>
          )}
        </NewPassphrase>
      </div>
    </>
  );
}
