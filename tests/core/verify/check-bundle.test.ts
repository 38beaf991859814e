import { describe, expect, it } from 'vitest';
import { FILES } from '../../../utils/core/export/names.ts';
import { hex, utf8 } from '../../../utils/core/log/bytes.ts';
import { parseCheckpoint } from '../../../utils/core/sign/checkpoint.ts';
import { keyNumber } from '../../../utils/core/sign/keys.ts';
import { signSsh } from '../../../utils/core/sign/sshsig.ts';
import { NAMESPACES } from '../../../utils/core/sign/types.ts';
import { checkBundle } from '../../../utils/core/verify/check-bundle.ts';
import { readFolder } from '../../../utils/core/verify/read-folder.ts';
import type { BundleVerdict } from '../../../utils/core/verify/types.ts';
import { VERDICT_LINES, worstState } from '../../../utils/core/verify/verdict.ts';
import { STAMP, stampBytes } from '../export/sample.ts';
import { sha256 } from '../log/sample.ts';
import { delegate, sha512, worker } from '../sign/keys.ts';
import {
  accessTo,
  changed,
  checkpointFiles,
  type Files,
  goodBundle,
  logFiles,
  ports,
  sample,
  seal,
  textIn,
  verdictOn,
  verdictOnZip,
  without,
  zipOf,
} from './bundle.ts';

const workerNumber = await keyNumber(worker.publicKey, sha256);
const delegateNumber = await keyNumber(delegate.publicKey, sha256);
const FIRST_TXT = 'data/checkpoints/0001.txt';
const FIRST_SIG = 'data/checkpoints/0001.sig';

/** `state code` of each line. */
const shortly = (verdict: BundleVerdict): Record<string, string> =>
  Object.fromEntries(VERDICT_LINES.map((name) => [name, `${verdict[name].state} ${verdict[name].code}`]));

const GOOD = {
  files: 'good files.intact',
  chain: 'good chain.unbroken',
  anchors: 'incomplete anchors.witness-unknown',
  identity: 'incomplete identity.unknown',
};

const linesOf = (files: Files): string[] => textIn(files, FILES.log).split('\n').slice(0, -1);
const withLines = (files: Files, lines: readonly string[]): Files =>
  changed(files, FILES.log, () => lines.map((line) => `${line}\n`).join(''));

const stubOf = async (line: string): Promise<string> => `{"withheld":"${hex(await sha256(utf8(line)))}"}`;

describe('a good bundle', () => {
  it('is intact, and neither identity nor time is taken for granted', async () => {
    const files = await goodBundle();
    const verdict = await verdictOn(files);
    expect(shortly(verdict)).toEqual(GOOD);
    expect(verdict.files.values).toEqual({ count: files.size });
    expect(verdict.chain.values).toEqual({ count: 8 });
    expect(verdict.anchors.values).toEqual({
      size: 8,
      time: '2026-03-04T14:01:00Z',
      by: 'Ana, delegate',
      number: delegateNumber,
    });
    expect(verdict.identity.values).toEqual({ number: workerNumber });
    expect(verdict.identity.notes[0]?.values?.fingerprint).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/u);
    expect(await verdictOnZip(zipOf(files))).toEqual(verdict);
    expect(await verdictOnZip(zipOf(files, ''))).toEqual(verdict);
    expect(worstState(verdict)).toBe('incomplete');
  });

  it('is all in order once both key numbers came on another way', async () => {
    const verdict = await verdictOn(await goodBundle(), { knownKeys: [workerNumber, delegateNumber] });
    expect(worstState(verdict)).toBe('good');
    expect([verdict.identity.code, verdict.anchors.code]).toEqual(['identity.matches', 'anchors.witnessed']);
  });

  it('takes a witness’s number for the witness’s, and another one for a contradiction', async () => {
    const files = await goodBundle();
    const knowing = (number: string) => verdictOn(files, { knownKeys: [number] });
    expect(shortly(await knowing(delegateNumber))).toMatchObject({
      anchors: 'good anchors.witnessed',
      identity: 'incomplete identity.unknown',
    });
    const other = await knowing('00000 '.repeat(6).trim());
    expect(shortly(other)).toMatchObject({ identity: 'bad identity.other', anchors: GOOD.anchors });
  });

  it('is read to the end with its progress, and can be stopped', async () => {
    const seen: [number, number][] = [];
    await verdictOn(await goodBundle(), { onProgress: (done, total) => seen.push([done, total]) });
    const last = seen.at(-1);
    expect(last?.[0]).toBe(last?.[1]);
    expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).toSorted((a, b) => a - b));
    const stop = new AbortController();
    const onProgress = (): void => stop.abort(new Error('enough'));
    await expect(verdictOn(await goodBundle(), { onProgress, signal: stop.signal })).rejects.toThrow('enough');
  });
});

