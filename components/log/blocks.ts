/**
 * The list is drawn in blocks of rows. Blocks are counted from the oldest row, so that an entry that is appended changes
 * none of them but the newest. One is drawn in one go, and takes less time than a key stroke may wait.
 */
export const BLOCK = 20;
/** What a row takes until it has been drawn once. */
const ROW_PX = 56;
/** Drawn beyond the edges of the window: a wheel or a page key finds rows, not a gap. */
const MARGIN_PX = 1_000;

export const blockCount = (length: number): number => Math.ceil(length / BLOCK);

/** Places `[from, until)` of a block's rows in the list, newest first. */
export function placesOf(block: number, length: number): readonly [from: number, until: number] {
  return [Math.max(0, length - (block + 1) * BLOCK), length - block * BLOCK];
}

/** The block of the row at a place in the list. */
export const blockAt = (place: number, length: number): number => Math.floor((length - 1 - place) / BLOCK);

/** Height of a block: as measured, or guessed. */
export function heightOf(block: number, length: number, measured: ReadonlyMap<number, number>): number {
  const [from, until] = placesOf(block, length);
  return measured.get(block) ?? (until - from) * ROW_PX;
}

export interface BlockRange {
  /** The newest and the oldest block drawn; the newest stands at the top. */
  readonly newest: number;
  readonly oldest: number;
}

/**
 * The blocks within the window and its margin.
 * @param top how far the upper edge of the window lies below that of the list; negative where the list begins below it.
 */
export function blocksInSight(
  length: number,
  measured: ReadonlyMap<number, number>,
  top: number,
  windowHeight: number,
): BlockRange {
  const last = blockCount(length) - 1;
  let newest = -1;
  let oldest = -1;
  let y = 0;
  for (let block = last; block >= 0 && y < top + windowHeight + MARGIN_PX; block -= 1) {
    y += heightOf(block, length, measured);
    if (y <= top - MARGIN_PX) continue;
    if (newest < 0) newest = block;
    oldest = block;
  }
  if (newest >= 0) return { newest, oldest };
  const nearest = top < 0 ? last : 0;
  return { newest: nearest, oldest: nearest };
}
