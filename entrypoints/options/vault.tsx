import type { VaultPorts } from '../../components/vault/types.ts';
import { VaultPart } from '../../components/vault/vault-part.tsx';
import { systemClock } from '../../utils/adapters/clock.ts';
import { randomBytes } from '../../utils/adapters/crypto.ts';
import {
  changePassphrase,
  lock,
  onVaultChange,
  readVault,
  sealRest,
  switchOff,
  switchOn,
  unlock,
} from '../../utils/adapters/vault-desk.ts';
import { generatePassphrase, PASSPHRASE_BYTES } from '../../utils/core/vault/passphrase.ts';
import type { VaultState } from '../../utils/core/vault/types.ts';

const PORTS: VaultPorts = {
  read: readVault,
  onChange: onVaultChange,
  now: systemClock.now,
  unlock,
  lock,
  switchOn,
  sealRest,
  switchOff,
  changePassphrase,
  generate: () => generatePassphrase(randomBytes(PASSPHRASE_BYTES)),
};

export const Vault = ({ told }: { readonly told: VaultState }) => <VaultPart ports={PORTS} told={told} />;
