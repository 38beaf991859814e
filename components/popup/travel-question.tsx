import { useState } from 'preact/hooks';
import type { Employment } from '../../utils/core/hours/types.ts';
import { zoneAt } from '../../utils/core/hours/zone-moves.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { readableZone } from '../hours/zone-names.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { FieldError, Notice } from '../ui/notice.tsx';

export interface TravelQuestionProps {
  /** Jobs whose hours come along with the person and follow another clock than the device. */
  readonly travelled: readonly Employment[];
  readonly now: Instant;
  readonly deviceZone: ZoneName;
  readonly onFollow: () => Promise<Problem | null>;
  /** Not asked again while the device stays in this zone. */
  readonly onNotNow: () => void;
}

/** Hours move only when the person says so, and the popup is where they see that they are off by some hours. */
export function TravelQuestion({ travelled, now, deviceZone, onFollow, onNotNow }: TravelQuestionProps) {
  const t = useText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const zones = [...new Set(travelled.map((job) => readableZone(zoneAt(job, now))))];
  return (
    <Notice
      kind="care"
      action={
        <ButtonRow>
          <Button onClick={() => void onFollow().then(setProblem)}>{t('travel.follow')}</Button>
          <Button look="quiet" onClick={onNotNow}>
            {t('travel.not-now')}
          </Button>
        </ButtonRow>
      }
    >
      {t('hours.travelled', {
        device: readableZone(deviceZone),
        zone: new Intl.ListFormat(t.language).format(zones),
      })}
      {problem !== null && <FieldError>{t.problem(problem)}</FieldError>}
    </Notice>
  );
}
