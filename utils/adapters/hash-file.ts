import { hex } from '../core/log/bytes.ts';
import type { FileMark } from '../core/log/types.ts';
import { newSha256 } from './hash-stream.ts';

/**
 * Reads a file piece by piece, and keeps its hash and its length.
 * @param onBytes told now and then how many bytes are read.
 * @throws when it cannot be read (moved, no permission).
 */
export async function hashFile(file: Blob, onBytes?: (done: number) => void): Promise<FileMark> {
  const hash = newSha256();
  let bytes = 0;
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { sha256: hex(hash.digest()), bytes };
    hash.update(value);
    bytes += value.length;
    onBytes?.(bytes);
  }
}
