import { STAMP_ENDINGS } from '../core/export/names.ts';
import { hex, type Sha256, utf8 } from '../core/log/bytes.ts';
import type { AnchorDraft } from '../core/log/types.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { toBase64 } from '../core/sign/base64.ts';
import { checkTimeStamp, NONCE_BYTES, nonceOf, timeStampRequest } from '../core/sign/time-stamp.ts';
import type { Instant } from '../core/time/instant.ts';
import type { CheckpointStore, StampStore } from './ports.ts';

export interface FetchStampPorts {
  readonly checkpoints: Pick<CheckpointStore, 'all'>;
  readonly stamps: StampStore;
  readonly sha256: Sha256;
  readonly random: (length: number) => Uint8Array;
  /** Sends a TimeStampReq to the service. Codes: `stamp.unreachable`, `.answer`, `.too-long`. */
  readonly ask: (url: string, request: Uint8Array) => Promise<Result<Uint8Array>>;
  /** Chains that the stamp came. */
  readonly chain: (draft: AnchorDraft) => Promise<unknown>;
}

export interface StampWish {
  readonly log: string;
  /** Of the checkpoint. */
  readonly number: number;
  readonly url: string;
}

/** As many as have a name in a bundle. */
const MOST_STAMPS = STAMP_ENDINGS.length;

/**
 * Has a service stamp a checkpoint, keeps the stamp beside it, and chains an `anchor`: whatever is logged from then on
 * cannot be older than the stamp. All that the service learns is the hash of the checkpoint's text. Its signature is not
 * checked here. Gives the time by the clock of the service. Codes: `stamp.unknown` (no such checkpoint), `stamp.too-many`,
 * those of `ask` and `checkTimeStamp`.
 * @throws when checkpoint or log could not be written.
 */
export async function fetchStamp(ports: FetchStampPorts, { log, number, url }: StampWish): Promise<Result<Instant>> {
  const checkpoint = (await ports.checkpoints.all(log)).find((one) => one.number === number);
  if (checkpoint === undefined) return fail('stamp.unknown', 'number');
  if ((checkpoint.stamps?.length ?? 0) >= MOST_STAMPS) return fail('stamp.too-many', 'number', { most: MOST_STAMPS });
  const asked = { imprint: await ports.sha256(utf8(checkpoint.text)), nonce: nonceOf(ports.random(NONCE_BYTES)) };
  const response = await ports.ask(url, timeStampRequest(asked.imprint, asked.nonce));
  if (!response.ok) return response;
  const stamp = checkTimeStamp(response.value, asked);
  if (!stamp.ok) return stamp;
  const { at } = stamp.value;
  const kept = await ports.stamps.add(log, number, { url, at, response: toBase64(response.value) });
  if (!kept) return fail('stamp.unknown', 'number');
  const digest = hex(await ports.sha256(response.value));
  await ports.chain({ kind: 'anchor', what: 'rfc3161', last: checkpoint.size, when: at, digest });
  return ok(at);
}
