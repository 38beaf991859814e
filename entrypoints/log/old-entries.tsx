import { OldEntries as Reminder } from '../../components/data/old-entries.tsx';
import { useText } from '../../components/text-context.tsx';
import { countBefore } from '../../utils/adapters/erase-desk.ts';
import type { Retention } from '../../utils/core/settings/types.ts';
import type { Instant } from '../../utils/core/time/instant.ts';

interface OldEntriesProps {
  readonly retention: Retention;
  readonly now: Instant;
}

/** The reminder that the person asked for, and the way to what they can do. */
export function OldEntries({ retention, now }: OldEntriesProps) {
  const t = useText();
  const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Reminder
      {...{ retention, now, deviceZone, countBefore }}
      action={<a href="/options.html#data">{t('options.data')}</a>}
    />
  );
}
