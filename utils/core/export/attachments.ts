import type { FileMark } from '../log/types.ts';
import { attachmentPath } from './names.ts';
import type { Disclosure, Selected } from './selection.ts';

/** Above this a bundle is too big for mail, and for an old laptop's memory. */
export const MOST_ATTACHED_MB = 400;

const HASH = /^[0-9a-f]{64}$/u;

/**
 * Finds the files whose copies may go along: those of entries whose text is handed over and whose private line goes whole,
 * since only that line says which file belongs to it. To be told of each line.
 */
export class AttachmentFinder {
  readonly #disclose: Disclosure;
  readonly #byPath = new Map<string, FileMark>();
  readonly #named = new Set<string>();

  constructor(disclose: Disclosure) {
    this.#disclose = disclose;
  }

  add(selected: Selected): void {
    if (!this.#disclose.text || selected.kind !== 'shown' || !selected.privateWhole) return;
    for (const file of selected.entry.content?.files ?? []) {
      const path = attachmentPath(file);
      const known = this.#named.has(file.sha256) || this.#byPath.has(path);
      if (known || !HASH.test(file.sha256)) continue;
      this.#named.add(file.sha256);
      this.#byPath.set(path, file);
    }
  }

  /** By the path that each would have, in the order in which they were named. */
  found(): ReadonlyMap<string, FileMark> {
    return this.#byPath;
  }
}