describe('a part of a log', () => {
  it('may begin later, hold stubs and leave private lines out, and says so', async () => {
    const { entries } = await sample();
    const files = logFiles(entries.slice(2));
    const [third = '', fourth = '', fifth = '', ...rest] = linesOf(files);
    const some = withLines(files, [third, await stubOf(fourth), await stubOf(fifth), ...rest]);
    const verdict = await verdictOn(await seal(new Map([...(await goodBundle()), ...without(some, FILES.private)])));
    // Two private lines of the whole log were not replaced.
    expect(shortly(verdict)).toMatchObject({ files: GOOD.files, chain: GOOD.chain, anchors: GOOD.anchors });
    expect(verdict.chain.values).toEqual({ count: 6 });
    expect(verdict.chain.notes).toEqual([
      { code: 'chain.from', values: { line: 3 } },
      { code: 'chain.stubs', values: { count: 2 } },
    ]);
    const bare = without(new Map([...(await goodBundle()), ...some]), FILES.private);
    expect((await verdictOn(await seal(bare))).chain.notes.at(-1)).toEqual({
      code: 'chain.private',
      values: { count: 2 },
    });
  });

  it('fits a checkpoint of the line before it, and leaves an earlier one open', async () => {
    const { entries, head } = await sample();
    const base = await goodBundle();
    const from = (first: number): Promise<Files> =>
      seal(
        new Map([
          ...without(base, 'data/private.ndjson'),
          ...without(logFiles(entries.slice(first - 1)), FILES.private),
        ]),
      );
    const before = await verdictOn(await from(5));
    expect(shortly(before)).toMatchObject({ anchors: GOOD.anchors });
    expect(before.anchors.notes).toEqual([]);
    const later = await verdictOn(await from(6));
    expect(later.anchors.notes).toEqual([{ code: 'anchors.outside', values: { count: 1 } }]);
    const wrong = await checkpointFiles(1, { ...head, size: 4, hash: '1'.repeat(64) });
    const differs = await verdictOn(await seal(new Map([...(await from(5)), ...wrong])));
    expect(shortly(differs)).toMatchObject({ anchors: 'bad anchors.differs' });
  });

  it('counts stubs at the beginning by the first line that says its number', async () => {
    const files = await goodBundle();
    const lines = linesOf(files);
    const stubs = await Promise.all(lines.slice(0, 4).map(stubOf));
    const kept = changed(withLines(files, [...stubs, ...lines.slice(4)]), FILES.private, (text) =>
      text.replace(/^.*"seq":3.*\n/u, ''),
    );
    const verdict = await verdictOn(await seal(kept));
    expect(shortly(verdict)).toEqual(GOOD);
    expect(verdict.anchors.notes).toEqual([]);
    expect(verdict.chain.notes).toEqual([{ code: 'chain.stubs', values: { count: 4 } }]);
    const wrong = withLines(kept, [`{"withheld":"${'0'.repeat(64)}"}`, ...stubs.slice(1), ...lines.slice(4)]);
    // A stub's own hash is bound by the next line only where that is at hand; the checkpoint binds line 4.
    expect(shortly(await verdictOn(await seal(wrong)))).toEqual(GOOD);
    const forged = withLines(kept, [...stubs.slice(0, 3), `{"withheld":"${'0'.repeat(64)}"}`, ...lines.slice(4)]);
    const broken = await verdictOn(await seal(forged));
    expect(broken.chain).toMatchObject({ state: 'bad', values: { line: 5, fault: 'prev' } });
  });

  it('may not hand over the private line of an entry that it withholds', async () => {
    const files = await goodBundle();
    const [first = '', second = '', third = '', ...rest] = linesOf(files);
    const middle = await verdictOn(await seal(withLines(files, [first, second, await stubOf(third), ...rest])));
    expect(middle.chain).toMatchObject({ state: 'bad', values: { line: 3, fault: 'private' } });
    const stubs = await Promise.all([first, second, third].map(stubOf));
    const leading = await verdictOn(await seal(withLines(files, [...stubs, ...rest])));
    expect(leading.chain).toMatchObject({ state: 'bad', values: { line: 4, fault: 'private' } });
  });

  it('has nothing to say where all of it is withheld, or nothing is there', async () => {
    const files = without(await goodBundle(), FILES.private);
    const stubs = await Promise.all(linesOf(files).map(stubOf));
    expect(shortly(await verdictOn(await seal(withLines(files, stubs))))).toMatchObject({
      chain: 'incomplete chain.only-stubs',
      anchors: 'incomplete anchors.no-log',
    });
    expect(shortly(await verdictOn(await seal(withLines(files, []))))).toMatchObject({
      chain: 'incomplete chain.empty',
      anchors: 'incomplete anchors.no-log',
    });
  });
});

