// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import axe from 'axe-core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Annotate, type AnnotateProps } from '../../components/annotate/annotate.tsx';
import { changeOf, draftOf } from '../../components/annotate/change.ts';
import { EntryFiles } from '../../components/annotate/entry-files.tsx';
import { LogRows } from '../../components/log/log-rows.tsx';
import { NO_FILES } from '../../components/manual/chosen-files.ts';
import { hashFile } from '../../utils/adapters/hash-file.ts';
import { type Annotation, CHOICES, type ChoiceField, PERSONAL_FIELDS } from '../../utils/core/log/annotation.ts';
import { utf8 } from '../../utils/core/log/bytes.ts';
import { type EntryView, readEntry } from '../../utils/core/log/read.ts';
import { NOTHING_SAID } from '../../utils/core/log/said.ts';
import { fail, ok } from '../../utils/core/result.ts';
import { button, choose, click, show, submit, t, type } from './screen.tsx';

function view(change: Partial<AnnotateProps> = {}) {
  const props = {
    said: NOTHING_SAID,
    personal: false,
    onPersonal: vi.fn(),
    onSave: vi.fn<AnnotateProps['onSave']>(async () => ok(12)),
    onCorrect: vi.fn<AnnotateProps['onCorrect']>(async () => ok(13)),
    onHash: hashFile,
    ...change,
  };
  return { props, root: show(<Annotate {...props} />) };
}

async function open(change: Partial<AnnotateProps> = {}, what = t('annotate.title')) {
  const opened = view(change);
  await click(button(opened.root, what));
  return opened;
}

/** A radio button of one question. */
async function answer(root: HTMLElement, field: ChoiceField, value: string): Promise<void> {
  const groups = [...root.querySelectorAll('fieldset')];
  const group = groups.find((one) => one.querySelector('legend')?.textContent === t(`annotate.field.${field}`));
  const input = group?.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  if (!input) throw new Error(`no answer ${value} to ${field}`);
  await click(input);
}

const field = (root: HTMLElement, label: string): HTMLInputElement | null => {
  const found = [...root.querySelectorAll('label')].find((one) => one.textContent === label);
  return root.querySelector<HTMLInputElement>(`#${found?.htmlFor ?? 'none'}`);
};

const correction = (words: string): EntryView => {
  const line = utf8('{"seq":9,"k":"note","t":"2026-01-01T00:00:00Z","what":"correction","ref":4}');
  const entry = readEntry(line, utf8(JSON.stringify({ wrong: 'twice', words })));
  if (entry === null) throw new Error('no entry');
  return entry;
};

