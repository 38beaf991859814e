import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Employment } from '../../../utils/core/hours/types.ts';
import { calendarOf } from '../../../utils/core/rest/calendar.ts';
import { type RestTimeline, restTimeline } from '../../../utils/core/rest/timeline.ts';
import type { ContactMark, RecordedWork } from '../../../utils/core/rest/types.ts';
import { weekly } from './sample.ts';

/** One job as plain numbers: seven days of `[startMinute, endMinute]`. */
export interface Job {
  readonly zone: string;
  readonly week: number[][][];
  readonly onCall: number[][][];
}

export interface NumberedContact extends ContactMark {
  readonly number: number;
}

/** Whole minutes throughout, so that an oracle may count them. */
export interface Case {
  /** `job-0`, and perhaps `job-1`; the first one's zone makes the days. */
  readonly jobs: readonly Job[];
  readonly monday: string;
  readonly weeks: number;
  readonly contacts: readonly NumberedContact[];
  readonly recorded: readonly RecordedWork[];
  readonly onCallIsRest: boolean;
  readonly shifts: 'contracted' | 'actual';
}

/** Clocks that change by an hour, by half an hour, at midnight, by a day, twice a year with a pause, and never. */
const ZONES = [
  'Africa/Casablanca', 'America/Asuncion', 'America/Bogota', 'America/Havana', 'America/Mexico_City',
  'America/New_York', 'America/Nuuk', 'America/Santiago', 'America/St_Johns', 'Asia/Almaty', 'Asia/Kathmandu',
  'Asia/Kolkata', 'Asia/Tehran', 'Atlantic/Azores', 'Australia/Adelaide', 'Australia/Lord_Howe', 'Europe/Madrid',
  'Pacific/Apia', 'Pacific/Chatham', 'UTC',
]; // biome-ignore format: a list

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const spans = fc
  .array(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 48 })), {
      minLength: 0,
      maxLength: 2,
    }),
    { minLength: 7, maxLength: 7 },
  )
  .map(apart);

/** Quarter hours as minutes, without spans that run into one another, Sunday's last and Monday's first included. */
function apart(days: [number, number][][]): number[][][] {
  const week: number[][][] = [];
  let busyUntil = 0;
  for (const [day, quarters] of days.entries()) {
    const kept: number[][] = [];
    for (const [start, length] of quarters.toSorted((a, b) => a[0] - b[0])) {
      const [from, until] = [day * 1_440 + start * 15, day * 1_440 + (start + length) * 15];
      if (from < busyUntil || until > 7 * 1_440) continue;
      kept.push([start * 15, (start + length) * 15]);
      busyUntil = until;
    }
    week.push(kept);
  }
  return week;
}

const none: number[][][] = Array.from({ length: 7 }, () => []);

const job = fc.record({
  zone: fc.constantFrom(...ZONES),
  week: fc.oneof({ weight: 6, arbitrary: spans }, { weight: 1, arbitrary: fc.constant(none) }),
  onCall: fc.oneof({ weight: 1, arbitrary: spans }, { weight: 2, arbitrary: fc.constant(none) }),
});

/** Two in three weeks hold or touch a change of the first job's clocks. */
function mondayNear(zone: string, day: number, anywhere: boolean): string {
  const date = Temporal.PlainDate.from('2009-01-01').add({ days: day });
  const change = anywhere ? null : date.toZonedDateTime(zone).getTimeZoneTransition('next');
  const near = change === null || change.year > 2037 ? date : change.toPlainDate();
  return near.subtract({ days: near.dayOfWeek - 1 }).toString();
}

const minute = (weeks: number) => fc.integer({ min: -3 * 1_440, max: (weeks * 7 + 3) * 1_440 });
const jobId = fc.constantFrom('job-0', 'job-0', 'job-1', 'elsewhere');

const cases: fc.Arbitrary<Case> = fc
  .record({
    jobs: fc.array(job, { minLength: 1, maxLength: 2 }),
    day: fc.integer({ min: 0, max: 9_000 }),
    anywhere: fc.constantFrom(true, false, false),
    weeks: fc.integer({ min: 1, max: 2 }),
    onCallIsRest: fc.boolean(),
    shifts: fc.constantFrom('contracted' as const, 'contracted' as const, 'actual' as const),
  })
  .chain(({ day, anywhere, ...rest }) => {
    const monday = mondayNear(rest.jobs[0]?.zone ?? 'UTC', day, anywhere);
    const origin = Date.parse(monday);
    const contact = fc.record({
      at: minute(rest.weeks).map((count) => origin + count * MINUTE),
      employment: jobId,
      verdict: fc.constantFrom('off' as const, 'off' as const, 'working' as const, 'on-call' as const),
    });
    const work = fc
      .record({
        from: minute(rest.weeks).map((count) => origin + count * MINUTE),
        length: fc.integer({ min: 0, max: 600 }),
        employment: jobId,
        certainty: fc.constantFrom('observed' as const, 'inferred' as const, 'reported' as const),
      })
      .map(({ from, length, employment, certainty }) => ({
        from,
        until: from + length * MINUTE,
        employment,
        certainty,
      }));
    return fc
      .record({ contacts: fc.array(contact, { maxLength: 25 }), recorded: fc.array(work, { maxLength: 6 }) })
      .map(({ contacts, recorded }) => ({
        ...rest,
        monday,
        contacts: contacts.map((one, number) => ({ ...one, number })),
        recorded,
      }));
  });

export const employmentsOf = ({ jobs }: Case): Employment[] =>
  jobs.map(({ zone, week, onCall }, index) => ({
    id: `job-${index}`,
    label: '',
    zoneRule: 'fixed',
    zone,
    hours: [{ validFrom: '2000-01-01', pattern: weekly(week) }],
    windows: [{ kind: 'on-call', validFrom: '2000-01-01', pattern: weekly(onCall), pay: 'unclear' }],
    exceptions: [],
  }));

/** The last day of the case, and the one after. */
export const endOf = ({ monday, weeks }: Pick<Case, 'monday' | 'weeks'>): string =>
  new Date(Date.parse(monday) + weeks * 7 * DAY).toISOString().slice(0, 10);

/** The timeline of a case, of `[from, until)` where only a part of it is wanted. */
export function timelineOfCase(
  one: Case,
  from: string = one.monday,
  until: string = endOf(one),
): RestTimeline<NumberedContact> {
  const employments = employmentsOf(one);
  const { contacts, recorded, onCallIsRest, shifts } = one;
  const calendar = calendarOf(employments[0] ?? { zone: 'UTC' }, from, until);
  return restTimeline({ calendar, employments, contacts, recorded, onCallIsRest, shifts });
}

/** FUZZ_RUNS and FUZZ_SEED ask for more, or for others. */
export const RUNS = Number(process.env.FUZZ_RUNS ?? 60);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);

/** Runs `check` on so many random cases. */
export function compare(check: (one: Case) => void): void {
  fc.assert(fc.property(cases, check), { seed: SEED, numRuns: RUNS });
}
