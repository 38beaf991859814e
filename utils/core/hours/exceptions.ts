import type { DayException, HoursException, HoursOverride, TimedException } from './types.ts';

/** Exceptions of whole days; all others are stretches of instants. */
export const isDayException = (exception: HoursException): exception is DayException =>
  exception.kind === 'leave' || exception.kind === 'holiday' || exception.kind === 'shift';

/** The person's own word for this moment. */
export const isOverride = (exception: HoursException): exception is HoursOverride =>
  exception.kind === 'working-now' || exception.kind === 'off-now';

/** Exceptions of these kinds, which are stretches of instants. */
export const timed = <K extends TimedException['kind']>(
  exceptions: readonly HoursException[],
  ...kinds: readonly K[]
) =>
  exceptions.filter((one): one is Extract<TimedException, { readonly kind: K }> =>
    (kinds as readonly string[]).includes(one.kind),
  );