describe('saying more of an entry', () => {
  it('takes one tap for an answer and one to save, and nothing else is said', async () => {
    const { props, root } = await open();
    await answer(root, 'role', 'hr');
    await submit(root);
    expect(props.onSave).toHaveBeenCalledExactlyOnceWith({ role: 'hr' }, NO_FILES);
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('annotate.saved', { line: '12' }));
    expect(root.querySelector('form')).toBeNull();
  });

  it('has a word for every answer, in a group with the name of its question', async () => {
    const { root } = await open({ personal: true });
    expect(root.querySelectorAll('fieldset')).toHaveLength(Object.keys(CHOICES).length);
    for (const group of root.querySelectorAll('fieldset')) {
      const words = [...group.querySelectorAll('label')].map((one) => one.textContent ?? '');
      expect(words.length).toBeGreaterThan(3);
      expect(words.filter((word) => word === '' || word.startsWith('annotate'))).toEqual([]);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('asks about the person’s own life only once that is switched on', async () => {
    const { props, root } = await open();
    const legends = () => [...root.querySelectorAll('legend')].map((one) => one.textContent);
    for (const one of PERSONAL_FIELDS) expect(legends()).not.toContain(t.lookUp(`annotate.field.${one}`));
    await choose(root, t('annotate.personal'));
    expect(props.onPersonal).toHaveBeenCalledExactlyOnceWith(true);
    const again = (await open({ personal: true })).root;
    for (const one of PERSONAL_FIELDS) expect(again.textContent).toContain(t.lookUp(`annotate.field.${one}`));
  });

  it('shows what was said before, and sends what differs; “not said” takes back', async () => {
    const annotation: Annotation = { role: 'hr', urgency: 'word', minutes: 20, words: 'one' };
    const { props, root } = await open({ said: { annotation, corrections: [], files: [] } });
    expect(root.querySelector<HTMLInputElement>('input[value=hr]')?.checked).toBe(true);
    expect(field(root, t('annotate.field.minutes'))?.value).toBe('20');
    await answer(root, 'role', '');
    await type(field(root, t('annotate.field.minutes')), ' 45 ');
    await submit(root);
    expect(props.onSave).toHaveBeenCalledExactlyOnceWith({ role: '', minutes: 45 }, NO_FILES);
  });

  it('refuses minutes that are none by the field, and sends nothing', async () => {
    const { props, root } = await open();
    for (const wrong of ['a lot', '1441', '-3', '1.5']) {
      await type(field(root, t('annotate.field.minutes')), wrong);
      await submit(root);
      expect(field(root, t('annotate.field.minutes'))?.getAttribute('aria-invalid')).toBe('true');
      expect(root.querySelector('[role=alert]')?.textContent).toBe(
        t.problem({ code: 'annotate.minutes', field: 'minutes', values: { minutes: 1_440 } }),
      );
    }
    expect(props.onSave).not.toHaveBeenCalled();
  });

  it('says so where nothing was said, where it was refused and where it could not be written', async () => {
    const { root } = await open();
    await submit(root);
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t.problem({ code: 'annotate.empty', field: 'words' }));

    const refused = (await open({ onSave: async () => fail('annotate.no-entry', 'ref') })).root;
    await answer(refused, 'reply', 'none');
    await submit(refused);
    expect(refused.querySelector('[role=alert]')?.textContent).toBe(
      t.problem({ code: 'annotate.no-entry', field: 'ref' }),
    );

    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const failing = (await open({ onSave: async () => Promise.reject(new Error('no answer')) })).root;
    await answer(failing, 'reply', 'none');
    await submit(failing);
    expect(failing.querySelector('[role=alert]')?.textContent).toBe(t('annotate.failed'));
    expect(failing.querySelector<HTMLInputElement>('input[value=none]:checked')).not.toBeNull();
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });

  it('sends for any two states of the form exactly what leads from one to the other', () => {
    const said = fc.record(
      {
        role: fc.constantFrom(...CHOICES.role),
        reply: fc.constantFrom(...CHOICES.reply),
        minutes: fc.nat({ max: 1_440 }),
        words: fc.stringMatching(/^[a-z]{1,5}$/),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(said, said, (before, after) => {
        const merged = Object.entries({ ...before, ...changeOf(before, draftOf(after)) });
        expect(Object.fromEntries(merged.filter(([, value]) => value !== ''))).toEqual(after);
        expect(changeOf(after, draftOf(after))).toEqual({});
      }),
    );
  });
});

const pick = async (root: HTMLElement, label: string, text: string, name = 'a.pdf') => {
  const input = field(root, label);
  if (input === null) throw new Error(`no field “${label}”`);
  const file = new File([text], name, { type: 'application/pdf' });
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return file;
};
const markOf = (text: string) => ({
  sha256: createHash('sha256').update(text).digest('hex'),
  bytes: text.length,
  name: 'a.pdf',
  type: 'application/pdf',
});

describe('files of an entry', () => {
  it('can be all that is said, with a copy where the person wants one', async () => {
    const { props, root } = await open();
    const file = await pick(root, t('manual.files'), 'bytes');
    await vi.waitFor(() => expect(root.textContent).toContain('a.pdf'));
    await choose(root, t('manual.file-keep'));
    await submit(root);
    const chosen = [{ mark: markOf('bytes'), file }];
    expect(props.onSave).toHaveBeenCalledExactlyOnceWith({}, { chosen, keep: true, reading: false });
  });

  const files = [{ ...markOf('one'), name: '<b>one</b>\u202e' }, markOf('two')];
  const shown = (kept: ReadonlySet<string> = new Set()) =>
    show(<EntryFiles files={files} kept={kept} onHash={hashFile} />);

  it.each([
    ['one', 'annotate.file-same'],
    ['two', 'annotate.file-same'],
    ['one ', 'annotate.file-other'],
    ['', 'annotate.file-other'],
  ] as const)('are told from another by their bytes: “%s”', async (text, key) => {
    const root = shown();
    await pick(root, t('annotate.file-check'), text, 'whatever it is called now');
    await vi.waitFor(() => expect(root.querySelector('[role=status]')?.textContent).toBe(t(key)));
  });

  it('say which of them are kept here, and show hostile names as text', () => {
    const root = shown(new Set([markOf('two').sha256]));
    const rows = [...root.querySelectorAll('li')].map(({ textContent }) => textContent ?? '');
    expect(rows.map((row) => row.includes(t('annotate.file-copy')))).toEqual([false, true]);
    expect(rows[0]).toContain('<b>one</b>⟦U+202E⟧');
  });

  it('are no question where an entry names none', () => {
    expect(show(<EntryFiles files={[]} kept={new Set()} onHash={hashFile} />).textContent).toBe('');
  });

  it('that cannot be read are neither the same nor another', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const onHash = () => Promise.reject(new Error('gone'));
    const root = show(<EntryFiles files={files} kept={new Set()} onHash={onHash} />);
    await pick(root, t('annotate.file-check'), 'one');
    await vi.waitFor(() =>
      expect(root.querySelector('[role=alert]')?.textContent).toBe(t.problem({ code: 'manual.file', field: 'files' })),
    );
    expect(root.querySelector('[role=status]')).toBeNull();
    error.mockRestore();
  });

  it('have no fault that axe knows', async () => {
    const { violations } = await axe.run(shown(), { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('saying that an entry is wrong', () => {
  it('needs a reason from the list, and takes words', async () => {
    const { props, root } = await open({}, t('annotate.wrong-title'));
    await choose(root, t('annotate.wrong.twice'));
    await type(field(root, t('annotate.field.words')), 'see line 4');
    await submit(root);
    expect(props.onCorrect).toHaveBeenCalledExactlyOnceWith({ wrong: 'twice', words: 'see line 4' }, NO_FILES);
    expect(root.textContent).toContain(t('annotate.saved', { line: '13' }));
  });

  it('stays in sight, as text', () => {
    const said = { annotation: {}, corrections: [correction('<b>see</b> \u202e')], files: [] };
    const { root } = view({ said });
    expect(root.textContent).toContain(t('annotate.corrected', { line: '9', why: t('annotate.wrong.twice') }));
    expect(root.textContent).toContain('<b>see</b> ⟦U+202E⟧');
    expect(root.querySelector('b')).toBeNull();
  });
});

it('marks a row of the log that was said to be wrong, and no other', () => {
  const entry = correction('');
  const rows = [9, 8].map((seq) => ({ seq, entry: { ...entry, seq }, line: '', corrected: seq === 8 }));
  const root = show(<LogRows rows={rows} appName={(id) => id} />);
  const marked = [...root.querySelectorAll('li')].map((row) => row.textContent?.includes(t('log.corrected')));
  expect(marked).toEqual([false, true]);
});

it('has no fault that axe knows', async () => {
  for (const what of [t('annotate.title'), t('annotate.wrong-title')]) {
    const { root } = await open({ personal: true }, what);
    const { violations } = await axe.run(root, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});
