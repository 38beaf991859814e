import { ANNOTATION_FIELDS, PERSONAL_FIELDS } from '../log/annotation.ts';
import { contentOf, type EntryView, entryOf, type LineSource, parseFields } from '../log/read.ts';
import { textsOf } from '../log/texts.ts';
import type { PrivateContent } from '../log/types.ts';
import type { BundleLine } from './types.ts';

/** Which parts of private lines the person hands over. */
export interface Disclosure {
  readonly alias: boolean;
  readonly sender: boolean;
  readonly title: boolean;
  readonly text: boolean;
  /** What the person said of entries: annotations, reasons of corrections, names and hashes of files. */
  readonly notes: boolean;
  /** Of that, what is of their own life (`PERSONAL_FIELDS`). */
  readonly personal: boolean;
}

export type DisclosedPart = keyof Disclosure;

export const DISCLOSED_PARTS = ['alias', 'sender', 'title', 'text', 'notes', 'personal'] as const;

export const NOTHING_DISCLOSED: Disclosure = {
  alias: false,
  sender: false,
  title: false,
  text: false,
  notes: false,
  personal: false,
};

const FIELD_PARTS = new Map<string, DisclosedPart>([
  ...(['alias', 'sender', 'title', 'text'] as const).map((field) => [field, field] as const),
  ...(['wrong', 'files', ...ANNOTATION_FIELDS] as const).map((field) => [field, 'notes'] as const),
  ...PERSONAL_FIELDS.map((field) => [field, 'personal'] as const),
]);

/** The parts that this content has something of. */
export const partsIn = (content: PrivateContent | null): ReadonlySet<DisclosedPart> =>
  new Set(Object.keys(content ?? {}).flatMap((field) => FIELD_PARTS.get(field) ?? []));

/** What the person chose to hand over. The range of lines is chosen before, by `rangeOf`. */
export interface Selection {
  /** Ids of the work apps whose contacts are handed over; null: of all. */
  readonly apps: ReadonlySet<string> | null;
  readonly disclose: Disclosure;
  /** Single lines, by `seq`, that the person decided on otherwise. */
  readonly single?: ReadonlyMap<number, 'withhold-line' | 'withhold-content'>;
}

/** What becomes of one line. */
export type Selected =
  /** Only its hash is handed over. */
  | { readonly kind: 'withheld' }
  /** It is no entry that we can read; its bytes go as they are. */
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'shown';
      /** As CSV and report show it: `content` holds the disclosed fields only. */
      readonly entry: EntryView;
      /** The private line goes along whole, so that it can be checked against `x`. */
      readonly privateWhole: boolean;
    };

const WITHHELD: Selected = { kind: 'withheld' };
const UNREADABLE: Selected = { kind: 'unreadable' };
/** The texts that can be so long that they are cut. */
const LONG_FIELDS = ['title', 'text', 'where', 'words', 'files'];

/** A line, and its texts where many lines were decoded at once. */
interface DecodedLine extends BundleLine {
  readonly texts?: { readonly line: LineSource; readonly privateLine: LineSource | null };
}

/** The same lines, a batch of them at a time, with their texts: decoded one by one they take longer than all the rest. */
export async function* inBatches(
  lines: AsyncIterable<BundleLine>,
  size: number,
): AsyncGenerator<readonly DecodedLine[]> {
  let batch: BundleLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < size) continue;
    yield decoded(batch);
    batch = [];
  }
  if (batch.length > 0) yield decoded(batch);
}

function decoded(batch: readonly BundleLine[]): readonly DecodedLine[] {
  const texts = textsOf(batch.map(({ line }) => line));
  const privates = textsOf(batch.map(({ privateLine }) => privateLine ?? NOTHING));
  return batch.map(({ seq, line, privateLine }, place) => ({
    seq,
    line,
    privateLine,
    texts: { line: texts[place] ?? line, privateLine: privateLine && (privates[place] ?? privateLine) },
  }));
}

const NOTHING = new Uint8Array();

/**
 * Decides line by line, in the order of `seq`; preview and export ask the same function. A note that speaks of a
 * withheld line is withheld as well.
 */
export function createSelector({ apps, disclose, single }: Selection): (line: DecodedLine) => Selected {
  const withheld = new Set<number>();

  const isWithheld = (seq: number, entry: EntryView | null): boolean => {
    if (single?.get(seq) === 'withhold-line') return true;
    if (apps === null) return false;
    // An unreadable line may be of an app that was not chosen.
    if (entry === null) return true;
    return entry.app !== null && !apps.has(entry.app);
  };

  return ({ seq, line, privateLine, texts = { line, privateLine } }) => {
    const fields = texts.privateLine === null ? null : parseFields(texts.privateLine);
    const entry = entryOf(texts.line, privateLine !== null, contentOf(fields));
    if (isWithheld(seq, entry) || (entry?.ref != null && withheld.has(entry.ref))) {
      withheld.add(seq);
      return WITHHELD;
    }
    if (entry === null) return UNREADABLE;
    const content = single?.get(seq) === 'withhold-content' ? null : disclosed(entry.content, disclose);
    const privateWhole = content !== null && fields !== null && holdsNoMore(fields, content);
    return {
      kind: 'shown',
      entry: { ...entry, content, withheld: entry.withheld || (privateLine !== null && !privateWhole) },
      privateWhole,
    };
  };
}

/** The fields that may be shown; null where none is left. `cut` goes with the long texts, which alone it speaks of. */
function disclosed(content: PrivateContent | null, disclose: Disclosure): PrivateContent | null {
  if (content === null) return null;
  const shown: Record<string, unknown> = {};
  let some = false;
  for (const [field, value] of Object.entries(content)) {
    const part = FIELD_PARTS.get(field);
    if (part === undefined || !disclose[part]) continue;
    shown[field] = value;
    some = true;
  }
  if (!some) return null;
  return content.cut === true && LONG_FIELDS.some((field) => field in shown) ? { ...shown, cut: true } : shown;
}

/** Fields of every private line, and the mark that something was cut. */
const FRAME: ReadonlySet<string> = new Set(['v', 'seq', 's', 'cut']);

/** Would the whole line say nothing beyond what is shown? Asked of the line itself: a later version may keep more in it. */
function holdsNoMore(fields: Record<string, unknown>, shown: PrivateContent): boolean {
  return Object.keys(fields).every((key) => FRAME.has(key) || Object.hasOwn(shown, key));
}
