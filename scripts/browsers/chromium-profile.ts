import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchOptions } from './driver.ts';
import { readManifest } from './extension-files.ts';
import { until } from './wait.ts';

type Json = { [key: string]: Json | string | number | boolean | readonly string[] };

const PREFERENCES = join('Default', 'Preferences');

/** `location` of an unpacked extension, and the `creation_flags` that Chromium itself writes for one. */
const UNPACKED = 4;
const UNPACKED_FLAGS = 38;
const ENABLED = 1;
const ALLOW = 1;

/** Writes the settings of a new profile: what a person would have set by hand. */
export async function seedProfile(profileDir: string, options: LaunchOptions): Promise<void> {
  const { notifications = [], lang, downloadDir } = options;
  const settings = await readSettings(profileDir);
  const exceptions = at(settings, 'profile', 'content_settings', 'exceptions', 'notifications');
  for (const origin of notifications) exceptions[`${origin},*`] = { setting: ALLOW };
  at(settings, 'extensions', 'ui').developer_mode = true;
  if (lang !== undefined) at(settings, 'intl').selected_languages = lang;
  if (downloadDir !== undefined) {
    Object.assign(at(settings, 'download'), { default_directory: downloadDir, prompt_for_download: false });
  }
  await writeSettings(profileDir, settings);
}

/**
 * Makes an extension that was loaded over the debugging pipe stay for the next start, as one loaded by hand does: the next
 * start then is a start (`onStartup`, registered scripts intact) and no second install. Chromium marks such an extension as
 * passing; without the mark it stays. Where a killed browser had not written it down yet, it is written here.
 */
export async function keepExtension(profileDir: string, extensionId: string, folder: string): Promise<void> {
  const settings = await readSettings(profileDir);
  const all = at(settings, 'extensions', 'settings');
  if (!(extensionId in all)) {
    const granted = { api: (await readManifest(folder)).permissions ?? [], explicit_host: [], scriptable_host: [] };
    const entry = { path: folder, state: ENABLED, from_webstore: false, active_permissions: granted };
    all[extensionId] = { ...entry, granted_permissions: granted };
  }
  Object.assign(at(all, extensionId), { location: UNPACKED, creation_flags: UNPACKED_FLAGS });
  at(settings, 'extensions', 'ui').developer_mode = true;
  // A killed browser would greet its next start with an offer to restore the old pages.
  at(settings, 'profile').exit_type = 'Normal';
  await writeSettings(profileDir, settings);
}

/** Chromium writes its settings ten seconds after the first change that is not written yet; a busy machine is late. */
const SAVE_MS = 16_000;

/** Resolves when what was changed by `instant` is written: after it, or long ago where that change made no difference. */
export async function untilSaved(profileDir: string, instant: number): Promise<void> {
  const modified = async (): Promise<boolean> => (await stat(join(profileDir, PREFERENCES))).mtimeMs > instant;
  const saved = async () => Date.now() > instant + SAVE_MS || (await modified().catch(() => false));
  await until('Chromium to write its settings', saved, 2 * SAVE_MS);
}

async function readSettings(profileDir: string): Promise<Json> {
  try {
    return JSON.parse(await readFile(join(profileDir, PREFERENCES), 'utf8')) as Json;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

async function writeSettings(profileDir: string, settings: Json): Promise<void> {
  await mkdir(join(profileDir, 'Default'), { recursive: true });
  await writeFile(join(profileDir, PREFERENCES), JSON.stringify(settings));
}

/** The object under these keys, made where it is missing. */
function at(json: Json, ...keys: readonly string[]): Json {
  return keys.reduce<Json>((object, key) => {
    const inner = object[key];
    if (typeof inner === 'object' && !Array.isArray(inner)) return inner as Json;
    const made: Json = {};
    object[key] = made;
    return made;
  }, json);
}
