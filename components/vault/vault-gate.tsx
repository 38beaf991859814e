import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { VaultState } from '../../utils/core/vault/types.ts';
import type { VaultPorts } from './types.ts';
import { useVault } from './use-vault.ts';

interface VaultGateProps {
  readonly ports: Pick<VaultPorts, 'read' | 'onChange' | 'now'>;
  /** What the background told last. */
  readonly told: VaultState;
  /** @param moved the state has changed since the page was opened: what is drawn now takes the place of something else. */
  readonly locked: (moved: boolean) => ComponentChildren;
  readonly readable: (state: 'none' | 'open', moved: boolean) => ComponentChildren;
}

/** Shows the log where it may be read. Once it may not, what was shown of it is gone with the view that held it. */
export function VaultGate({ ports, told, locked, readable }: VaultGateProps) {
  const state = useVault(ports, told).value?.state ?? told;
  const last = useRef(state);
  const moved = useRef(false);
  if (last.current !== state) moved.current = true;
  last.current = state;
  return <>{state === 'locked' ? locked(moved.current) : readable(state, moved.current)}</>;
}
