// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { NO_FILES } from '../../components/manual/chosen-files.ts';
import { ManualEntry, type ManualEntryProps } from '../../components/manual/manual-entry.tsx';
import { type ManualForm, typedReport } from '../../components/manual/manual-form.ts';
import { ManualSection } from '../../components/manual/manual-section.tsx';
import { hashFile } from '../../utils/adapters/hash-file.ts';
import { MANUAL_CHANNELS } from '../../utils/core/contact/manual.ts';
import { fail, ok } from '../../utils/core/result.ts';
import { at, JOB, ZONE } from './samples.ts';
import { button, change, choose, click, settled, show, submit, t, type } from './screen.tsx';

function view(props: Partial<ManualEntryProps> = {}) {
  const onSave = vi.fn<ManualEntryProps['onSave']>(props.onSave ?? (async () => ok(7)));
  const all = {
    employments: [JOB],
    today: '2026-11-26',
    zone: ZONE,
    onHash: vi.fn<ManualEntryProps['onHash']>(async (file) => ({ sha256: 'ab'.repeat(32), bytes: file.size })),
    ...props,
    onSave,
  };
  return { props: all, root: show(<ManualEntry {...all} />) };
}

const field = (root: HTMLElement, label: string): HTMLInputElement => {
  const found = [...root.querySelectorAll('label')].find((one) => one.textContent === label);
  const input = root.querySelector<HTMLInputElement>(`#${found?.htmlFor ?? 'none'}`);
  if (input === null) throw new Error(`no field “${label}”`);
  return input;
};
const said = (root: HTMLElement, role: 'alert' | 'status') => root.querySelector(`[role=${role}]`)?.textContent ?? null;

describe('the ten-second form', () => {
  it('adds a call of just now with one press', async () => {
    const { props, root } = view();
    await submit(root);
    const typed = { channel: 'call', employment: JOB.id, when: null, end: null, who: '', words: '', files: [] };
    expect(props.onSave).toHaveBeenCalledExactlyOnceWith({ ...typed, anyway: false }, []);
    expect(said(root, 'status')).toBe(t('manual.saved', { line: '7' }));
  });

  it('has each channel with its word and its shape', async () => {
    const { props, root } = view();
    for (const channel of MANUAL_CHANNELS) {
      const label = [...root.querySelectorAll('label')].find(
        (one) => one.textContent === t(`manual.channel.${channel}`),
      );
      expect(label?.querySelector('svg path')).not.toBeNull();
    }
    await choose(root, t('manual.channel.phone-chat'));
    await submit(root);
    expect(props.onSave.mock.lastCall?.[0]).toMatchObject({ channel: 'phone-chat' });
  });

  it('takes a day and a time of before, and who', async () => {
    const { props, root } = view();
    await choose(root, t('manual.when.earlier'));
    await type(field(root, t('manual.date')), '2026-11-25');
    await type(field(root, t('manual.time')), '21:40');
    await type(field(root, t('manual.end')), '21:55');
    await type(field(root, t('manual.who')), ' the lead ');
    await submit(root);
    expect(props.onSave.mock.lastCall?.[0]).toMatchObject({
      when: at('2026-11-25', '21:40'),
      end: at('2026-11-25', '21:55'),
      who: 'the lead',
    });
    // The next one begins anew.
    expect(field(root, t('manual.who')).value).toBe('');
  });

  it.each([
    ['manual.date', '', 'when'],
    ['manual.time', 'late', 'when'],
    ['manual.time', '', 'when'],
    ['manual.end', '25:00', 'end'],
  ] as const)('refuses %s “%s” and sends nothing', async (label, wrong, at) => {
    const { props, root } = view();
    await choose(root, t('manual.when.earlier'));
    await type(field(root, t('manual.time')), '21:40');
    await type(field(root, t(label)), wrong);
    await submit(root);
    expect(said(root, 'alert')).toBe(t.problem({ code: 'manual.time', field: at }));
    expect(props.onSave).not.toHaveBeenCalled();
  });

  it('says what was refused where it is logged, beside its field', async () => {
    const { root } = view({ onSave: async () => fail('manual.future', 'when') });
    await choose(root, t('manual.when.earlier'));
    await type(field(root, t('manual.time')), '23:59');
    await submit(root);
    expect(said(root, 'alert')).toBe(t.problem({ code: 'manual.future', field: 'when' }));
    expect(field(root, t('manual.time')).value).toBe('23:59');
  });

  it('says that a time lies within hours, and logs it all the same only when asked to', async () => {
    const onSave = vi.fn<ManualEntryProps['onSave']>(async ({ anyway }) =>
      anyway ? ok(8) : fail('manual.in-hours', 'when'),
    );
    const { root } = view({ onSave });
    await submit(root);
    expect(said(root, 'status')).toContain(t('manual.in-hours'));
    expect(onSave).toHaveBeenCalledOnce();
    await click(button(root, t('manual.anyway')));
    expect(onSave.mock.lastCall?.[0]).toMatchObject({ anyway: true });
    expect(said(root, 'status')).toBe(t('manual.saved', { line: '8' }));
    // The next one is asked about again.
    await submit(root);
    expect(onSave.mock.lastCall?.[0]).toMatchObject({ anyway: false });
  });

  it('asks for the job only where there are several', async () => {
    expect(view().root.querySelector('select')).toBeNull();
    const { props, root } = view({ employments: [JOB, { ...JOB, id: 'second', label: 'Second' }] });
    await change(root.querySelector('select'), 'second');
    await submit(root);
    expect(props.onSave.mock.lastCall?.[0]).toMatchObject({ employment: 'second' });
  });

  it('says that nothing was written, and keeps what was typed', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { root } = view({ onSave: async () => Promise.reject(new Error('no answer')) });
    await type(field(root, t('manual.who')), 'the lead');
    await submit(root);
    expect(said(root, 'alert')).toBe(t('manual.failed'));
    expect(field(root, t('manual.who')).value).toBe('the lead');
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });

  it('is open at once where a link led to it', () => {
    const section = (asked: boolean) => show(<ManualSection asked={asked}>the form</ManualSection>);
    expect(section(true).textContent).toContain('the form');
    const root = section(false);
    expect(root.textContent).not.toContain('the form');
    expect(button(root, t('manual.open')).getAttribute('aria-expanded')).toBe('false');
  });
});

