import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Retention } from '../../utils/core/settings/types.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { monthsBefore } from '../../utils/core/time/months.ts';
import { useText } from '../text-context.tsx';
import { Notice } from '../ui/notice.tsx';
import type { DataPorts } from './types.ts';

export interface OldEntriesProps extends Pick<DataPorts, 'countBefore'> {
  readonly retention: Retention;
  readonly now: Instant;
  readonly deviceZone: ZoneName;
  /** Where something can be done about them. */
  readonly action?: ComponentChildren;
}

/** Says how many entries are older than the person wants; nothing while there are none. */
export function OldEntries({ retention, now, deviceZone, countBefore, action }: OldEntriesProps) {
  const t = useText();
  const [count, setCount] = useState(0);
  const before = monthsBefore(now, retention, deviceZone);
  useEffect(() => {
    let current = true;
    countBefore(before).then(
      (found) => current && setCount(found),
      (error: unknown) => console.error(error),
    );
    return () => {
      current = false;
    };
  }, [before, countBefore]);
  if (count === 0) return null;
  return (
    <Notice kind="care" action={action}>
      {t('data.old', { count, age: t(`data.retention.${retention}`) })}
    </Notice>
  );
}
