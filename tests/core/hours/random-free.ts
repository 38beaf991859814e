import type {
  BlockPattern,
  FlexibleDay,
  FlexiblePattern,
  HoursPattern,
  Span,
  Weekday,
} from '../../../utils/core/hours/types.ts';
import { randomDays } from './random-days.ts';
import { below, pick, type Random } from './seeded.ts';

/** Days that follow what the person says. Steps from a minute to an hour, so that edges fall together now and then. */

const DAY = 1_440;
const STEPS = [1, 15, 30, 60] as const;

export function randomPattern(random: Random, anchor: string, cycles: readonly number[]): HoursPattern {
  const dice = random();
  if (dice < 0.2) return randomBlock(random);
  if (dice < 0.4) return randomFlexible(random);
  if (dice < 0.76) return { kind: 'weekly', days: randomDays(random, 7) };
  return { kind: 'rotating', anchor, days: randomDays(random, pick(random, cycles)) };
}

function randomBlock(random: Random): BlockPattern {
  const step = pick(random, STEPS);
  const blockMinutes = random() < 0.5 ? pick(random, [480, 720]) : step * (1 + below(random, DAY / step - 1));
  const off = pick(random, [0, 0.3, 0.8]);
  const daysOff = ([1, 2, 3, 4, 5, 6, 7] as const).filter((): boolean => random() < off);
  return {
    kind: 'block',
    blockMinutes,
    usualEndMinute: step * below(random, DAY / step),
    daysOff: daysOff.slice(0, 6) satisfies Weekday[],
  };
}

/** Every frame lies within one stretch of less than a day, so that those of two days never overlap. */
function randomFlexible(random: Random): FlexiblePattern {
  const step = pick(random, STEPS);
  const off = pick(random, [0, 0.3, 0.8]);
  const start = step * below(random, DAY / step);
  const steps = 1 + below(random, DAY / step);
  const worked = below(random, 7);
  const days = Array.from({ length: 7 }, (_, day) =>
    day !== worked && random() < off ? null : randomDay(random, step, start, steps),
  );
  return { kind: 'flexible', days };
}

function randomDay(random: Random, step: number, start: number, steps: number): FlexibleDay {
  const frame = random() < 0.5 ? spanOf(start, 0, steps, step) : randomPart(random, start, steps, step);
  const frameSteps = (frame.endMinute - frame.startMinute) / step;
  const core = random() < 0.3 ? null : randomPart(random, frame.startMinute, frameSteps, step);
  const coreSteps = core === null ? 1 : (core.endMinute - core.startMinute) / step;
  const quotaMinutes = step * (coreSteps + below(random, frameSteps - coreSteps + 1));
  const latest = Math.min(frame.endMinute - quotaMinutes, core?.startMinute ?? DAY - 1, DAY - 1);
  const usualStartMinute =
    frame.startMinute + step * below(random, Math.floor((latest - frame.startMinute) / step) + 1);
  return { frame, core, usualStartMinute, quotaMinutes };
}

/** Some part of `steps` steps from `start`, which begins on the same day. */
function randomPart(random: Random, start: number, steps: number, step: number): Span {
  const first = below(random, Math.min(steps, Math.ceil((DAY - start) / step)));
  return spanOf(start, first, 1 + below(random, steps - first), step);
}

const spanOf = (start: number, first: number, steps: number, step: number): Span => ({
  startMinute: start + first * step,
  endMinute: start + (first + steps) * step,
});
