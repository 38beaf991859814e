import type { Problem } from '../result.ts';

/** The first mistake among `items`, or null. */
export function firstProblem<T>(
  items: readonly T[],
  check: (item: T, index: number) => Problem | null,
): Problem | null {
  for (const [index, item] of items.entries()) {
    const problem = check(item, index);
    if (problem !== null) return problem;
  }
  return null;
}
