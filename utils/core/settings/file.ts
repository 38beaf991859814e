import { fail, ok, type Problem, type Result } from '../result.ts';
import { fileSchema } from './file-schema.ts';
import { WEEKDAY_KEYS } from './file-writer.ts';
import { problemOf } from './issues.ts';
import { readJson } from './json-text.ts';
import { checkSettings } from './schema.ts';
import { SETTINGS_FORMAT, type Settings } from './types.ts';

export { writeSettingsFile } from './file-writer.ts';
export { readStore, settingsFromStore } from './store.ts';

/** `clocked-off-settings/1`: the name of the format and the version that this program reads and writes. */
const [NAME, VERSION] = SETTINGS_FORMAT.split('/');
const FORMAT_TEXT = /^([a-z-]{1,64})\/([1-9]\d{0,5})$/;

const PATTERN_PLACE = /^employments\[(\d+)\]\.(hours|windows)\[(\d+)\](?:\.seasons\[(\d+)\])?\.pattern/;
const DAYS_PLACE = /\.pattern(?:\.days(?:\[(\d+)\])?)?(?=$|\[|\.)/;

/**
 * Settings from an untrusted file: all of them, or the first problem, whose `field` is a place in the file. Codes:
 * `settings.file-…` for the file as a whole, those of `parseSettings`, and for what only a file can get wrong
 * `settings.time-invalid`, `settings.instant-invalid`, `settings.week-or-cycle`.
 */
export function readSettingsFile(text: string): Result<Settings> {
  const json = readJson(text);
  if (!json.ok) return json;
  const version = formatVersion(json.value);
  if (version === null) return fail('settings.file-not-ours', 'format');
  if (version > Number(VERSION)) return fail('settings.file-newer', 'format', { version, known: Number(VERSION) });
  const parsed = fileSchema.safeParse(json.value);
  if (!parsed.success) return { ok: false, problem: problemOf(parsed.error, json.value) };
  const problem = checkSettings(parsed.data);
  return problem === null ? ok(parsed.data) : { ok: false, problem: placedInFile(problem, parsed.data) };
}

/** The version of a settings file of ours, also of one that is newer than this program; null for anything else. */
function formatVersion(value: unknown): number | null {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  const parts = typeof format === 'string' ? FORMAT_TEXT.exec(format) : null;
  return parts?.[1] === NAME ? Number(parts?.[2]) : null;
}

/** The checks speak of the settings in memory; a person who looks for the mistake has the file before them. */
function placedInFile(problem: Problem, settings: Settings): Problem {
  const field = problem.field
    .replace('.pattern.anchor', '.cycleFrom')
    .replace(DAYS_PLACE, (_, day: string | undefined) => daysPlace(day, isWeekly(problem.field, settings)))
    .replace(/\.startMinute$/, '.from')
    .replace(/\.endMinute$/, '.to');
  return { ...problem, field };
}

function daysPlace(day: string | undefined, weekly: boolean): string {
  if (!weekly) return day === undefined ? '.cycle' : `.cycle[${day}]`;
  return day === undefined ? '.week' : `.week.${WEEKDAY_KEYS[Number(day)] ?? day}`;
}

function isWeekly(field: string, { employments }: Settings): boolean {
  const [, employment, list, index, season] = PATTERN_PLACE.exec(field) ?? [];
  const job = employments[Number(employment)];
  if (list === 'windows') return true;
  const version = job?.hours[Number(index)];
  const { pattern } = (season === undefined ? version : version?.seasons?.[Number(season)]) ?? {};
  return pattern?.kind === 'weekly';
}
