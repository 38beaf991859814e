import type { EntryView } from '../log/read.ts';
import type { SeqRange } from './period.ts';
import type { Disclosure, Selected } from './selection.ts';
import type { BundleLine } from './types.ts';
import type { BundleWish } from './wish.ts';

/** What exactly would leave the device. */
export interface BundlePreview {
  readonly range: SeqRange;
  /** Contacts that are shown, and the ids of their apps. */
  readonly contacts: number;
  readonly apps: ReadonlySet<string>;
  /** Shown entries of other kinds, and lines that cannot be read, which go as they are. */
  readonly others: number;
  /** Lines of which the fingerprint goes only. */
  readonly withheld: number;
  /** In how many entries each part is shown. */
  readonly shown: Readonly<Record<keyof Disclosure, number>>;
  /** Private lines that go whole, so that what is shown of them can be checked; and those shown in part, which cannot. */
  readonly checkable: number;
  readonly uncheckable: number;
  /** Contacts in hours that the counters come to; null where they are not handed over. */
  readonly inHours: number | null;
  readonly checkpoints: number;
  /** Of these, confirmed by somebody else. */
  readonly confirmed: number;
}

/** A wish and what it comes to. Its range stays, whatever is logged until the bundle is written. */
export interface BundlePlan {
  readonly wish: BundleWish;
  readonly preview: BundlePreview;
}

type LineCounts = Pick<
  BundlePreview,
  'contacts' | 'apps' | 'others' | 'withheld' | 'shown' | 'checkable' | 'uncheckable'
>;

const PARTS = ['alias', 'sender', 'title', 'text'] as const;

/** Counts what the selector decided, line by line. */
export class PreviewCounter {
  readonly #apps = new Set<string>();
  readonly #shown = { alias: 0, sender: 0, title: 0, text: 0 };
  #contacts = 0;
  #others = 0;
  #withheld = 0;
  #checkable = 0;
  #uncheckable = 0;

  add(selected: Selected, { privateLine }: Pick<BundleLine, 'privateLine'>): void {
    if (selected.kind === 'withheld') this.#withheld += 1;
    else if (selected.kind === 'unreadable') this.#others += 1;
    else {
      this.#addEntry(selected.entry);
      if (privateLine === null || selected.entry.content === null) return;
      if (selected.privateWhole) this.#checkable += 1;
      else this.#uncheckable += 1;
    }
  }

  #addEntry({ kind, app, content }: EntryView): void {
    if (kind === 'contact') this.#contacts += 1;
    else this.#others += 1;
    if (app !== null) this.#apps.add(app);
    for (const part of PARTS) if (content?.[part] !== undefined) this.#shown[part] += 1;
  }

  counts(): LineCounts {
    return {
      contacts: this.#contacts,
      apps: this.#apps,
      others: this.#others,
      withheld: this.#withheld,
      shown: this.#shown,
      checkable: this.#checkable,
      uncheckable: this.#uncheckable,
    };
  }
}
