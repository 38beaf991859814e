import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readProperty } from '../../../utils/core/roster/property.ts';

/** ical.js, which nobody here wrote, takes the same lines apart. */
function byIcal(text: string): { params: Record<string, unknown>; values: unknown[] } | null {
  try {
    const [, params, , ...values] = ICAL.parse.property(text, ICAL.design.icalendar);
    return { params, values };
  } catch {
    return null;
  }
}

function byUs(name: string, text: string): ReturnType<typeof byIcal> {
  const read = readProperty({ name, text, number: 1 });
  if (!read.ok) return null;
  const { value: _, ...params } = read.value.params;
  return { params, values: [...read.value.values] };
}

/** As jCal (RFC 7265) writes dates and times. */
const extended = (date: string): string =>
  date.replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3').replace(/T(\d\d)(\d\d)(\d\d)/, 'T$1:$2:$3');
const two = (from: number, to: number): fc.Arbitrary<string> =>
  fc.integer({ min: from, max: to }).map((number) => String(number).padStart(2, '0'));
const date = fc.tuple(fc.integer({ min: 1970, max: 2099 }), two(1, 12), two(1, 28)).map((parts) => parts.join(''));
const time = fc
  .tuple(date, two(0, 23), two(0, 59), two(0, 59), fc.constantFrom('', 'Z'))
  .map(([day, h, m, s, z]) => `${day}T${h}${m}${s}${z}`);
const plain = fc.stringMatching(/^[A-Za-zñé0-9 /_+-]{1,20}$/);
const quoted = fc.stringMatching(/^[A-Za-zñé0-9 /:;,()+-]{1,20}$/);
const params = fc.array(
  fc.tuple(
    fc.stringMatching(/^X-[A-Z]{1,6}$/),
    fc.oneof(
      plain,
      quoted.map((text) => `"${text}"`),
    ),
  ),
  { maxLength: 4 },
);
const written = (given: readonly (readonly [string, string])[]): string =>
  given.map(([key, value]) => `;${key}=${value}`).join('');

describe('a content line is taken apart as ical.js does it', () => {
  it('with its parameters, quoted or not, and its escaped text', () => {
    const text = fc.array(fc.constantFrom('a', 'ñ', '😀', ' ', ':', ';', '\\\\', '\\;', '\\,', '\\n', '\\N', '"'));
    fc.assert(
      fc.property(fc.constantFrom('SUMMARY', 'UID', 'STATUS'), params, text, (name, given, parts) => {
        const line = `${name}${written(given)}:x${parts.join('')}x`;
        const expected = byIcal(line);
        expect(expected).not.toBeNull();
        expect(byUs(name, line)).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('with one date or time', () => {
    const one = fc.oneof(
      date.map((day): [string, string] => [';VALUE=DATE', day]),
      time.map((at): [string, string] => ['', at]),
      time.map((at): [string, string] => [';TZID="Romance Standard Time"', at]),
    );
    fc.assert(
      fc.property(fc.constantFrom('DTSTART', 'DTEND', 'RECURRENCE-ID'), one, params, (name, [said, at], given) => {
        const line = `${name}${said}${written(given)}:${at}`;
        const ours = byUs(name, line);
        expect(ours && { ...ours, values: ours.values.map((value) => extended(String(value))) }).toEqual(byIcal(line));
      }),
    );
  });

  it('with several dates, times and periods', () => {
    const lists = fc.oneof(
      fc.tuple(fc.constant(';VALUE=DATE'), fc.array(date, { minLength: 1 })),
      fc.tuple(fc.constant(''), fc.array(time, { minLength: 1 })),
      fc.tuple(
        fc.constant(';VALUE=PERIOD'),
        fc.array(
          fc.tuple(time, fc.oneof(time, fc.constant('PT8H30M'))).map((pair) => pair.join('/')),
          { minLength: 1 },
        ),
      ),
    );
    fc.assert(
      fc.property(lists, ([said, dates]) => {
        const line = `RDATE${said}:${dates.join(',')}`;
        const values = byUs('RDATE', line)?.values as (string | readonly string[])[];
        expect(values.map((value) => (typeof value === 'string' ? extended(value) : value.map(extended)))).toEqual(
          byIcal(line)?.values,
        );
      }),
    );
  });

  it.each([
    'DTSTART;TZID="Europe/Madrid:20260105T090000',
    'DTSTART;TZID=Europe/Madrid',
    'DTSTART;TZID:20260105T090000',
    'DTSTART;=x:20260105T090000',
  ])('or refused: %s', (line) => {
    expect(byUs('DTSTART', line)).toBeNull();
    expect(byIcal(line)).toBeNull();
  });

  it("with the escapes of RFC 6868, which let a zone's name have quotes", () => {
    const read = readProperty({ name: 'DTSTART', text: "DTSTART;TZID=^^a^nb^'c:20260105T090000", number: 1 });
    expect(read.ok && read.value.params).toEqual({ tzid: '^a\nb"c' });
  });
});
