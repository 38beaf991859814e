import type { Employment } from '../../utils/core/hours/types.ts';
import { zoneAt } from '../../utils/core/hours/zone-moves.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { offsetMinutesAt } from '../../utils/core/time/zones.ts';

/** Jobs whose hours come along with the person, while the device shows another time than they follow. */
export const travelledJobs = (
  employments: readonly Employment[],
  now: Instant,
  deviceZone: ZoneName,
): readonly Employment[] =>
  employments.filter(
    (job) =>
      job.zoneRule === 'worker-local' && offsetMinutesAt(now, zoneAt(job, now)) !== offsetMinutesAt(now, deviceZone),
  );
