import { dateAndTime } from '../../utils/core/text/dates.ts';
import type { ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Captured } from '../ui/captured.tsx';
import type { StampView } from './types.ts';

/** The time stamps that came for a checkpoint: what they say, since nobody here checks them. */
export function Stamps({ all, zone }: { readonly all: readonly StampView[]; readonly zone: ZoneName }) {
  const t = useText();
  return (
    <ul>
      {all.map(({ at, by }, index) => (
        <li key={`${at} ${index}`}>
          {t('checkpoints.stamp-by', { time: dateAndTime(t.language, at, zone) })} <Captured text={by ?? '–'} />
        </li>
      ))}
    </ul>
  );
}
