import { NO_HASH } from '../log/line.ts';
import type { LogHead } from '../log/types.ts';
import { fail, ok, type Result } from '../result.ts';
import { type Instant, SECOND_MS } from '../time/instant.ts';
import { readIso } from '../time/iso-text.ts';

const NAME = 'clocked-off-checkpoint';
export const CHECKPOINT_VERSION = 1;
export const CHECKPOINT_LINES = 5;
/** Five lines are at most 160 characters; more is no checkpoint. */
const MOST_CHARACTERS = 512;
const MOST_PASTED_CHARACTERS = 4_096;

const FIRST_LINE = new RegExp(`^${NAME}/([1-9]\\d{0,5})$`, 'u');
const LOG_ID = /^[0-9a-f]{32}$/u;
const SIZE = /^(?:0|[1-9]\d{0,15})$/u;
const HASH = /^[0-9a-f]{64}$/u;
const UTC_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u;

/** The size and head of a log, and when its device says that it was so. */
export interface Checkpoint {
  readonly head: LogHead;
  /** A whole second. */
  readonly at: Instant;
}

/** `2026-11-24T22:14:03Z`: whole seconds, cut off. */
export const utcTime = (at: Instant): string =>
  new Date(Math.floor(at / SECOND_MS) * SECOND_MS).toISOString().replace('.000Z', 'Z');

/** What {@link utcTime} wrote; null for anything else. */
export const readUtcTime = (text: string): Instant | null => (UTC_TIME.test(text) ? readIso(text) : null);

/** Five lines, each ending in LF: to be given to somebody else, and to be signed. */
export const formatCheckpoint = ({ log, size, hash }: LogHead, at: Instant): string =>
  `${NAME}/${CHECKPOINT_VERSION}\n${log}\n${size}\n${hash}\n${utcTime(at)}\n`;

/**
 * Reads exactly what {@link formatCheckpoint} writes, byte for byte, since that is what was signed. Codes:
 * `checkpoint.not-ours`, `.newer`, `.line-ends`, `.incomplete`, `.line`.
 */
export function parseCheckpoint(text: string): Result<Checkpoint> {
  const lines = text.length > MOST_CHARACTERS ? [] : text.split('\n');
  const first = FIRST_LINE.exec(lines[0]?.trimEnd() ?? '');
  if (first === null) return fail('checkpoint.not-ours', 'checkpoint');
  const version = Number(first[1]);
  if (version !== CHECKPOINT_VERSION)
    return fail('checkpoint.newer', 'checkpoint', { version: `${version}`, known: `${CHECKPOINT_VERSION}` });
  if (text.includes('\r')) return fail('checkpoint.line-ends', 'checkpoint');
  if (lines.length !== CHECKPOINT_LINES + 1 || lines.at(-1) !== '') return fail('checkpoint.incomplete', 'checkpoint');
  const [, log = '', sizeText = '', hash = '', time = ''] = lines;
  const size = SIZE.test(sizeText) ? Number(sizeText) : -1;
  const at = readUtcTime(time);
  const wrong = [
    first[0] !== lines[0],
    !LOG_ID.test(log),
    !Number.isSafeInteger(size) || size < 0,
    !HASH.test(hash) || (size === 0) !== (hash === NO_HASH),
    at === null,
  ].indexOf(true);
  if (wrong !== -1 || at === null) return fail('checkpoint.line', `line ${wrong + 1}`, { line: wrong + 1 });
  return ok({ head: { log, size, hash }, at });
}

/**
 * A checkpoint as a person pastes it from a letter, a photo or a mail: with other line ends, blanks around the lines and
 * no last line end. What was signed is `formatCheckpoint` of the answer.
 */
export function readPastedCheckpoint(pasted: string): Result<Checkpoint> {
  if (pasted.length > MOST_PASTED_CHARACTERS) return fail('checkpoint.not-ours', 'checkpoint');
  const lines = pasted.split('\n').map((line) => line.trim());
  return parseCheckpoint(`${lines.filter((line) => line !== '').join('\n')}\n`);
}

/**
 * `fits`: the log holds these lines unchanged · `other-log` · `longer`: it names more lines than are at hand, so lines
 * were removed at the end, or this is an older copy, or a part of the log · `differs`: a line up to there was changed ·
 * `unknown`: that line is not at hand.
 */
export type CheckpointFit = 'fits' | 'other-log' | 'longer' | 'differs' | 'unknown';

/**
 * Compares a checkpoint with a log, or with a range of its lines.
 * @param log id and size of the log at hand: `size` is the number of its last line.
 * @param hashOf SHA-256 (hex) of the line with this number; null where it is not at hand. For the line before a range
 * it is the `prev` of its first line, and for number 0 it is not asked.
 */
export function compareCheckpoint(
  { head }: Checkpoint,
  log: Pick<LogHead, 'log' | 'size'>,
  hashOf: (seq: number) => string | null,
): CheckpointFit {
  if (head.log !== log.log) return 'other-log';
  if (head.size > log.size) return 'longer';
  const hash = head.size === 0 ? NO_HASH : hashOf(head.size);
  if (hash === null) return 'unknown';
  return hash === head.hash ? 'fits' : 'differs';
}

/**
 * What a later checkpoint says beside an earlier one of somebody's: `follows` · `same` · `other-log`: begun anew ·
 * `shrunk`: fewer lines than before · `rewritten`: as many lines, but others.
 */
export type Succession = 'follows' | 'same' | 'other-log' | 'shrunk' | 'rewritten';

/** For whoever keeps checkpoints without the log. That the later one extends the earlier one shows with the log only. */
export function compareSuccession(earlier: Checkpoint, later: Checkpoint): Succession {
  if (later.head.log !== earlier.head.log) return 'other-log';
  if (later.head.size < earlier.head.size) return 'shrunk';
  if (later.head.size > earlier.head.size) return 'follows';
  return later.head.hash === earlier.head.hash ? 'same' : 'rewritten';
}
