import { utf8 } from '../core/log/bytes.ts';
import { formatCheckpoint } from '../core/sign/checkpoint.ts';
import type { CheckpointReason, SignedCheckpoint } from '../core/sign/signed-checkpoint.ts';
import { signSsh } from '../core/sign/sshsig.ts';
import { NAMESPACES, type Sha512 } from '../core/sign/types.ts';
import type { CheckpointStore, Clock, LogStore, SigningKeys } from './ports.ts';

export interface MakeCheckpointPorts {
  readonly clock: Clock;
  readonly log: Pick<LogStore, 'head'>;
  readonly keys: SigningKeys;
  readonly checkpoints: CheckpointStore;
  readonly sha512: Sha512;
}

/**
 * Signs the log's size and head as they stand, and keeps that. Where nothing was logged since the latest checkpoint,
 * that one is returned: a second one could only claim a later time for the same lines. Null for an empty log. The chain
 * itself does not change.
 */
export async function makeCheckpoint(
  { clock, log, keys, checkpoints, sha512 }: MakeCheckpointPorts,
  reason: CheckpointReason,
): Promise<SignedCheckpoint | null> {
  const head = await log.head();
  if (head.size === 0) return null;
  const latest = await checkpoints.latest(head.log);
  if (latest !== null && latest.size === head.size && latest.hash === head.hash) return latest;
  const at = clock.now();
  const text = formatCheckpoint(head, at);
  const signature = await signSsh(await keys.signerOf(head.log), NAMESPACES.checkpoint, utf8(text), sha512);
  return checkpoints.add({ ...head, at, reason, text, signature });
}