describe('tampering without the key', () => {
  /** What was done to a good bundle, and what the lines that notice it say. */
  const CASES: readonly [what: string, tamper: (files: Files) => Files, told: Record<string, string>][] = [
    [
      'one byte of the log changed',
      (files) => changed(files, FILES.log, (text) => text.replace('America', 'Bmerica')),
      { files: 'bad files.altered', chain: 'bad chain.broken' },
    ],
    [
      'one byte of the report changed',
      (files) => changed(files, FILES.report, (text) => `${text} `),
      { files: 'bad files.altered' },
    ],
    [
      'an entry removed',
      (files) => withLines(files, linesOf(files).toSpliced(4, 1)),
      { files: 'bad files.altered', chain: 'bad chain.broken' },
    ],
    [
      'two entries swapped',
      (files) =>
        withLines(
          files,
          linesOf(files)
            .with(3, linesOf(files)[4] ?? '')
            .with(4, linesOf(files)[3] ?? ''),
        ),
      { files: 'bad files.altered', chain: 'bad chain.broken' },
    ],
    [
      'an entry appended',
      (files) => withLines(files, [...linesOf(files), linesOf(files)[2] ?? '']),
      { files: 'bad files.altered', chain: 'bad chain.broken' },
    ],
    [
      'the end cut off',
      (files) => withLines(files, linesOf(files).slice(0, 6)),
      { files: 'bad files.altered', anchors: 'bad anchors.longer' },
    ],
    [
      'a private line altered',
      (files) => changed(files, FILES.private, (text) => text.replace('factura', 'nómina')),
      { files: 'bad files.altered', chain: 'bad chain.broken' },
    ],
    ['the signature stripped', (files) => without(files, FILES.signature), { identity: 'bad identity.unsigned' }],
    [
      'the signature taken from a checkpoint',
      (files) => new Map(files).set(FILES.signature, files.get(FIRST_SIG) ?? utf8('')),
      { identity: 'bad identity.signature' },
    ],
    ['a checkpoint’s signature stripped', (files) => without(files, FIRST_SIG), { files: 'bad files.missing' }],
    [
      'the payload’s list edited to fit an altered file',
      (files) => {
        const altered = changed(files, FILES.custody, () => 'nothing\n');
        return changed(altered, FILES.manifest, (text) =>
          text.replace(/^[0-9a-f]{64}(?= {2}data\/custody)/mu, '0'.repeat(64)),
        );
      },
      { files: 'bad files.altered' },
    ],
    [
      'a file removed with its line in the list',
      (files) =>
        changed(without(files, FILES.custody), FILES.manifest, (text) => text.replace(/^.*custody\.txt\n/mu, '')),
      { files: 'bad files.altered' },
    ],
    ['a file removed', (files) => without(files, FILES.custody), { files: 'bad files.missing' }],
    ['a list removed', (files) => without(files, FILES.manifest), { files: 'bad files.missing' }],
    [
      'the signed list removed',
      (files) => without(files, FILES.tagManifest),
      { files: 'bad files.missing', identity: 'bad identity.nothing-signed' },
    ],
    ['a known file added', (files) => new Map(files).set(FILES.verifyPage, utf8('x')), { files: 'bad files.unlisted' }],
    ['a strange file added', (files) => new Map(files).set('run-me.exe', utf8('x')), { files: 'bad files.stranger' }],
    [
      'the log removed',
      (files) => without(files, FILES.log),
      { files: 'bad files.missing', chain: 'bad chain.missing' },
    ],
    [
      'CR LF in the log',
      (files) => changed(files, FILES.log, (text) => text.replaceAll('\n', '\r\n')),
      { files: 'bad files.line-ends', chain: 'bad chain.broken' },
    ],
    [
      'CR LF everywhere',
      (files) => new Map([...files].map(([path]) => [path, utf8(textIn(files, path).replaceAll('\n', '\r\n'))])),
      {
        files: 'bad files.line-ends',
        chain: 'bad chain.broken',
        anchors: 'bad anchors.refused',
        identity: 'bad identity.signature',
      },
    ],
    [
      'a list that names a file twice',
      (files) => changed(files, FILES.manifest, (text) => text + text),
      { files: 'bad files.unreadable' },
    ],
    [
      'a file listed in the other list',
      (files) => changed(files, FILES.manifest, (text) => `${text}${'0'.repeat(64)}  REPORT.html\n`),
      { files: 'bad files.unreadable' },
    ],
  ];

  it.each(CASES)('is noticed and named: %s', async (_, tamper, told) => {
    const verdict = await verdictOn(tamper(await goodBundle()));
    expect(worstState(verdict)).toBe('bad');
    expect(shortly(verdict)).toMatchObject(told);
    // Whatever was not touched still stands.
    for (const name of VERDICT_LINES)
      if (!(name in told) && verdict[name].state === 'bad')
        expect(`${name}: ${verdict[name].code}`).toMatch(/^(?:identity: identity\.signature|anchors: )/u);
  });

  it('names the file, and further ones in notes', async () => {
    const files = await goodBundle();
    const altered = changed(
      changed(files, FILES.log, (text) => `${text} `),
      FILES.report,
      (text) => `${text} `,
    );
    const { files: line } = await verdictOn(without(altered, FILES.custody));
    expect(line.values).toEqual({ file: FILES.custody });
    expect(line.notes).toEqual([
      { code: 'files.altered', values: { file: FILES.report } },
      { code: 'files.altered', values: { file: FILES.log } },
    ]);
    const many = Array.from({ length: 9 }, (_, index) => `${index}.exe`);
    const { notes } = (
      await verdictOn(new Map([...files, ...many.map((path): [string, Uint8Array] => [path, utf8('')])]))
    ).files;
    expect(notes).toHaveLength(6);
    expect(notes.at(-1)).toEqual({ code: 'files.more', values: { count: 3 } });
  });

  it('is told as damage where a file of the ZIP cannot be unpacked', async () => {
    const zip = zipOf(new Map([...(await goodBundle())].toSorted(([path]) => (path === FILES.log ? -1 : 1))));
    // In the middle of the log, which is the first file.
    zip[600] = (zip[600] ?? 0) ^ 0x55;
    const { files, chain } = await verdictOnZip(zip);
    expect([files.code, files.problem?.code]).toEqual(['files.unreadable', 'bundle.zip-entry']);
    expect(chain.state).toBe('bad');
  });

  it('is noticed when somebody else signs it anew', async () => {
    const verdict = await verdictOn(await seal(await goodBundle(), delegate));
    expect(shortly(verdict)).toMatchObject({ files: GOOD.files, identity: 'bad identity.unlisted' });
  });

  it('is noticed by the namespace of the signature', async () => {
    const verdict = await verdictOn(await seal(await goodBundle(), worker, NAMESPACES.checkpoint));
    expect(shortly(verdict)).toMatchObject({ identity: 'bad identity.signature' });
    expect(verdict.identity.problem?.code).toBe('signature.namespace');
    const files = await goodBundle();
    const text = textIn(files, FIRST_TXT);
    const other = utf8(await signSsh(worker, NAMESPACES.witness, utf8(text), sha512));
    const anchors = (await verdictOn(await seal(new Map(files).set(FIRST_SIG, other)))).anchors;
    expect(anchors).toMatchObject({ state: 'bad', code: 'anchors.refused', values: { file: FIRST_SIG } });
    expect(anchors.problem?.code).toBe('signature.namespace');
  });
});

