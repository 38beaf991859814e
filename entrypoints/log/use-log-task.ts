import { useRef, useState } from 'preact/hooks';
import type { LogTask } from '../../components/log/log-check.tsx';
import { saveFile } from '../../components/page/save-file.ts';
import { sha256 } from '../../utils/adapters/crypto.ts';
import type { LogRow } from '../../utils/adapters/log-reader.ts';
import { csvHeader, csvRow } from '../../utils/core/log/csv.ts';
import { readEntry } from '../../utils/core/log/read.ts';
import type { LogHead } from '../../utils/core/log/types.ts';
import { verifyChain } from '../../utils/core/log/verify.ts';
import { reader } from './reader.ts';

const PIECE = 1_000;

type Format = 'ndjson' | 'csv';
type Progress = (done: number) => void;

export interface LogTasks {
  readonly task: LogTask | null;
  readonly onCheck: () => void;
  readonly onExport: (format: Format) => void;
  readonly onCancel: () => void;
}

/** Whatever reads the whole log: piece by piece, one at a time, with its progress, and it can be cancelled. */
export function useLogTask(head: LogHead | null): LogTasks {
  const [task, setTask] = useState<LogTask | null>(null);
  const running = useRef<AbortController | null>(null);
  const total = head?.size ?? 0;

  const run = (work: (progress: Progress, signal: AbortSignal) => Promise<LogTask>): void => {
    const abort = new AbortController();
    running.current?.abort();
    running.current = abort;
    const progress: Progress = (done) => setTask({ state: 'running', done, total });
    progress(0);
    work(progress, abort.signal).then(
      (result) => !abort.signal.aborted && setTask(result),
      () => setTask(abort.signal.aborted ? null : { state: 'failed' }),
    );
  };

  return {
    task,
    onCheck: () => run(check),
    onExport: (format) => head !== null && run((progress, signal) => exportLog(format, head, progress, signal)),
    onCancel: () => running.current?.abort(),
  };
}

async function check(progress: Progress, signal: AbortSignal): Promise<LogTask> {
  const head = await (await reader()).head();
  const verdict = await verifyChain(wholeLog(signal), sha256, progress, signal);
  // The lines themselves cannot tell that the last ones are gone; the head, stored apart, can.
  const missing = verdict.ok && verdict.count < (head?.size ?? 0);
  return { state: 'checked', verdict: missing ? { ok: false, at: verdict.count + 1, what: 'seq' } : verdict };
}

async function exportLog(format: Format, head: LogHead, progress: Progress, signal: AbortSignal): Promise<LogTask> {
  const parts: BlobPart[] = format === 'csv' ? [csvHeader()] : [];
  let done = 0;
  for await (const row of wholeLog(signal)) {
    if (format === 'ndjson') parts.push(row.line as Uint8Array<ArrayBuffer>, '\n');
    else parts.push(csvLine(row));
    done += 1;
    if (done % PIECE === 0) progress(done);
  }
  const fileName = `log-${head.log.slice(0, 8)}-${done}.${format}`;
  saveFile(fileName, parts, format === 'csv' ? 'text/csv' : 'application/x-ndjson');
  return { state: 'exported', fileName };
}

function csvLine({ line, privateLine }: LogRow): string {
  const entry = readEntry(line, privateLine);
  return entry === null ? '' : csvRow(entry);
}

async function* wholeLog(signal: AbortSignal): AsyncGenerator<LogRow> {
  const log = await reader();
  for (let after = 0; ; ) {
    signal.throwIfAborted();
    const piece = await log.lines(after, PIECE);
    yield* piece;
    const last = piece.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}
