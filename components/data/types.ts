import type { EraseChoice, ErasePlan } from '../../utils/core/log/erase.ts';
import type { PrivateParts } from '../../utils/core/log/private-parts.ts';
import type { Erasure } from '../../utils/core/log/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { Instant } from '../../utils/core/time/instant.ts';

/** What the person's data are looked at and let go of by. All of them reject where the browser cannot do it. */
export interface DataPorts {
  readonly readParts: () => Promise<PrivateParts>;
  readonly plan: (choice: EraseChoice) => Promise<ErasePlan>;
  readonly erase: (erasure: Erasure) => Promise<Problem | null>;
  readonly eraseAll: (settingsToo: boolean) => Promise<unknown>;
  /** Lines that were written before `at`. */
  readonly countBefore: (at: Instant) => Promise<number>;
  /** Number of the checkpoint; null for an empty log. */
  readonly makeCheckpoint: () => Promise<number | null>;
}
