import type { Result } from '../../utils/core/result.ts';
import type { Instant } from '../../utils/core/time/instant.ts';
import type { VaultView } from '../../utils/core/vault/types.ts';

/** How a long piece of work is followed and stopped. */
export interface Course {
  /** From 0 to 1. */
  progress(share: number): void;
  readonly signal?: AbortSignal;
}

/** What a passphrase is set, given and taken away by. All of them reject where the browser cannot do it. */
export interface VaultPorts {
  readonly read: () => Promise<VaultView>;
  readonly onChange: (again: () => void) => () => void;
  readonly now: () => Instant;
  readonly unlock: (passphrase: string, keepMs: number | null) => Promise<Result<null>>;
  readonly lock: () => Promise<void>;
  readonly switchOn: (passphrase: string, keepMs: number | null, course: Course) => Promise<Result<null>>;
  readonly sealRest: (course: Course) => Promise<Result<null>>;
  readonly switchOff: (course: Course) => Promise<Result<null>>;
  readonly changePassphrase: (before: string, after: string) => Promise<Result<null>>;
  /** A fresh passphrase, its groups joined by hyphens. */
  readonly generate: () => string;
}
