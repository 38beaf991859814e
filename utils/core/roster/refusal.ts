import type { Problem } from '../result.ts';

/** Carries a problem out of the depths of an expansion; `readRoster` turns it into a Result. Goes no further. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
