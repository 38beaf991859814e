import { FILES, isBundlePath } from '../export/names.ts';
import { fail, ok, type Result } from '../result.ts';
import type { BundleFile, BundleView } from './types.ts';

/** What Finder, Explorer and ZIP programs leave behind by themselves. */
const LEFTOVER = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$/u;

/** Any of them makes it worth while to say what is missing; none, that it is something else altogether. */
const SIGNS = [FILES.log, FILES.manifest, FILES.tagManifest, FILES.bagit];

/** The folder that all paths have in common; empty where a bundle's files lie at the top. */
function topFolder(paths: readonly string[]): string {
  const first = paths[0]?.split('/', 1)[0] ?? '';
  const common = paths.every((path) => path.startsWith(`${first}/`));
  return common && first !== 'data' ? `${first}/` : '';
}

/**
 * Takes the top folder off and sets apart what has no place in a bundle. Codes: `bundle.not-a-bundle`.
 * @param found with whole paths, none of them twice.
 */
export function arrange(found: readonly BundleFile[]): Result<BundleView> {
  const own = found.filter(({ path }) => !LEFTOVER.test(path));
  const top = topFolder(own.map(({ path }) => path));
  const files = new Map<string, BundleFile>();
  const strangers: string[] = [];
  for (const file of own) {
    const path = file.path.slice(top.length);
    if (isBundlePath(path)) files.set(path, { path, size: file.size, read: () => file.read() });
    else strangers.push(path);
  }
  if (!SIGNS.some((path) => files.has(path))) return fail('bundle.not-a-bundle', 'bundle');
  return ok({ files, strangers });
}
