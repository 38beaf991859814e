import { fail, ok, type Result } from '../result.ts';

/** `<SHA-256>  <path>`, as `sha256sum` writes and checks it. */
const LINE = /^([0-9a-f]{64}) {2}([^\r\n]+)$/u;

export interface Manifest {
  /** SHA-256 (hex) by path. */
  readonly digests: ReadonlyMap<string, string>;
  /** It came with CR LF line ends. */
  readonly mangled: boolean;
}

/**
 * Reads a manifest of a bag (RFC 8493 §2.1.3) as our bundles have it. Codes: `bundle.manifest-line`.
 * @param belongs the paths that this manifest may list.
 */
export function readManifest(text: string, path: string, belongs: (path: string) => boolean): Result<Manifest> {
  const mangled = text.includes('\r\n');
  const lines = (mangled ? text.replaceAll('\r\n', '\n') : text).split('\n');
  const unended = lines.pop() !== '';
  const digests = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    const [, digest, name] = LINE.exec(line) ?? [];
    if (digest === undefined || name === undefined || digests.has(name) || !belongs(name))
      return fail('bundle.manifest-line', path, { name: path, line: index + 1 });
    digests.set(name, digest);
  }
  return unended
    ? fail('bundle.manifest-line', path, { name: path, line: lines.length + 1 })
    : ok({ digests, mangled });
}
