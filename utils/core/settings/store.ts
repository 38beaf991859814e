import * as z from 'zod/mini';
import type { ChosenApp } from '../apps/types.ts';
import { checkEmployment, checkMove, checkVersion, checkWindow } from '../hours/check.ts';
import { checkException } from '../hours/check-exception.ts';
import { checkRest } from '../hours/check-rest.ts';
import { MAX_MOVES } from '../hours/limits.ts';
import type { Employment } from '../hours/types.ts';
import { fail, ok, type Problem, type Result } from '../result.ts';
import { parseLoosely } from './loose.ts';
import { app, choices, employmentOf, LIMITS } from './parts.ts';
import {
  checkPatterns,
  exceptionSchema,
  moveSchema,
  parseSettings,
  restSchema,
  versionSchema,
  windowSchema,
} from './schema.ts';
import { DEFAULT_SETTINGS, SETTINGS_FORMAT, type Settings } from './types.ts';

/** What a store still holds, and one problem for each thing that is lost. */
export interface Recovered {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** An employment whose lists are still to be read, one item at a time. */
const employmentFrame = employmentOf({
  hours: z.unknown(),
  exceptions: z.unknown(),
  windows: z.unknown(),
  rests: z.unknown(),
  moves: z.unknown(),
});

/**
 * Settings from the store, which holds them as they stand in memory. Never throws: a damaged store (a crash, a full
 * disk) loses what is damaged and keeps the rest, keys of a newer program are passed over, an empty store gives the
 * defaults.
 */
export function settingsFromStore(value: unknown): Settings {
  return readStore(value).settings;
}

/** Like {@link settingsFromStore}, and says what is lost, so that the person can be told. */
export function readStore(value: unknown): Recovered {
  if (value === undefined || value === null) return { settings: DEFAULT_SETTINGS, problems: [] };
  const whole = parseSettings(value);
  return whole.ok ? { settings: whole.value, problems: [] } : recover(value);
}

function recover(value: unknown): Recovered {
  const stored = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const lost: Problem[] = [];
  const employments = readList(stored.get('employments'), 'employments', LIMITS.employments, lost, (item, path) =>
    readEmployment(item, path, lost),
  );
  const distinct = firstOfEachId(employments);
  const apps = readList(stored.get('apps'), 'apps', LIMITS.apps, lost, (item, path) => readApp(item, path, distinct));
  const choice = <K extends keyof typeof choices>(key: K, schema: z.ZodMiniType<Settings[K]>): Settings[K] =>
    keep(parseLoosely(schema, stored.get(key), key), lost)[0] ?? DEFAULT_SETTINGS[key];
  const retention = stored.has('retention') ? choice('retention', choices.retention) : undefined;
  const settings: Settings = {
    format: SETTINGS_FORMAT,
    language: choice('language', choices.language),
    employments: distinct,
    apps: firstOfEachId(apps),
    treatment: choice('treatment', choices.treatment),
    record: choice('record', choices.record),
    muteAfterHours: choice('muteAfterHours', choices.muteAfterHours),
    digest: choice('digest', choices.digest),
    ...(stored.has('timeStamps') && { timeStamps: choice('timeStamps', choices.timeStamps) ?? [] }),
    ...(retention !== undefined && { retention }),
  };
  return { settings, problems: lost };
}

function readEmployment(item: unknown, path: string, lost: Problem[]): Result<Employment> {
  const frame = parseLoosely(employmentFrame, item, path);
  if (!frame.ok) return frame;
  const { hours, exceptions, windows = [], rests = [], moves = [], ...rest } = frame.value;
  const keptWindows = readList(windows, `${path}.windows`, LIMITS.windows, lost, readWindow);
  const keptRests = readList(rests, `${path}.rests`, LIMITS.rests, lost, readRest);
  const keptMoves = readList(moves, `${path}.moves`, MAX_MOVES, lost, readMove);
  const employment: Employment = {
    ...rest,
    ...(keptMoves.length > 0 && { moves: keptMoves }),
    hours: readList(hours, `${path}.hours`, LIMITS.versions, lost, readVersion),
    ...(keptWindows.length > 0 && { windows: keptWindows }),
    ...(keptRests.length > 0 && { rests: keptRests }),
    exceptions: readList(exceptions, `${path}.exceptions`, LIMITS.exceptions, lost, readException),
  };
  return checked(employment, checkEmployment(employment, path));
}

const readVersion = (item: unknown, path: string) => readItem(versionSchema, checkVersion, item, path);
const readWindow = (item: unknown, path: string) => readItem(windowSchema, checkWindow, item, path);
const readRest = (item: unknown, path: string) => readItem(restSchema, checkRest, item, path);
const readMove = (item: unknown, path: string) => readItem(moveSchema, checkMove, item, path);
const readException = (item: unknown, path: string) => readItem(exceptionSchema, checkException, item, path);

function readItem<T>(
  schema: z.ZodMiniType<T>,
  check: (value: T, path: string) => Problem | null,
  item: unknown,
  path: string,
): Result<T> {
  const parsed = parseLoosely(schema, item, path);
  return parsed.ok ? checked(parsed.value, check(parsed.value, path)) : parsed;
}

function readApp(item: unknown, path: string, employments: readonly Employment[]): Result<ChosenApp> {
  const parsed = parseLoosely(app, item, path);
  if (!parsed.ok) return parsed;
  const { employment, patterns } = parsed.value;
  if (!employments.some(({ id }) => id === employment)) {
    return fail('settings.unknown-employment', `${path}.employment`, { id: employment });
  }
  return checked(parsed.value, checkPatterns(patterns, path));
}

function readList<T>(
  value: unknown,
  path: string,
  most: number,
  lost: Problem[],
  read: (item: unknown, path: string) => Result<T>,
): readonly T[] {
  const items = keep(parseLoosely(z.array(z.unknown()), value, path), lost)[0] ?? [];
  return items.slice(0, most).flatMap((item, index) => keep(read(item, `${path}[${index}]`), lost));
}

/** The value in a list of its own; an empty list when it is lost. */
function keep<T>(result: Result<T>, lost: Problem[]): readonly T[] {
  if (result.ok) return [result.value];
  lost.push(result.problem);
  return [];
}

function checked<T>(value: T, problem: Problem | null): Result<T> {
  return problem === null ? ok(value) : { ok: false, problem };
}

function firstOfEachId<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return items.filter(({ id }, index) => items.findIndex((other) => other.id === id) === index);
}
