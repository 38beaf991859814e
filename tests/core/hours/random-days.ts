import type { Span } from '../../../utils/core/hours/types.ts';
import { below, pick, type Random } from './seeded.ts';

/** Cuts the cycle into work and rest; long runs come from spans that touch. */
export function randomDays(random: Random, length: number): Span[][] {
  const days: Span[][] = Array.from({ length }, () => []);
  const step = pick(random, [15, 30, 60, 1]);
  const dense = random();
  let free = 0;
  for (const [day, spans] of days.entries()) {
    if (random() < 0.25 + 0.5 * dense) continue;
    for (let tries = 1 + below(random, 3); tries > 0; tries -= 1) {
      const earliest = Math.max(free - day * 1440, 0);
      const startMinute = random() < 0.3 ? earliest : earliest + step * below(random, Math.ceil(600 / step));
      const endMinute = startMinute + step * (1 + below(random, Math.ceil(720 / step)));
      if (startMinute >= 1440 || endMinute > startMinute + 1440) break;
      spans.push({ startMinute, endMinute });
      free = day * 1440 + endMinute;
    }
  }
  if (random() < 0.02) return days.map(() => [{ startMinute: 0, endMinute: 1440 }]);
  return days;
}
