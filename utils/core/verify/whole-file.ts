import { joinBytes } from '../log/bytes.ts';
import { fail, ok, type Result } from '../result.ts';
import { type BundleFile, type BundleView, UnreadableFile } from './types.ts';

/** The largest of the files that are read whole is a manifest with all its lines. */
const MOST_BYTES = 4_000_000;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Codes: `bundle.file-big`, `bundle.not-text`, and those of files that cannot be unpacked. */
export async function readWhole(file: BundleFile): Promise<Result<Uint8Array>> {
  if (file.size > MOST_BYTES) return fail('bundle.file-big', file.path, { name: file.path });
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of file.read()) pieces.push(piece);
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, problem: error.problem };
    throw error;
  }
  return ok(joinBytes(pieces));
}

/** Exactly what the bytes say: encoded again they are the same. Null where there is no such file. */
export async function readText({ files }: BundleView, path: string): Promise<Result<string> | null> {
  const file = files.get(path);
  if (file === undefined) return null;
  const bytes = await readWhole(file);
  if (!bytes.ok) return bytes;
  try {
    return ok(decoder.decode(bytes.value));
  } catch {
    return fail('bundle.not-text', path, { name: path });
  }
}
