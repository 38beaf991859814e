import { sameFacts } from './same-facts.ts';

/** Exceptions and windows have no names: one is found again by what it says. */
export const has = <T>(list: readonly T[], wanted: T): boolean => list.some((one) => sameFacts(one, wanted));

/** Each of `gone` is taken out once. */
export function without<T>(list: readonly T[], gone: readonly T[]): readonly T[] {
  return gone.reduce<readonly T[]>((left, one) => {
    const index = left.findIndex((other) => sameFacts(other, one));
    return index < 0 ? left : left.toSpliced(index, 1);
  }, list);
}

/** Back at its place, for of several shifts on one day the last in the list counts. */
export const withBack = <T>(list: readonly T[], index: number, one: T): readonly T[] =>
  list.toSpliced(Math.max(0, index), 0, one);
