// @vitest-environment happy-dom
import axe from 'axe-core';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { VerifyView } from '../../components/verify/verify-view.tsx';
import english from '../../public/text/en.json' with { type: 'json' };
import { keyFile, readRecipient, readSecrets, recipientText, secretText } from '../../utils/core/seal/keys.ts';
import { makeKeyPair, recipientOf, type SealKeyPair } from '../../utils/core/seal/types.ts';
import { verifyPage } from '../../utils/core/verify/page.ts';
import { sealed } from '../core/seal/files.ts';
import { goodBundle, ports, zipOf } from '../core/verify/bundle.ts';
import { button, click, show, t, type } from './screen.tsx';

/** A busy machine takes longer than Vitest waits by itself. */
const soon = (check: () => void): Promise<void> => vi.waitFor(check, 10_000);

/** Happy DOM has no file dialogue: the input is given what a person would choose. */
async function choose(input: HTMLInputElement | null, file: File): Promise<void> {
  if (input === null) throw new Error('no file input');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
  await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
}

const bytesOf = (bytes: Uint8Array, name: string): File => new File([Uint8Array.from(bytes)], name);

async function asked(change: (file: Uint8Array) => Uint8Array = (file) => file) {
  const pair = await makeKeyPair(ports.seal);
  const root = show(<VerifyView ports={ports} />);
  const file = change(await sealed(zipOf(await goodBundle()), pair.recipient));
  await choose(root.querySelector('input[accept]'), bytesOf(file, 'papers.zip.age'));
  await soon(() => expect(root.textContent).toContain(t('seal.open.asks', { name: 'papers.zip.age' })));
  const give = async (text: string): Promise<void> => {
    await type(root.querySelector('input[type=password]'), text);
    await click(button(root, t('seal.open.open')));
  };
  return { pair, root, give };
}

const checked = (root: HTMLElement) =>
  soon(() => expect(root.querySelector('h2')?.textContent).toBe('What “papers.zip.age” shows'));

const keyText = ({ recipient, secret }: SealKeyPair): string => keyFile('2026-03-02T22:16:05Z', recipient, secret);

describe('a sealed bundle', { timeout: 30_000 }, () => {
  it('is opened with a secret key that is typed in, and its ZIP is checked', async () => {
    const { pair, root, give } = await asked();
    await give(secretText(pair.secret));
    await checked(root);
    expect(root.querySelectorAll('dt')).toHaveLength(4);
    expect(root.querySelector('dt')?.textContent).toContain('In order');
    expect(root.querySelector('input[type=password]')).toBeNull();
  });

  it('is opened with the key file, comments and all', async () => {
    const { pair, root } = await asked();
    const input = root.querySelector<HTMLInputElement>(`input[type=file][aria-label="${t('seal.open.file')}"]`);
    await choose(input, new File([keyText(pair)], 'key.txt'));
    await checked(root);
  });

  it('says in one sentence that the key is another one, and takes the right one then', async () => {
    const { pair, root, give } = await asked();
    await give(secretText((await makeKeyPair(ports.seal)).secret));
    const alert = () => root.querySelector('[role=alert]')?.textContent;
    await soon(() => expect(alert()).toBe(t.problem({ code: 'seal.wrong-key', field: 'secret' })));
    await give(recipientText(pair.recipient));
    expect(alert()).toBe(t.problem({ code: 'seal.secret-public', field: 'secret' }));
    await give(secretText(pair.secret));
    await checked(root);
  });

  it('is refused where it was changed on the way', async () => {
    const { pair, root, give } = await asked((file) => file.subarray(0, file.length - 1));
    await give(secretText(pair.secret));
    await soon(() => expect(root.textContent).toContain(t.problem({ code: 'seal.damaged', field: 'bundle' })));
    expect(root.querySelector('dl')).toBeNull();
  });

  it('says so where the browser is too old', async () => {
    const old = () => Promise.reject(new DOMException('no X25519', 'NotSupportedError'));
    const root = show(<VerifyView ports={{ ...ports, seal: { ...ports.seal, agree: old } }} />);
    await click(button(root, t('seal.make.make')));
    await soon(() => expect(root.textContent).toContain(t.problem({ code: 'seal.old-browser', field: '' })));
  });
});

describe('a key to receive sealed files', { timeout: 30_000 }, () => {
  it('is made in the page, saved as age-keygen writes it, and its public half shown', async () => {
    const root = show(<VerifyView ports={ports} />);
    await click(button(root, t('seal.make.make')));
    await soon(() => expect(root.querySelector('input[readonly]')).not.toBeNull());
    const blobs: Blob[] = [];
    const made = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:none';
    });
    await click(button(root, t('seal.make.save')));
    made.mockRestore();
    const text = (await blobs[0]?.text()) ?? '';
    const secrets = readSecrets(text);
    const secret = secrets.ok ? secrets.value[0] : undefined;
    const shown = readRecipient(root.querySelector<HTMLInputElement>('input[readonly]')?.value ?? '');
    expect(shown).toEqual({ ok: true, value: await recipientOf(secret ?? new Uint8Array(32), ports.seal) });
    expect(text).toMatch(
      /^# created: 2026-03-04T12:00:00Z\n# public key: age1[a-z0-9]{58}\nAGE-SECRET-KEY-1[A-Z0-9]{58}\n$/u,
    );
    expect(root.textContent).not.toContain('AGE-SECRET-KEY-1Q');
    expect(root.innerHTML).not.toContain(text.split('\n')[2]);
  });

  it('is readable for everybody, as is the question for a key', async () => {
    const { root } = await asked();
    await click(button(root, t('seal.make.make')));
    await soon(() => expect(root.querySelector('input[readonly]')).not.toBeNull());
    const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
    expect((await axe.run(root, { rules })).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});

it('speaks in VERIFY.html too', () => {
  const page = verifyPage('<script id="texts"></script>', { en: english, es: english, 'pt-BR': english });
  for (const key of ['seal.open.asks', 'seal.make.keep', 'error.seal.wrong-key', 'error.seal.old-browser'])
    expect(page).toContain(JSON.stringify(key));
  expect(page).not.toContain('seal.for.');
});
