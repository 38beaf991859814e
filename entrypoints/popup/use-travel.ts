import { useEffect, useState } from 'preact/hooks';
import { travelledJobs } from '../../components/hours/travel.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { ZoneName } from '../../utils/core/time/instant.ts';
import { send } from '../../utils/messages/send.ts';
import type { Status } from '../../utils/messages/types.ts';
import { notNowIn } from './not-now.ts';

const notNow = notNowIn(() => localStorage);

interface Travel {
  /** Empty where there is nothing to ask. */
  readonly travelled: readonly Employment[];
  readonly onFollow: () => Promise<Problem | null>;
  readonly onNotNow: () => void;
}

export function useTravel({ settings, now }: Status, deviceZone: ZoneName): Travel {
  const [silent, setSilent] = useState(notNow.zone);
  const travelled = travelledJobs(settings.employments, now, deviceZone);
  const home = travelled.length === 0;
  useEffect(() => {
    if (!home || silent === null) return;
    notNow.forget();
    setSilent(null);
  }, [home, silent]);
  return {
    travelled: silent === deviceZone ? [] : travelled,
    async onFollow() {
      const { withMove } = await import('../../components/settings/edit.ts');
      const moved = travelled.reduce((all, { id }) => withMove(all, id, now, deviceZone), settings);
      const result = await send('settings.save', { settings: moved });
      return result.ok ? null : result.problem;
    },
    onNotNow() {
      notNow.keep(deviceZone);
      setSilent(deviceZone);
    },
  };
}
