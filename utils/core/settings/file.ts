import { fail, ok, type Result } from '../result.ts';
import { placedInFile } from './file-places.ts';
import { fileSchema } from './file-schema.ts';
import { problemOf } from './issues.ts';
import { readJson } from './json-text.ts';
import { checkSettings } from './schema.ts';
import { SETTINGS_FORMAT, type Settings } from './types.ts';

export { writeSettingsFile } from './file-writer.ts';
export { readStore, settingsFromStore } from './store.ts';

/** `clocked-off-settings/1`: the name of the format and the version that this program reads and writes. */
const [NAME, VERSION] = SETTINGS_FORMAT.split('/');
const FORMAT_TEXT = /^([a-z-]{1,64})\/([1-9]\d{0,5})$/;

/**
 * Settings from an untrusted file: all of them, or the first problem, whose `field` is a place in the file. Codes:
 * `settings.file-…` for the file as a whole, those of `parseSettings`, and for what only a file can get wrong
 * `settings.time-invalid`, `settings.length-invalid`, `settings.instant-invalid`, `settings.week-or-cycle`.
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
