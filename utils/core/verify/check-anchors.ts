import { stampCommand } from '../export/how-to-verify.ts';
import type { RangeVerdict } from '../log/verify.ts';
import { type Checkpoint, type CheckpointFit, compareCheckpoint, utcTime } from '../sign/checkpoint.ts';
import type { CheckpointFound, CheckpointsRead, WitnessFound } from './read-checkpoints.ts';
import { NO_ED25519 } from './signatures.ts';
import type { VerdictLine, VerdictSentence } from './types.ts';
import { bad, badBecause, good, incomplete } from './verdict.ts';

const MOST_WITNESSES_TOLD = 5;
const MOST_STAMPS_TOLD = 5;

export interface AnchorInput {
  readonly read: CheckpointsRead;
  /** The log as it was checked; null where its chain is broken. */
  readonly range: Extract<RangeVerdict, { ok: true }> | null;
  /** Key number of whoever signed the bundle; null where nobody validly did. */
  readonly ownNumber: string | null;
  readonly knownKeys: readonly string[];
  readonly held: Checkpoint | null;
}

interface Witnessed extends WitnessFound {
  readonly size: number;
  readonly known: boolean;
}

/** A fit that contradicts the log; others leave the question open. */
const CONTRADICTS: ReadonlySet<CheckpointFit> = new Set(['other-log', 'longer', 'differs']);

/** What others can say about the time before which the log was as it is. */
export function anchorsLine(input: AnchorInput): VerdictLine {
  const { read, range, held } = input;
  if (read.refused !== null) {
    const { file, problem } = read.refused;
    return problem.code === NO_ED25519
      ? { ...incomplete('anchors.unchecked'), problem }
      : badBecause('anchors.refused', problem, { file });
  }
  if (range === null || range.first === null) return incomplete('anchors.no-log');
  const fitOf = (checkpoint: Checkpoint): CheckpointFit =>
    compareCheckpoint(checkpoint, range.head, (seq) => range.hashes.get(seq) ?? null);
  const last = range.head.size;
  if (held !== null && CONTRADICTS.has(fitOf(held)))
    return bad(`anchors.held-${fitOf(held)}`, { size: held.head.size, last });
  const wrong = read.found.find(({ checkpoint }) => CONTRADICTS.has(fitOf(checkpoint)));
  if (wrong !== undefined) {
    const { path: file, checkpoint } = wrong;
    return bad(`anchors.${fitOf(checkpoint)}`, { file, size: checkpoint.head.size, last });
  }
  const fitting = read.found.filter(({ checkpoint }) => fitOf(checkpoint) === 'fits');
  const notes = notesOf(read, fitting);
  if (held !== null) {
    const values = { size: held.head.size, time: utcTime(held.at), last };
    return fitOf(held) === 'fits'
      ? good('anchors.held', values, notes)
      : incomplete('anchors.held-open', values, notes);
  }
  return insideLine(input, fitting, notes);
}

function notesOf({ found }: CheckpointsRead, fitting: readonly CheckpointFound[]): VerdictSentence[] {
  const notes: VerdictSentence[] = [];
  const unsigned = fitting.filter(({ signedBy }) => signedBy === null).length;
  if (unsigned > 0) notes.push({ code: 'anchors.unsigned', values: { count: unsigned } });
  const open = found.length - fitting.length;
  if (open > 0) notes.push({ code: 'anchors.outside', values: { count: open } });
  return [...stampNotes(fitting), ...notes];
}

/** A stamp that nobody checked moves no verdict: what it says is told, with the command that checks it. */
function stampNotes(fitting: readonly CheckpointFound[]): VerdictSentence[] {
  const all = fitting.flatMap(({ number, checkpoint, stamps }) =>
    stamps.map((stamp) => ({ ...stamp, number, size: checkpoint.head.size })),
  );
  const told = all
    .toSorted((one, other) => other.size - one.size || one.at - other.at)
    .slice(0, MOST_STAMPS_TOLD)
    .map(({ number, size, at, path, by }) => ({
      code: 'anchors.stamp',
      values: { size, time: utcTime(at), by: by ?? '–', command: stampCommand(number, { path, at }) },
    }));
  const more = all.length - told.length;
  return more > 0 ? [...told, { code: 'anchors.tokens', values: { count: more } }] : told;
}

/** Whoever signed the bundle is no witness of their own log. */
function witnessesOf(
  fitting: readonly CheckpointFound[],
  ownNumber: string | null,
  known: readonly string[],
): Witnessed[] {
  return fitting
    .flatMap(({ checkpoint, signedBy, witness }) =>
      witness === null || witness.number === ownNumber || witness.number === signedBy
        ? []
        : [{ ...witness, size: checkpoint.head.size, known: known.includes(witness.number) }],
    )
    .toSorted((one, other) => Number(other.known) - Number(one.known) || other.size - one.size || one.at - other.at);
}

function insideLine(
  { ownNumber, knownKeys }: AnchorInput,
  fitting: readonly CheckpointFound[],
  notes: readonly VerdictSentence[],
): VerdictLine {
  const [best, ...others] = witnessesOf(fitting, ownNumber, knownKeys);
  const valuesOf = ({ size, at, by, number }: Witnessed) => ({ size, time: utcTime(at), by, number });
  if (best !== undefined) {
    const also = others
      .slice(0, MOST_WITNESSES_TOLD)
      .map((witness) => ({ code: 'anchors.also', values: valuesOf(witness) }));
    const line = best.known ? good : incomplete;
    return line(best.known ? 'anchors.witnessed' : 'anchors.witness-unknown', valuesOf(best), [...also, ...notes]);
  }
  const signed = fitting.filter(({ signedBy }) => signedBy !== null);
  const latest = signed.at(-1);
  if (latest === undefined) return incomplete('anchors.none', {}, notes);
  const size = Math.max(...signed.map(({ checkpoint }) => checkpoint.head.size));
  return incomplete('anchors.own', { count: signed.length, size, number: latest.signedBy ?? '' }, notes);
}
