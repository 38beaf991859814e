import type { Sha512, SignatureCrypto, VerifyEd25519 } from '../core/sign/types.ts';

export const ED25519 = 'Ed25519';

const sha512: Sha512 = async (bytes) =>
  new Uint8Array(await crypto.subtle.digest('SHA-512', bytes as Uint8Array<ArrayBuffer>));

const verify: VerifyEd25519 = async (publicKey, signature, data) => {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey as Uint8Array<ArrayBuffer>, ED25519, false, ['verify']);
    return await crypto.subtle.verify(
      ED25519,
      key,
      signature as Uint8Array<ArrayBuffer>,
      data as Uint8Array<ArrayBuffer>,
    );
  } catch (error) {
    // Some browsers refuse bytes that are no point of the curve, others accept them and find no signature that fits.
    if (error instanceof DOMException && error.name !== 'NotSupportedError') return false;
    throw error;
  }
};

/** By WebCrypto, which has Ed25519 in all browsers that we support (DESIGN §10). */
export const signatureCrypto: SignatureCrypto = { sha512, verify };
