import { TravelQuestion } from '../../components/popup/travel-question.tsx';
import type { ZoneName } from '../../utils/core/time/instant.ts';
import type { Status } from '../../utils/messages/types.ts';
import { useTravel } from './use-travel.ts';

interface TravelProps {
  readonly status: Status;
  readonly deviceZone: ZoneName;
}

export function Travel({ status, deviceZone }: TravelProps) {
  const travel = useTravel(status, deviceZone);
  return travel.travelled.length === 0 ? null : <TravelQuestion {...travel} now={status.now} deviceZone={deviceZone} />;
}
