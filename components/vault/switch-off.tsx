import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { FieldError, Notice } from '../ui/notice.tsx';
import { StepHeading } from '../ui/step-heading.tsx';
import { CourseBar } from './course-bar.tsx';
import type { VaultPorts } from './types.ts';
import { useCourse } from './use-course.ts';

interface SwitchOffProps {
  readonly ports: Pick<VaultPorts, 'switchOff'>;
  /** @param whole nothing is under a passphrase any more. */
  readonly onEnd: (whole: boolean) => void;
  readonly onCancel: () => void;
}

export function SwitchOff({ ports, onEnd, onCancel }: SwitchOffProps) {
  const t = useText();
  const course = useCourse();
  const begin = (): void => course.run(ports.switchOff, (stopped) => onEnd(!stopped));
  const actions = (
    <ButtonRow>
      <Button onClick={begin}>{t('vault.off-yes')}</Button>
      <Button look="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </ButtonRow>
  );
  return (
    <>
      <StepHeading>{t('vault.off')}</StepHeading>
      {course.share !== null ? (
        <CourseBar run={course} what={t('vault.opening')} />
      ) : (
        <Notice kind="care" action={actions}>
          {t('vault.off-ask')}
        </Notice>
      )}
      {course.problem !== null && <FieldError>{t.problem(course.problem)}</FieldError>}
      {course.failed && (
        <Notice kind="care" live>
          {t('vault.failed')}
        </Notice>
      )}
    </>
  );
}