describe('forging by whoever holds the key', () => {
  it('cannot hide a private line that is another one, doubled, or belongs nowhere', async () => {
    const files = await goodBundle();
    const forged = async (change: (text: string) => string): Promise<object> =>
      (await verdictOn(await seal(changed(files, FILES.private, change)))).chain;
    const at = (line: number) => ({ state: 'bad', values: { line, fault: 'private' } });
    expect(await forged((text) => text.replace('factura', 'nómina'))).toMatchObject(at(3));
    expect(await forged((text) => text.replace('"seq":3', '"seq":4'))).toMatchObject(at(4));
    expect(await forged((text) => text.replace('"seq":3', '"seq":0'))).toMatchObject(at(1));
    expect(await forged((text) => text.replace(/^(.*\n)/u, '$1$1'))).toMatchObject(at(4));
    expect(await forged((text) => `${text}{"v":1,"seq":99,"s":"00"}\n`)).toMatchObject(at(8));
    expect(await forged((text) => text.trimEnd())).toMatchObject(at(8));
    expect(await forged((text) => text.replace(/^/u, 'x\n'))).toMatchObject(at(1));
    expect(await forged((text) => text.replace('"alias"', '"seq":3,"alias"'))).toMatchObject(at(3));
  });

  it('cannot name a key twice in an entry, nor leave the last line unended', async () => {
    const files = await goodBundle();
    const doubled = changed(files, FILES.log, (text) => text.replace('"by"', '"by":"9.9.9 x","by"'));
    expect((await verdictOn(await seal(doubled))).chain.values).toEqual({ line: 1, fault: 'duplicate-key' });
    const cut = changed(files, FILES.log, (text) => text.trimEnd());
    expect((await verdictOn(await seal(cut))).chain.values).toEqual({ line: 8, fault: 'cut-off' });
    const broken = changed(files, FILES.log, (text) => text.slice(0, -20));
    expect((await verdictOn(await seal(broken))).chain.values).toEqual({ line: 8, fault: 'cut-off' });
    const newer = changed(files, FILES.log, (text) => text.replaceAll('"v":1', '"v":2'));
    expect((await verdictOn(await seal(newer))).chain.values).toEqual({ line: 1, fault: 'version' });
    const long = changed(files, FILES.log, (text) => 'x'.repeat(9_000) + text);
    expect((await verdictOn(await seal(long))).chain.values).toEqual({ line: 1, fault: 'too-long' });
  });

  it('is seen by a checkpoint that somebody else holds', async () => {
    const files = await goodBundle();
    const text = textIn(files, 'data/checkpoints/0002.txt');
    const held = parseCheckpoint(text);
    if (!held.ok) throw new Error(text);
    const holding = (made: Files, checkpoint = held.value) => verdictOn(made, { held: checkpoint });
    expect(shortly(await holding(files))).toMatchObject({ anchors: 'good anchors.held' });
    const withoutThem = without(files, ...[...files.keys()].filter((path) => path.startsWith('data/checkpoints/')));
    const shortened = withLines(withoutThem, linesOf(withoutThem).slice(0, 6));
    expect(shortly(await verdictOn(await seal(shortened)))).toMatchObject({ anchors: 'incomplete anchors.none' });
    const longer = (await holding(await seal(shortened))).anchors;
    expect(longer).toMatchObject({ state: 'bad', code: 'anchors.held-longer', values: { size: 8, last: 6 } });
    const { head } = held.value;
    const as = (over: object) => holding(files, { ...held.value, head: { ...head, ...over } });
    expect((await as({ hash: 'e'.repeat(64) })).anchors).toMatchObject({ state: 'bad', code: 'anchors.held-differs' });
    expect((await as({ log: 'e'.repeat(32) })).anchors).toMatchObject({ state: 'bad', code: 'anchors.held-other-log' });
    const { entries } = await sample();
    const late = await seal(without(new Map([...withoutThem, ...logFiles(entries.slice(6))]), FILES.private));
    const early = { ...held.value, head: { ...head, size: 3 } };
    expect((await holding(late, early)).anchors).toMatchObject({ state: 'incomplete', code: 'anchors.held-open' });
  });

  it('cannot pass for a witness', async () => {
    const { head } = await sample();
    const files = new Map([...(await goodBundle()), ...(await checkpointFiles(2, head, worker, worker))]);
    const verdict = await verdictOn(await seal(files), { knownKeys: [workerNumber] });
    expect(shortly(verdict)).toMatchObject({ anchors: 'incomplete anchors.own', identity: 'good identity.matches' });
    expect(verdict.anchors.values).toEqual({ count: 2, size: 8, number: workerNumber });
  });

  it('leaves checkpoints that do not fit to be seen', async () => {
    const { head } = await sample();
    const having = async (over: object): Promise<object> =>
      (
        await verdictOn(
          await seal(new Map([...(await goodBundle()), ...(await checkpointFiles(3, { ...head, ...over }))])),
        )
      ).anchors;
    const values = { file: 'data/checkpoints/0003.txt' };
    expect(await having({ hash: 'e'.repeat(64) })).toMatchObject({ state: 'bad', code: 'anchors.differs', values });
    expect(await having({ log: 'e'.repeat(32) })).toMatchObject({ state: 'bad', code: 'anchors.other-log', values });
    expect(await having({ size: 9 })).toMatchObject({
      state: 'bad',
      code: 'anchors.longer',
      values: { ...values, size: 9, last: 8 },
    });
  });

  it('leaves a countersignature of another checkpoint to be seen', async () => {
    const { head } = await sample();
    const other = await checkpointFiles(1, { ...head, size: 5 }, worker, delegate);
    const witness = [...other].filter(([path]) => path.includes('witness'));
    const { anchors } = await verdictOn(await seal(new Map([...(await goodBundle()), ...witness])));
    expect(anchors).toMatchObject({ state: 'bad', values: { file: 'data/checkpoints/0001.witness.sig' } });
    expect(anchors.problem?.code).toBe('checkpoint.witness-other');
  });
});

