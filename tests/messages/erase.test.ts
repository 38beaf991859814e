import { expect, test } from 'vitest';
import { MOST_RANGES } from '../../utils/core/log/line.ts';
import { RULES } from '../../utils/messages/schemas.ts';
import { idOf } from '../app/fakes.ts';

const range = { first: 2, last: 9 };
const erasure = { lines: [{ count: 3, lines: [range] }], held: [idOf(1)], files: ['a'.repeat(64)] };
const fits = (name: 'log.erase' | 'log.erase-all', request: unknown): boolean =>
  RULES[name].request.safeParse(request).success;

test('letting go of data is asked for by our own pages alone', () => {
  expect([RULES['log.erase'].from, RULES['log.erase-all'].from]).toEqual(['page', 'page']);
  expect(fits('log.erase', erasure)).toBe(true);
  expect(fits('log.erase', { ...erasure, lines: [{ count: 3, lines: Array(MOST_RANGES).fill(range) }] })).toBe(true);
  expect(fits('log.erase-all', { settings: false })).toBe(true);
});

test.each([
  ['more ranges than a line holds', { ...erasure, lines: [{ count: 3, lines: Array(MOST_RANGES + 1).fill(range) }] }],
  ['a range of another form', { ...erasure, lines: [{ count: 3, lines: [[2, 9]] }] }],
  ['half a line', { ...erasure, lines: [{ count: 3, lines: [{ first: 2.5, last: 9 }] }] }],
  ['another kind', { ...erasure, lines: [{ ...erasure.lines[0], kind: 'contact' }] }],
  ['an id of another form', { ...erasure, held: ['../x'] }],
  ['a hash of another form', { ...erasure, files: ['../x'] }],
])('is refused with %s', (_name, request) => {
  expect(fits('log.erase', request)).toBe(false);
});
