import { useEffect, useRef } from 'preact/hooks';
import type { VaultState, VaultView } from '../../utils/core/vault/types.ts';
import { type Live, useLive } from '../page/use-live.ts';
import type { VaultPorts } from './types.ts';

/**
 * The vault as it stands: asked again at every change, and at the moment when the log is due to lock by itself.
 * @param told what the background told last; only it tells that a passphrase came or went while the log was locked.
 */
export function useVault(
  { read, onChange, now }: Pick<VaultPorts, 'read' | 'onChange' | 'now'>,
  told: VaultState,
): Live<VaultView> {
  const live = useLive(read, onChange);
  const { value, reload } = live;
  const known = useRef(told);
  useEffect(() => {
    if (known.current !== told) reload();
    known.current = told;
  }, [told, reload]);
  useEffect(() => {
    if (value?.state !== 'open' || value.until === null) return;
    const timer = setTimeout(reload, Math.max(0, value.until - now()));
    return () => clearTimeout(timer);
  }, [value, reload, now]);
  return live;
}
