import { useEffect } from 'preact/hooks';
import { useLive } from '../../components/page/use-live.ts';
import { LockedLog } from '../../components/vault/locked-log.tsx';
import { unlock } from '../../utils/adapters/vault-desk.ts';
import { NO_FILTER } from '../../utils/core/insight/filter.ts';
import type { LogHead } from '../../utils/core/log/types.ts';
import { keepFilter } from './kept-filter.ts';
import type { LogProps } from './log.tsx';
import { reader } from './reader.ts';

const PORTS = { unlock };

export function Locked({ status, onNews, focusTitle }: Pick<LogProps, 'status' | 'onNews' | 'focusTitle'>) {
  const head = useLive(readHead, onNews).value;
  // What was searched for tells of what is locked.
  useEffect(() => keepFilter(NO_FILTER), []);
  const today = Object.values(status.today.afterHours).reduce((sum, count) => sum + count, 0);
  return <LockedLog ports={PORTS} lines={head?.size ?? null} today={today} focusTitle={focusTitle} />;
}

/** The head is never under the passphrase. */
const readHead = async (): Promise<LogHead | null> => (await reader()).head();
