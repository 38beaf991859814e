import type { Employment } from '../../utils/core/hours/types.ts';
import { zoneAt } from '../../utils/core/hours/zone-moves.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { travelledJobs } from './travel.ts';
import { readableZone } from './zone-names.ts';

interface TravelledProps {
  readonly employment: Employment;
  readonly now: Instant;
  readonly deviceZone: ZoneName;
  readonly onMove: () => void;
}

/** Hours that come along with the person are moved only when the person says so. */
export function Travelled({ employment, now, deviceZone, onMove }: TravelledProps) {
  const t = useText();
  if (travelledJobs([employment], now, deviceZone).length === 0) return null;
  const names = { device: readableZone(deviceZone), zone: readableZone(zoneAt(employment, now)) };
  return (
    <Notice kind="care" action={<Button onClick={onMove}>{t('hours.travelled-move', names)}</Button>}>
      {t('hours.travelled', names)}
    </Notice>
  );
}
