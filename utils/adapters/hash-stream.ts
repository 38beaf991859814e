import { sha256 } from '@noble/hashes/sha2.js';
import type { NewHash } from '../core/export/types.ts';

/** WebCrypto hashes whole files only. */
export const newSha256: NewHash = () => sha256.create();
