import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Paths below `folder`, from the root of the repo, with forward slashes. */
export const filesIn = (folder: string): string[] =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((found) => found.isFile())
        .map((found) => join(found.parentPath, found.name).slice(ROOT.length).replaceAll('\\', '/'))
    : [];

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const exists = (path: string): boolean => existsSync(join(ROOT, path));
