import type { EntryView } from '../log/read.ts';
import type { SeqRange } from './period.ts';
import { DISCLOSED_PARTS, type Disclosure, partsIn, type Selected } from './selection.ts';
import type { BundleLine } from './types.ts';
import type { BundleWish } from './wish.ts';

/** What exactly would leave the device. */
export interface BundlePreview {
  readonly range: SeqRange;
  /** Contacts that were seen and are shown, and the ids of their apps. */
  readonly contacts: number;
  /** Contacts that the person typed in. */
  readonly reported: number;
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
  /** Copies of files that go along, and their bytes. */
  readonly attachments: { readonly count: number; readonly bytes: number };
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
  'contacts' | 'reported' | 'apps' | 'others' | 'withheld' | 'shown' | 'checkable' | 'uncheckable'
>;

/** Counts what the selector decided, line by line. */
export class PreviewCounter {
  readonly #apps = new Set<string>();
  readonly #shown = { alias: 0, sender: 0, title: 0, text: 0, notes: 0, personal: 0 } satisfies Record<string, number>;
  #contacts = 0;
  #reported = 0;
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

  #addEntry({ kind, app, certainty, content }: EntryView): void {
    const typedIn = kind === 'contact' && certainty === 'reported';
    if (typedIn) this.#reported += 1;
    else if (kind === 'contact') this.#contacts += 1;
    else this.#others += 1;
    if (app !== null && !typedIn) this.#apps.add(app);
    const parts = partsIn(content);
    for (const part of DISCLOSED_PARTS) if (parts.has(part)) this.#shown[part] += 1;
  }

  counts(): LineCounts {
    return {
      contacts: this.#contacts,
      reported: this.#reported,
      apps: this.#apps,
      others: this.#others,
      withheld: this.#withheld,
      shown: this.#shown,
      checkable: this.#checkable,
      uncheckable: this.#uncheckable,
    };
  }
}
