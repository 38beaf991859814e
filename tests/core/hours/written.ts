import type {
  Employment,
  FlexibleDay,
  HoursException,
  HoursPattern,
  Weekday,
  WindowsVersion,
} from '../../../utils/core/hours/types.ts';
import vectors from '../../vectors/hours.json' with { type: 'json' };
import { employment, span, weekly } from './sample.ts';

/** Employments as `tests/vectors/hours.json` writes them. */

type Spans = readonly (readonly number[])[];

interface WrittenDay {
  readonly frame: readonly number[];
  readonly core: readonly number[] | null;
  readonly usualStart: number;
  readonly quota: number;
}

interface WrittenPattern {
  readonly block?: { readonly minutes: number; readonly usualEnd: number; readonly daysOff: readonly number[] };
  readonly flexible?: readonly (WrittenDay | null)[];
  readonly week?: readonly Spans[];
  readonly anchor?: string;
  readonly cycle?: readonly Spans[];
}

interface WrittenVersion extends WrittenPattern {
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly seasons?: readonly (WrittenPattern & { readonly from: string; readonly until: string })[];
}

interface WrittenException {
  readonly kind: string;
  readonly from?: string;
  readonly until?: string;
  readonly spans?: Spans;
}

interface WrittenEmployment {
  readonly zone: string;
  readonly moves?: readonly { readonly from: string; readonly zone: string }[];
  readonly hours: readonly WrittenVersion[];
  readonly windows?: readonly (WrittenVersion & { readonly kind: string })[];
  readonly exceptions?: readonly WrittenException[];
}

const WRITTEN: Readonly<Record<string, WrittenEmployment>> = vectors.employments;

export function written(name: string): Employment {
  const job = WRITTEN[name];
  if (job === undefined) throw new Error(`no employment ${name}`);
  return employment({
    zone: job.zone,
    ...(job.moves && {
      zoneRule: 'worker-local',
      moves: job.moves.map(({ from, zone }) => ({ from: Date.parse(from), zone })),
    }),
    hours: job.hours.map(({ seasons, ...version }) => ({
      ...dated(version),
      ...(seasons && {
        seasons: seasons.map((one) => ({ from: one.from, until: one.until, pattern: patternOf(one) })),
      }),
    })),
    ...(job.windows && { windows: job.windows.map((one) => ({ kind: one.kind, ...dated(one) }) as WindowsVersion) }),
    exceptions: (job.exceptions ?? []).map(exceptionOf),
  });
}

const dated = (version: WrittenVersion) => ({
  validFrom: version.validFrom,
  ...(version.validUntil !== undefined && { validUntil: version.validUntil }),
  pattern: patternOf(version),
});

function patternOf({ week, anchor = '', cycle = [], block, flexible }: WrittenPattern): HoursPattern {
  if (block !== undefined) {
    const daysOff = block.daysOff as readonly Weekday[];
    return { kind: 'block', blockMinutes: block.minutes, usualEndMinute: block.usualEnd, daysOff };
  }
  if (flexible !== undefined) return { kind: 'flexible', days: flexible.map(flexibleDay) };
  return week ? weekly(...week.map(spansOf)) : { kind: 'rotating', anchor, days: cycle.map(spansOf) };
}

const flexibleDay = (day: WrittenDay | null): FlexibleDay | null =>
  day && {
    frame: spanOf(day.frame),
    core: day.core && spanOf(day.core),
    usualStartMinute: day.usualStart,
    quotaMinutes: day.quota,
  };

const spanOf = ([start = 0, end = 0]: readonly number[]) => span(start, end);
const spansOf = (day: Spans) => day.map(spanOf);

/** Instants are written with a time, dates without. */
function exceptionOf({ from = '', until = '', spans, ...rest }: WrittenException): HoursException {
  const stretch = from.includes('T') ? { from: Date.parse(from), until: Date.parse(until) } : { from, until };
  const exception: object = { ...rest, ...(from !== '' && stretch), ...(spans && { spans: spansOf(spans) }) };
  return exception as HoursException;
}
