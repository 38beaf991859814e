import { type FetchStampPorts, fetchStamp, type StampWish } from '../app/fetch-stamp.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { MOST_STAMP_BYTES } from '../core/sign/time-stamp.ts';
import type { Instant } from '../core/time/instant.ts';
import { send } from '../messages/send.ts';
import { createCheckpointStore } from './checkpoint-store.ts';
import { randomBytes, sha256 } from './crypto.ts';
import { withDatabase } from './database.ts';
import { createStampStore } from './stamp-store.ts';

const WAIT_MS = 20_000;

/**
 * Asks a time-stamp service, as RFC 3161 §3.4 says, without cookies, referrer or redirects: they would lead to sites that the
 * person did not allow. Codes: `stamp.unreachable`, `.answer`, `.too-long`.
 */
export async function askService(url: string, request: Uint8Array): Promise<Result<Uint8Array>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
      body: request as Uint8Array<ArrayBuffer>,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(WAIT_MS),
    });
    if (!response.ok) return fail('stamp.answer', 'url', { status: response.status });
    return await readCapped(response);
  } catch {
    return fail('stamp.unreachable', 'url');
  }
}

/** Stops reading where it is too long for a stamp: a service, or whoever sits between, may send without end. */
async function readCapped({ body }: Response): Promise<Result<Uint8Array>> {
  const bytes = new Uint8Array(MOST_STAMP_BYTES);
  let length = 0;
  const reader = body?.getReader();
  for (let piece = await reader?.read(); piece?.value !== undefined; piece = await reader?.read()) {
    if (length + piece.value.length > MOST_STAMP_BYTES) {
      await reader?.cancel();
      return fail('stamp.too-long', 'stamp', { most: MOST_STAMP_BYTES / 1_024 });
    }
    bytes.set(piece.value, length);
    length += piece.value.length;
  }
  return ok(bytes.slice(0, length));
}

/** `fetchStamp` for our own pages; the background never asks a service. Call when the person clicks. */
export const fetchStampHere = (wish: StampWish): Promise<Result<Instant>> =>
  withDatabase((db) => {
    const ports: FetchStampPorts = {
      checkpoints: createCheckpointStore(db),
      stamps: createStampStore(db),
      sha256,
      random: randomBytes,
      ask: askService,
      chain: (draft) => send('log.chain', { draft }),
    };
    return fetchStamp(ports, wish);
  });
