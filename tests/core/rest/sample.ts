import type { Employment, Span, WeeklyPattern } from '../../../utils/core/hours/types.ts';
import { verdictAt } from '../../../utils/core/hours/verdict.ts';
import { calendarOf } from '../../../utils/core/rest/calendar.ts';
import { type RestRecord, type RestTimeline, restTimeline } from '../../../utils/core/rest/timeline.ts';
import type { ContactMark, RecordedWork } from '../../../utils/core/rest/types.ts';
import vectors from '../../vectors/rest.json' with { type: 'json' };

interface WrittenEmployment {
  readonly zone: string;
  readonly week?: number[][][];
  readonly anchor?: string;
  readonly cycle?: number[][][];
  readonly onCall?: number[][][];
}

const WRITTEN: Readonly<Record<string, WrittenEmployment>> = vectors.employments;

const spansOf = (days: number[][][]): Span[][] =>
  days.map((day) => day.map(([startMinute = 0, endMinute = 0]) => ({ startMinute, endMinute })));

export const weekly = (days: number[][][]): WeeklyPattern => ({ kind: 'weekly', days: spansOf(days) });

/** An employment of the vectors, in force from 2000. `leave` is `[first day away, first day back]`. */
export function employmentNamed(name: string, leave: readonly string[] = []): Employment {
  const written = WRITTEN[name];
  if (written === undefined) throw new Error(`no employment ${name}`);
  const { zone, week, anchor = '', cycle = [], onCall } = written;
  const [from, until] = leave;
  return {
    id: name,
    label: name,
    zoneRule: 'fixed',
    zone,
    hours: [
      {
        validFrom: '2000-01-01',
        pattern: week === undefined ? { kind: 'rotating', anchor, days: spansOf(cycle) } : weekly(week),
      },
    ],
    ...(onCall !== undefined && {
      windows: [{ kind: 'on-call', validFrom: '2000-01-01', pattern: weekly(onCall), pay: 'unclear' }],
    }),
    exceptions: from === undefined || until === undefined ? [] : [{ kind: 'leave', from, until, leave: 'annual' }],
  };
}

export type WrittenContact = string | { readonly at: string; readonly verdict: string };

export const contactsOf = (employment: Employment, written: readonly WrittenContact[]): ContactMark[] =>
  written.map((one) => {
    const at = Date.parse(typeof one === 'string' ? one : one.at);
    const verdict = typeof one === 'string' ? verdictAt(employment, at).kind : (one.verdict as ContactMark['verdict']);
    return { at, employment: employment.id, verdict };
  });

export const recordedOf = (employment: Employment, written: readonly (readonly string[])[] = []): RecordedWork[] =>
  written.map(([from = '', until = '', certainty = '']) => ({
    from: Date.parse(from),
    until: Date.parse(until),
    employment: employment.id,
    certainty: certainty as RecordedWork['certainty'],
  }));

/** A timeline over the weeks that touch `[from, until)`, with whatever a test needs to be different. */
export const timelineOf = <C extends ContactMark = ContactMark>(
  employment: Employment,
  from: string,
  until: string,
  changes: Partial<RestRecord<C>> = {},
): RestTimeline<C> =>
  restTimeline<C>({
    calendar: calendarOf(employment, from, until),
    employments: [employment],
    contacts: [],
    ...changes,
  });
