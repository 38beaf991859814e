import { hex, utf8 } from '../log/bytes.ts';
import { csvHeader, csvRow } from '../log/csv.ts';
import { type EntryView, readEntry } from '../log/read.ts';
import type { BaggedFile } from './bag.ts';
import { FILES } from './names.ts';
import { PayloadFile } from './payload-file.ts';
import type { Selected } from './selection.ts';
import type { BundleLine, NewHash } from './types.ts';
import type { ZipWriter } from './zip.ts';

/** Kind of a CSV row for a line that says nothing: it was withheld, or nobody can read it. */
export type MuteKind = 'withheld' | 'unreadable';

/** What the lines came to. */
export interface LineTotals {
  /** Numbers of the first and last line; null where there is none. */
  readonly lines: { readonly first: number; readonly last: number } | null;
  /** SHA-256 (hex) of the last line, withheld or not; null where there is none. */
  readonly head: string | null;
  readonly withheld: number;
  readonly unreadable: number;
  /** Private lines that go along whole. */
  readonly privateLines: number;
}

const LF = utf8('\n');

/**
 * Writes the log's three files in one pass over its lines. `data/log.ndjson` leaves at once; private lines and CSV wait,
 * deflated, until it is whole, since a ZIP holds its files one after the other: a few bytes for each line.
 */
export class LogFiles {
  readonly #newHash: NewHash;
  readonly #chain: PayloadFile;
  readonly #private: PayloadFile;
  readonly #csv: PayloadFile;
  #first = 0;
  #last = 0;
  #withheld = 0;
  #unreadable = 0;
  #privateLines = 0;
  #head: string | null = null;
  #lastLine: Uint8Array | null = null;

  constructor(newHash: NewHash) {
    this.#newHash = newHash;
    this.#chain = new PayloadFile(FILES.log, newHash);
    this.#private = new PayloadFile(FILES.private, newHash);
    this.#csv = new PayloadFile(FILES.csv, newHash);
    this.#csv.addText(csvHeader());
  }

  /** @throws {RangeError} where `seq` does not follow the line before: a bundle holds a range without holes. */
  add({ seq, line, privateLine }: BundleLine, selected: Selected): void {
    if (this.#last !== 0 && seq !== this.#last + 1) throw new RangeError(`line ${seq} does not follow ${this.#last}`);
    if (this.#first === 0) this.#first = seq;
    this.#last = seq;
    if (selected.kind === 'withheld') this.#addStub(seq, line);
    else this.#addLine(seq, line, selected, privateLine);
  }

  #addStub(seq: number, line: Uint8Array): void {
    const hash = this.#hashOf(line);
    this.#chain.addText(`{"withheld":"${hash}"}\n`);
    this.#csv.addText(csvRow(muteRow(seq, 'withheld')));
    this.#withheld += 1;
    this.#lastLine = null;
    this.#head = hash;
  }

  #addLine(
    seq: number,
    line: Uint8Array,
    selected: Exclude<Selected, { kind: 'withheld' }>,
    privateLine: Uint8Array | null,
  ): void {
    this.#chain.add(line);
    this.#chain.add(LF);
    this.#lastLine = line;
    if (selected.kind === 'unreadable') {
      this.#unreadable += 1;
      this.#csv.addText(csvRow(muteRow(seq, 'unreadable')));
      return;
    }
    this.#csv.addText(csvRow(selected.entry));
    if (!selected.privateWhole || privateLine === null) return;
    this.#private.add(privateLine);
    this.#private.add(LF);
    this.#privateLines += 1;
  }

  /** Hands on what is deflated so far; `data/log.ndjson` must be the file that the ZIP has open. */
  async drain(zip: ZipWriter): Promise<void> {
    await zip.writePacked(this.#chain.packing);
  }

  /** Ends the three files, one after the other. */
  async end(zip: ZipWriter, folder: string): Promise<readonly BaggedFile[]> {
    const files: BaggedFile[] = [];
    for (const file of [this.#chain, this.#private, this.#csv]) {
      const bagged = file.end();
      if (file !== this.#chain) await zip.startFile(folder + file.path);
      await zip.endFile(file.packing);
      files.push(bagged);
    }
    return files;
  }

  totals(): LineTotals {
    return {
      lines: this.#first === 0 ? null : { first: this.#first, last: this.#last },
      head: this.#lastLine === null ? this.#head : this.#hashOf(this.#lastLine),
      withheld: this.#withheld,
      unreadable: this.#unreadable,
      privateLines: this.#privateLines,
    };
  }

  #hashOf(bytes: Uint8Array): string {
    const hash = this.#newHash();
    hash.update(bytes);
    return hex(hash.digest());
  }
}

/** An entry without anything; fields that are added to entries later are empty in it, too. */
const EMPTY = readEntry(utf8('{"seq":0,"k":"","t":"1970-01-01T00:00:00Z"}'), null);

/** A row that says only that line `seq` is there. */
function muteRow(seq: number, kind: MuteKind): EntryView {
  if (EMPTY === null) throw new TypeError('the empty entry cannot be read');
  return { ...EMPTY, seq, kind, time: '', withheld: kind === 'withheld' };
}
