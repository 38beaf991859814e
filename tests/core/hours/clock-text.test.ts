import { describe, expect, test } from 'vitest';
import { clockOfSpan, formatMinute, parseMinute, spanOfMinutes } from '../../../utils/core/hours/clock-text.ts';
import type { Span } from '../../../utils/core/hours/types.ts';
import { span } from './sample.ts';

describe('clock text', () => {
  test.each([
    [0, '00:00'],
    [545, '09:05'],
    [1_439, '23:59'],
    [1_440, '24:00'],
    [1_800, '06:00'],
    [2_879, '23:59'],
  ])('%d reads %s', (minute, text) => {
    expect(formatMinute(minute)).toBe(text);
  });

  test.each([
    ['00:00', 0],
    ['22:00', 1_320],
    ['9:05', 545],
    ['24:00', 1_440],
    ['24:01', null],
    ['23:60', null],
    ['9:5', null],
    ['-1:00', null],
    ['22.00', null],
    [' 22:00', null],
    ['22:00\n', null],
    ['२२:००', null],
    ['', null],
  ])('%j is %j', (text, minute) => {
    expect(parseMinute(text)).toBe(minute);
  });

  test.each([
    span(540, 1_020),
    span(1_320, 1_800),
    span(0, 1_440),
    span(540, 1_980),
    span(1_439, 2_879),
    span(1_320, 1_440),
  ])('%j survives being written', (one) => {
    const { from: start, to: end } = clockOfSpan(one);
    expect(spanOfMinutes(parseMinute(start) ?? -1, parseMinute(end) ?? -1)).toEqual(one);
  });

  test('every span there is survives being written', () => {
    const lost: Span[] = [];
    for (let start = 0; start < 1_440; start += 7) {
      for (let length = 1; length <= 1_440; length += 1) {
        const one = span(start, start + length);
        const { from: first, to: last } = clockOfSpan(one);
        const again = spanOfMinutes(parseMinute(first) ?? -1, parseMinute(last) ?? -1);
        if (again.startMinute !== one.startMinute || again.endMinute !== one.endMinute) lost.push(one);
      }
    }
    expect(lost).toEqual([]);
  });
});
