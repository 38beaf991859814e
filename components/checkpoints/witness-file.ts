import { fail, ok, type Result } from '../../utils/core/result.ts';
import { SIGNATURE_BEGIN } from '../../utils/core/sign/sshsig.ts';

/** A countersignature takes 1 kB; what is larger than this is none and not even read. */
const MOST_BYTES = 65_536;

/**
 * What a witness sent back, from one file or from two: the signed text, and right behind it its signature. Code:
 * `checkpoint.witness`.
 */
export async function readWitnessFiles(files: readonly Pick<File, 'size' | 'text'>[]): Promise<Result<string>> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > MOST_BYTES) return fail('checkpoint.witness', 'witness');
  const texts = await Promise.all(files.map((file) => file.text()));
  const isSignature = (text: string): boolean => text.startsWith(SIGNATURE_BEGIN);
  return ok([...texts.filter((text) => !isSignature(text)), ...texts.filter(isSignature)].join(''));
}
