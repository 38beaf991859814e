import type { Employment, HoursException } from '../../utils/core/hours/types.ts';
import { zoneAt } from '../../utils/core/hours/zone-moves.ts';
import { fail, ok, type Result } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { dateOfDay, dayNumber } from '../../utils/core/time/dates.ts';
import { HOUR_MS, type Instant, type LocalDate } from '../../utils/core/time/instant.ts';
import { instantOf, isLocalDate } from '../../utils/core/time/zones.ts';

interface Dated {
  readonly validFrom: LocalDate;
  readonly validUntil?: LocalDate;
}

/** Code: `erase.last-day`, where it is no day, or lies before the job began. */
export function checkLastDay({ hours }: Employment, lastDay: string): Result<LocalDate> {
  const fits = isLocalDate(lastDay) && hours.some(({ validFrom }) => validFrom <= lastDay);
  return fits ? ok(lastDay) : fail('erase.last-day', 'day');
}

/** Nothing of the job goes on after its last day; what was before stays as it was, since entries were judged by it. */
export function withLastDay(settings: Settings, id: string, lastDay: LocalDate): Settings {
  const employments = settings.employments.map((job) => (job.id === id ? ended(job, lastDay) : job));
  return { ...settings, employments };
}

function ended(job: Employment, lastDay: LocalDate): Employment {
  const until = dateOfDay(dayNumber(lastDay) + 1);
  const zone = zoneAt(job, dayNumber(until) * 24 * HOUR_MS);
  const endsAt = instantOf(until, 0, zone);
  const { windows, rests } = job;
  return {
    ...job,
    hours: closed(job.hours, until),
    ...(windows !== undefined && { windows: closed(windows, until) }),
    ...(rests !== undefined && { rests: closed(rests, until) }),
    exceptions: job.exceptions.filter((one) => beginsBefore(one, until, endsAt)),
  };
}

const closed = <V extends Dated>(versions: readonly V[], until: LocalDate): readonly V[] =>
  versions
    .filter(({ validFrom }) => validFrom < until)
    .map((version) =>
      version.validUntil === undefined || version.validUntil > until ? { ...version, validUntil: until } : version,
    );

function beginsBefore(exception: HoursException, until: LocalDate, endsAt: Instant): boolean {
  if ('date' in exception) return exception.date < until;
  return typeof exception.from === 'string' ? exception.from < until : exception.from < endsAt;
}
