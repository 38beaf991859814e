import { VaultGate } from '../../components/vault/vault-gate.tsx';
import { systemClock } from '../../utils/adapters/clock.ts';
import { lock, onVaultChange, readVault } from '../../utils/adapters/vault-desk.ts';
import { Locked } from './locked.tsx';
import { Log, type LogProps } from './log.tsx';

const VAULT = { read: readVault, onChange: onVaultChange, now: systemClock.now };

export const Gate = (props: Pick<LogProps, 'status' | 'onNews'>) => (
  <VaultGate
    ports={VAULT}
    told={props.status.vault}
    locked={(moved) => <Locked {...props} focusTitle={moved} />}
    readable={(state, moved) => (
      <Log {...props} onLock={state === 'open' ? () => void lock() : null} focusTitle={moved} />
    )}
  />
);
