import type { BundlePlan } from '../../utils/core/export/preview.ts';
import type { Course } from '../../utils/core/export/types.ts';
import type { BundleWish } from '../../utils/core/export/wish.ts';
import type { Result } from '../../utils/core/result.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';

/** What there is to make a bundle of. */
export interface LogContents {
  /** The day of the first line. */
  readonly firstDay: LocalDate;
  /** The work apps, then those in the log that are no longer chosen. */
  readonly apps: readonly ExportApp[];
  /** Ids of those chosen at first: the apps of a job that ended. All of them where nobody asked for some. */
  readonly chosen?: ReadonlySet<string>;
}

export interface ExportApp {
  readonly id: string;
  readonly name: string;
  /** No longer among the work apps: it is known by its id only. */
  readonly gone: boolean;
}

export interface SavedBundle {
  readonly fileName: string;
  /** Six groups of five digits. */
  readonly keyNumber: string;
  /** The log has a line that says that this bundle was made. */
  readonly noted: boolean;
}

export interface BundleWork {
  readonly onPlan: (wish: BundleWish, course: Course) => Promise<Result<BundlePlan>>;
  /** With a delegate's key nothing but the sealed file is saved. */
  readonly onSave: (plan: BundlePlan, course: Course, recipient: Uint8Array | null) => Promise<Result<SavedBundle>>;
}