describe('a checkpoint without a signature', () => {
  it('does not count, unless a witness signed it', async () => {
    const files = await goodBundle();
    const bare = await verdictOn(await seal(without(files, FIRST_SIG, 'data/checkpoints/0002.sig')));
    expect(shortly(bare)).toMatchObject({ anchors: 'incomplete anchors.witness-unknown' });
    const alone = [...files.keys()].filter((path) => /0002|\.sig$/u.test(path) && path !== FILES.signature);
    const { anchors } = await verdictOn(await seal(without(files, ...alone)));
    expect(anchors.code).toBe('anchors.none');
    expect(anchors.notes).toEqual([{ code: 'anchors.unsigned', values: { count: 1 } }]);
  });
});

describe('what this version does not know', () => {
  it('is left to a newer one', async () => {
    const files = changed(await goodBundle(), FILES.bagInfo, (text) => text.replace('bundle/1', 'bundle/2'));
    expect((await verdictOn(await seal(files))).files).toMatchObject({
      state: 'incomplete',
      code: 'files.newer',
      values: { version: '2', known: '1' },
    });
    const silent = changed(files, FILES.bagInfo, (text) => text.replace('Bundle-Format', 'Bundle'));
    expect((await verdictOn(await seal(silent))).files.code).toBe('files.no-format');
    const newer = changed(files, FIRST_TXT, (text) => text.replace('checkpoint/1', 'checkpoint/2'));
    expect((await verdictOn(await seal(newer))).anchors.problem?.code).toBe('checkpoint.newer');
  });

  it('is said of time stamps', async () => {
    const text = 'data/checkpoints/0003.txt';
    const stamp = (ending: string) => `data/checkpoints/0003.${ending}`;
    const files = new Map(await goodBundle()).set(text, utf8(STAMP.text)).set(stamp('tsr'), stampBytes());
    const { anchors } = await verdictOn(await seal(files));
    expect(anchors.code).toBe('anchors.witness-unknown');
    expect(anchors.notes[0]).toEqual({
      code: 'anchors.stamp',
      values: {
        size: 8,
        time: '2026-11-24T15:30:24Z',
        by: 'Uhr der Prüfung',
        command: `openssl ts -verify -data ${text} -in ${stamp('tsr')} -CAfile data/tsa/chain.pem -partial_chain -attime 1795534224`,
      },
    });
    const again = new Map(files).set(stamp('2.tsr'), stampBytes());
    expect((await verdictOn(await seal(again))).anchors.notes.map(({ code }) => code)).toEqual([
      ...['anchors.stamp', 'anchors.stamp', 'anchors.unsigned'],
    ]);
  });

  it('is said of time stamps that are none, or of another text', async () => {
    const files = new Map(await goodBundle()).set('data/checkpoints/0001.tsr', Uint8Array.of(0x30, 0x80));
    const none = (await verdictOn(await seal(files))).anchors;
    expect([none.state, none.code, none.problem?.code]).toEqual(['bad', 'anchors.refused', 'stamp.damaged']);
    const { anchors } = await verdictOn(await seal(new Map(files).set('data/checkpoints/0001.tsr', stampBytes())));
    expect([anchors.state, anchors.problem?.code]).toEqual(['bad', 'stamp.imprint']);
    expect(anchors.values).toEqual({ file: 'data/checkpoints/0001.tsr' });
  });

  it('is said where a browser has no Ed25519', async () => {
    const files = await goodBundle();
    const view = readFolder(new Map([...files].map(([path, bytes]) => [path, accessTo(bytes)])));
    if (!view.ok) throw new Error(view.problem.code);
    const verify = async (): Promise<boolean> => {
      throw new DOMException('no such algorithm', 'NotSupportedError');
    };
    const verdict = await checkBundle(view.value, { ...ports, signatures: { ...ports.signatures, verify } });
    expect(shortly(verdict)).toMatchObject({
      files: GOOD.files,
      anchors: 'incomplete anchors.unchecked',
      identity: 'incomplete identity.unchecked',
    });
  });
});
