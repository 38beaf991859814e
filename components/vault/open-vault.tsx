import type { VaultView } from '../../utils/core/vault/types.ts';
import { useDeed } from '../data/use-deed.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { FieldError, Notice } from '../ui/notice.tsx';
import { CourseBar } from './course-bar.tsx';
import { keepOf } from './keep.tsx';
import type { VaultPorts } from './types.ts';
import { useCourse } from './use-course.ts';

const DEEDS = ['change', 'when', 'off'] as const;
export type VaultDeed = (typeof DEEDS)[number];

interface OpenVaultProps {
  readonly view: Extract<VaultView, { readonly state: 'open' }>;
  readonly ports: Pick<VaultPorts, 'lock' | 'sealRest'>;
  readonly onDeed: (deed: VaultDeed) => void;
  /** Something was done, and what was pressed for it may be gone. */
  readonly onDone: () => void;
}

/** What can be done while the log is open. */
export function OpenVault({ view: { keepMs, unsealed }, ports, onDeed, onDone }: OpenVaultProps) {
  const t = useText();
  const { failed, run } = useDeed();
  const rest = useCourse();
  const lock = (): void =>
    run(async () => {
      await ports.lock();
      onDone();
    });
  const goOn = <Button onClick={() => rest.run(ports.sealRest, onDone)}>{t('vault.go-on')}</Button>;
  return (
    <>
      <div>
        <h4>{t('vault.open')}</h4>
        <p>{`${t('vault.keep')}: ${t(`vault.keep.${keepOf(keepMs)}`)}`}</p>
      </div>
      {rest.share !== null && <CourseBar run={rest} what={t('vault.sealing')} />}
      {rest.share === null && unsealed > 0 && (
        <Notice kind="care" action={goOn}>
          {t('vault.unsealed', { count: unsealed })}
        </Notice>
      )}
      {rest.problem !== null && <FieldError>{t.problem(rest.problem)}</FieldError>}
      {(failed || rest.failed) && (
        <Notice kind="care" live>
          {t('vault.failed')}
        </Notice>
      )}
      <ButtonRow>
        <Button onClick={lock}>{t('vault.lock')}</Button>
        {DEEDS.map((deed) => (
          <Button key={deed} look="quiet" onClick={() => onDeed(deed)}>
            {t(`vault.${deed}`)}
          </Button>
        ))}
      </ButtonRow>
    </>
  );
}
