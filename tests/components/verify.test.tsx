// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { pickedByDrop, pickedFolder } from '../../components/verify/picked.ts';
import { readKeyNumbers, readTyped } from '../../components/verify/typed.ts';
import { VerifyPage } from '../../components/verify/verify-page.tsx';
import { VerifyView } from '../../components/verify/verify-view.tsx';
import english from '../../public/text/en.json' with { type: 'json' };
import spanish from '../../public/text/es.json' with { type: 'json' };
import portuguese from '../../public/text/pt-BR.json' with { type: 'json' };
import { FILES } from '../../utils/core/export/names.ts';
import { keyNumber } from '../../utils/core/sign/keys.ts';
import { worker } from '../core/sign/keys.ts';
import { changed, type Files, goodBundle, ports, textIn, zipOf } from '../core/verify/bundle.ts';
import { button, change, click, show, type } from './screen.tsx';

const fileOf = (files: Files, name = 'evidence.zip'): File =>
  new File([Uint8Array.from(zipOf(files))], name, { type: 'application/zip' });

/** Happy DOM has no file dialogue: the input is given what a person would choose. */
async function choose(root: HTMLElement, file: File): Promise<void> {
  const input = root.querySelector<HTMLInputElement>('input[accept]');
  if (input === null) throw new Error('no file input');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
  void act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
}

/** `Files: In order` and so on, once the check is over. */
async function lines(root: HTMLElement): Promise<string[]> {
  await vi.waitFor(() => expect(root.querySelector('dl')).not.toBeNull());
  return [...root.querySelectorAll('dt')].map((line) =>
    [...line.querySelectorAll('span')].map((s) => s.textContent).join(': '),
  );
}

describe('the page that checks bundles', () => {
  it('tells the four lines of a bundle, each with word and shape', async () => {
    const root = show(<VerifyView ports={ports} />);
    await choose(root, fileOf(await goodBundle()));
    expect(await lines(root)).toEqual(['Files: In order', 'Chain: In order', 'Anchors: Open', 'Identity: Open']);
    expect(root.querySelectorAll('dt svg > *')).toHaveLength(4);
    expect(root.querySelector('h2')?.textContent).toBe('What “evidence.zip” shows');
  });

  it('checks anew what was chosen once a key number or a checkpoint is typed', async () => {
    const root = show(<VerifyView ports={ports} />);
    const files = await goodBundle();
    await choose(root, fileOf(files));
    await lines(root);
    await type(root.querySelector('input[type=text]'), await keyNumber(worker.publicKey, ports.sha256));
    await vi.waitFor(async () => expect(await lines(root)).toContain('Identity: In order'));
    const area = root.querySelector<HTMLTextAreaElement>('textarea');
    if (area === null) throw new Error('no field for a checkpoint');
    await act(async () => {
      area.value = textIn(files, 'data/checkpoints/0002.txt');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await vi.waitFor(async () => expect(await lines(root)).toContain('Anchors: In order'));
  });

  it('says beside the field what cannot be read in it', async () => {
    const root = show(<VerifyView ports={ports} />);
    await type(root.querySelector('input[type=text]'), '12345');
    expect(root.querySelector('[role=alert]')?.textContent).toContain('A key number has 30 digits, and this has 5');
  });

  it('says why a file was refused, with its name as hostile text', async () => {
    const root = show(<VerifyView ports={ports} />);
    await choose(root, new File(['no'], '\u202egnp.zip'));
    await vi.waitFor(() => expect(root.textContent).toContain('“⟦U+202E⟧gnp.zip” was not read'));
    expect(root.textContent).toContain(english['error.bundle.not-a-zip']);
    await choose(root, fileOf(changed(await goodBundle(), FILES.log, (text) => text.slice(9))));
    expect((await lines(root)).slice(0, 2)).toEqual(['Files: Not in order', 'Chain: Not in order']);
  });

  it('can be cancelled while it reads', async () => {
    const waiting = { ...ports, sha256: () => new Promise<Uint8Array>(() => undefined) };
    const root = show(<VerifyView ports={waiting} />);
    await choose(root, fileOf(await goodBundle()));
    await vi.waitFor(() => expect(root.querySelector('progress')).not.toBeNull());
    await click(button(root, 'Cancel'));
    expect(root.textContent).toContain(english['verify.cancelled']);
  });

  it('says first who supplied it, in the language of whoever reads it', async () => {
    const texts = { en: english, es: spanish, 'pt-BR': portuguese };
    const root = show(<VerifyPage texts={texts} language="es" ports={ports} />);
    expect(root.querySelector('main')?.firstElementChild?.textContent).toBe(spanish['verify.honest']);
    await change(root.querySelector('select'), 'pt-BR');
    expect(root.querySelector('main')?.firstElementChild?.textContent).toBe(portuguese['verify.honest']);
    await vi.waitFor(() => expect(document.documentElement.lang).toBe('pt-BR'));
  });
});

describe('what is typed', () => {
  const number = '12345 67890 12345 67890 12345 67890';

  it('may be several key numbers, however they are spaced', () => {
    expect(readKeyNumbers('')).toEqual({ ok: true, value: [] });
    expect(readKeyNumbers(` ${number.replaceAll(' ', '-')}; ${number.replaceAll(' ', '')}\n`)).toEqual({
      ok: true,
      value: [number, number],
    });
    const short = { ok: false, problem: { code: 'signature.key-number', values: { wanted: 30, found: 35 } } };
    expect(readKeyNumbers(`${number} 12345`)).toMatchObject(short);
    expect(readKeyNumbers(`${number} ${number.replace('1', 'x')}`)).toMatchObject({ ok: false });
  });

  it('is left out of the check where it cannot be read', () => {
    expect(readTyped({ keys: 'x', held: 'y' })).toMatchObject({
      options: { knownKeys: [], held: null },
      problems: { keys: { code: 'signature.key-number' }, held: { code: 'checkpoint.not-ours' } },
    });
  });
});

describe('what is dropped or chosen', () => {
  const file = (name: string) => ({
    isFile: true,
    isDirectory: false,
    name,
    file: (done: (f: File) => void) => done(new File(['x'], name)),
  });
  const folder = (name: string, ...inside: object[]) => {
    const batches = [inside.slice(0, 1), inside.slice(1), []].filter((some, index) => index === 2 || some.length > 0);
    const readEntries = (done: (some: object[]) => void): void => done(batches.shift() ?? []);
    return { isFile: false, isDirectory: true, name, createReader: () => ({ readEntries }) };
  };
  const drop = (...entries: object[]) =>
    pickedByDrop({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })) } as unknown as DataTransfer);

  it('is one file, or one folder with all that is in it', async () => {
    expect(await drop(file('a.zip'))).toMatchObject({ kind: 'zip', name: 'a.zip' });
    const picked = await drop(
      folder('a', file('bagit.txt'), folder('data', file('log.ndjson'), folder('checkpoints'))),
    );
    expect(picked).toMatchObject({ kind: 'folder', name: 'a' });
    expect(picked?.kind === 'folder' && [...picked.files.keys()]).toEqual(['a/bagit.txt', 'a/data/log.ndjson']);
    expect(await drop(file('a.zip'), file('b.zip'))).toBeNull();
    expect(await drop()).toBeNull();
  });

  it('is known by its paths below the folder', () => {
    const chosen = Object.defineProperty(new File(['x'], 'bagit.txt'), 'webkitRelativePath', { value: 'a/bagit.txt' });
    const picked = pickedFolder([chosen]);
    expect(picked).toMatchObject({ kind: 'folder', name: 'a' });
    expect(pickedFolder([])).toBeNull();
  });
});
