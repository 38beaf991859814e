import { combinedStateAt } from '../core/hours/combined.ts';
import type { Employment, HoursException } from '../core/hours/types.ts';
import { ok, type Result } from '../core/result.ts';
import { parseSettings } from '../core/settings/schema.ts';
import type { Settings } from '../core/settings/types.ts';
import { HOUR_MS, type Instant } from '../core/time/instant.ts';
import { type ChangeSettingsPorts, endOfWorkingNow, withoutRunning } from './change-settings.ts';

/** A pause that nobody ends is over by then, also where the hours go on. */
const MOST_PAUSE_HOURS = 12;

export interface CarePause {
  /**
   * Off at once, in every job: until the person ends it, at most until the day's hours are over. Changes nothing where
   * there is nothing to interrupt.
   */
  start(): Promise<Result<Settings>>;
  /** Ends every single pause for care that runs, and the person's word with it. Changes nothing where none runs. */
  end(): Promise<Result<Settings>>;
}

/**
 * One tap to interrupt work for somebody who needs care (Argentina: Ley 27.555 art. 6, decree 27/2021 art. 6). The log is
 * told nothing of it: contacts meanwhile read as those of an "off now".
 */
export function createCarePause({ clock, settings, log, changed }: Omit<ChangeSettingsPorts, 'sha256'>): CarePause {
  const apply = async (
    before: Settings,
    employments: readonly Employment[],
    now: Instant,
  ): Promise<Result<Settings>> => {
    const parsed = parseSettings({ ...before, employments });
    if (!parsed.ok) return parsed;
    await settings.write(parsed.value);
    const notes = endOfWorkingNow(before, now);
    if (notes.length > 0) await log.append(notes);
    await changed();
    return parsed;
  };

  return {
    async start() {
      const now = clock.now();
      const before = await settings.read();
      const { employments } = withoutRunning(before, now);
      const until = endOfWork(employments, now);
      if (until === null) return ok(before);
      return apply(
        before,
        employments.map((job) => ({ ...job, exceptions: [...job.exceptions, { kind: 'care', from: now, until }] })),
        now,
      );
    },
    async end() {
      const now = clock.now();
      const before = await settings.read();
      const { employments } = withoutRunning(before, now);
      if (!employments.some(({ exceptions }) => exceptions.some((one) => pausesAt(one, now)))) return ok(before);
      return apply(
        before,
        employments.map((job) => ({ ...job, exceptions: job.exceptions.flatMap((one) => cutAt(one, now)) })),
        now,
      );
    },
  };
}

const pausesAt = (one: HoursException, now: Instant): boolean =>
  one.kind === 'care' && one.from <= now && now < one.until;

function cutAt(one: HoursException, now: Instant): readonly HoursException[] {
  if (one.kind !== 'care' || !pausesAt(one, now)) return [one];
  return one.from < now ? [{ ...one, until: now }] : [];
}

/** Lunch, a siesta, a split shift: whoever pauses before one is not back at work after it. A longer gap is a rest. */
const LONGEST_GAP_HOURS = 4;

/** When the work or standing by that goes on at `now` gives way to a rest; null when the person is free already. */
function endOfWork(employments: readonly Employment[], now: Instant): Instant | null {
  const cap = now + MOST_PAUSE_HOURS * HOUR_MS;
  let { state, until } = combinedStateAt(employments, now);
  if (state === null || state === 'off') return null;
  while (until !== null && until < cap) {
    const at = until;
    ({ state, until } = combinedStateAt(employments, at));
    if (state === 'off' && (until === null || until > at + LONGEST_GAP_HOURS * HOUR_MS)) return at;
  }
  return cap;
}
