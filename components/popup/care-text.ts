import { clockTime } from '../../utils/core/text/dates.ts';
import type { Text } from '../../utils/core/text/text.ts';
import type { Instant, ZoneName } from '../../utils/core/time/instant.ts';
import { dateOf, offsetMinutesAt } from '../../utils/core/time/zones.ts';
import { readableZone } from '../hours/zone-names.ts';
import type { ShownPause } from './care-pause.ts';

export interface Clocks {
  /** Whose clock the notice speaks of. */
  readonly zone: ZoneName;
  /** Clocks that the reader or the writer may look at instead: where one shows another time, the zone is named. */
  readonly others: readonly ZoneName[];
}

/** The notice for the employer: when the pause began, or when it began and ended. It gives no reason and names no law. */
export function noticeText(t: Text, pause: ShownPause, { zone, others }: Clocks): string {
  const sentence = pause.running
    ? t('care.notice.start', { start: momentText(t, pause.from, zone) })
    : endText(t, pause, zone);
  const differs = (at: Instant): boolean =>
    others.some((other) => offsetMinutesAt(at, other) !== offsetMinutesAt(at, zone));
  return differs(pause.from) || differs(pause.until)
    ? t('explain.in-zone', { sentence, zone: readableZone(zone) })
    : sentence;
}

function endText(t: Text, { from, until }: ShownPause, zone: ZoneName): string {
  if (dateOf(from, zone) !== dateOf(until, zone)) {
    return t('care.notice.end', { start: momentText(t, from, zone), end: momentText(t, until, zone) });
  }
  return t('care.notice.end-same-day', {
    date: dateText(t, from, zone),
    start: clockTime(t.language, from, zone),
    end: clockTime(t.language, until, zone),
  });
}

const momentText = (t: Text, at: Instant, zone: ZoneName): string =>
  t('care.notice.moment', { date: dateText(t, at, zone), time: clockTime(t.language, at, zone) });

const dateText = (t: Text, at: Instant, zone: ZoneName): string =>
  new Intl.DateTimeFormat(t.language, { dateStyle: 'full', timeZone: zone }).format(at);