/** SHA-256 by another implementation than the one that reads files. */
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('files', () => {
  const pick = async (root: HTMLElement, ...files: File[]) => {
    const input = field(root, t('manual.files'));
    Object.defineProperty(input, 'files', { value: files, configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    await vi.waitFor(() => expect(field(root, t('manual.files')).disabled).toBe(false));
  };
  const opened = async (props: Partial<ManualEntryProps> = {}) => {
    const all = view({ onHash: hashFile, ...props });
    await click(button(all.root, t('manual.more')));
    return all;
  };
  const photo = () => new File(['12345'], 'plan.png', { type: 'image/png' });
  const mark = { sha256: hashOf('12345'), bytes: 5, name: 'plan.png', type: 'image/png' };

  it('leave fingerprint, length, name and type, and no copy unless the person says so', async () => {
    const { props, root } = await opened();
    await pick(root, photo());
    expect(root.textContent).toContain(`5 bytes, fingerprint ${mark.sha256.slice(0, 16)}…`);
    await submit(root);
    expect(props.onSave.mock.lastCall).toEqual([expect.objectContaining({ files: [mark] }), []]);
  });

  it('are kept as copies where that is switched on, for this entry alone', async () => {
    const { props, root } = await opened();
    const file = photo();
    await pick(root, file);
    await choose(root, t('manual.file-keep'));
    await submit(root);
    expect(props.onSave.mock.lastCall).toEqual([expect.objectContaining({ files: [mark] }), [{ mark, file }]]);
    await pick(root, photo());
    await submit(root);
    expect(props.onSave.mock.lastCall?.[1]).toEqual([]);
  });

  it('can be taken out again, and are there once however often they are chosen', async () => {
    const { props, root } = await opened();
    await pick(root, photo(), new File(['12345'], 'the same.png'));
    expect(root.querySelectorAll('ul li')).toHaveLength(1);
    await click(button(root, `${t('manual.file-remove')}: plan.png`));
    await submit(root);
    expect(props.onSave.mock.lastCall?.[0]).toMatchObject({ files: [] });
  });

  it('are waited for, while the person types on', async () => {
    let finish = (): void => undefined;
    const onHash: ManualEntryProps['onHash'] = async (file, onBytes) => {
      onBytes?.(2);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return hashFile(file);
    };
    const { props, root } = await opened({ onHash });
    const input = field(root, t('manual.files'));
    Object.defineProperty(input, 'files', { value: [photo()], configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    expect(root.textContent).toContain(t('manual.file-reading', { done: 40 }));
    expect(button(root, t('manual.save')).disabled).toBe(true);
    await type(field(root, t('manual.who')), 'the lead');
    finish();
    await vi.waitFor(() => expect(button(root, t('manual.save')).disabled).toBe(false));
    await submit(root);
    expect(props.onSave.mock.lastCall?.[0]).toMatchObject({ who: 'the lead', files: [mark] });
  });

  it.each([
    ['six', Array.from({ length: 6 }, (_, n) => new File([`${n}`], `${n}`)), 'manual.too-many-files', 5],
    [
      'one of more than 50 MB',
      [Object.defineProperty(new File([], 'film'), 'size', { value: 50_000_001 })],
      'manual.file-too-big',
      50,
    ],
  ])('are refused: %s', async (_name, files, code, most) => {
    const { root } = await opened();
    await pick(root, ...files);
    expect(said(root, 'alert')).toBe(t.problem({ code, field: 'files', values: { most } }));
    expect(root.querySelector('ul li')).toBeNull();
  });

  it('that cannot be read are named as such', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { root } = await opened({ onHash: async () => Promise.reject(new Error('gone')) });
    await pick(root, photo());
    expect(said(root, 'alert')).toBe(t.problem({ code: 'manual.file', field: 'files' }));
    error.mockRestore();
  });

  it('are read to the end', async () => {
    // SHA-256 of "abc": FIPS 180-2, appendix B.1.
    expect(await hashFile(new Blob(['a', 'bc']))).toEqual({
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      bytes: 3,
    });
  });
});

describe('times as typed', () => {
  const form: ManualForm = {
    channel: 'call',
    when: 'earlier',
    date: '2026-11-25',
    time: '23:50',
    end: '',
    employment: 'job',
    who: '',
    words: '',
    files: NO_FILES,
  };

  it.each([
    ['23:55', '2026-11-25'],
    ['00:10', '2026-11-26'],
    ['11:50', '2026-11-26'],
    // More than twelve hours is a mistake of typing, for whoever logs it to refuse.
    ['11:51', '2026-11-25'],
    ['23:50', '2026-11-25'],
  ])('from 23:50 until %s ends on %s', (end, date) => {
    expect(typedReport({ ...form, end }, ZONE, false)).toMatchObject({ value: { end: at(date, end) } });
  });
});

it('has no fault that axe knows', async () => {
  const { root } = view({ employments: [JOB, { ...JOB, id: 'second', label: 'Second' }] });
  await choose(root, t('manual.when.earlier'));
  await click(button(root, t('manual.more')));
  const { violations } = await axe.run(root, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
