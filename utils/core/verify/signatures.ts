import { fail, type Result } from '../result.ts';

/** Old browsers have no Ed25519 in WebCrypto: then nothing was found wrong, but nothing was checked either. */
export const NO_ED25519 = 'bundle.no-signatures';

/** Code: `bundle.no-signatures`, beside those of `check`. */
export async function ifSupported<T>(check: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Error && error.name === 'NotSupportedError') return fail(NO_ED25519, 'signature');
    throw error;
  }
}
