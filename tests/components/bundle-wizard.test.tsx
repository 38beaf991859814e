// @vitest-environment happy-dom
import axe from 'axe-core';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { BundleSection } from '../../components/export/bundle-section.tsx';
import { BundleWizard, type BundleWizardProps } from '../../components/export/bundle-wizard.tsx';
import { lastMonth } from '../../components/export/form.ts';
import type { LogContents } from '../../components/export/types.ts';
import type { BundlePlan, BundlePreview } from '../../utils/core/export/preview.ts';
import { NOTHING_DISCLOSED } from '../../utils/core/export/selection.ts';
import type { Course } from '../../utils/core/export/types.ts';
import type { BundleWish } from '../../utils/core/export/wish.ts';
import { fail, ok, type Result } from '../../utils/core/result.ts';
import { again, button, choose, click, settled, show, submit, t, type } from './screen.tsx';

const KEY_NUMBER = '28513 15290 22579 87988 35322 09293';
const CONTENTS: LogContents = {
  firstDay: '2026-09-14',
  apps: [
    { id: 'alpha', name: 'Alpha', gone: false },
    { id: 'beta', name: '<b>Beta</b>\u202e', gone: false },
    { id: 'old', name: 'old', gone: true },
  ],
};

const PREVIEW: BundlePreview = {
  range: { first: 1, last: 240 },
  contacts: 212,
  reported: 0,
  apps: new Set(['alpha', 'old']),
  others: 16,
  withheld: 12,
  shown: { alias: 0, sender: 0, title: 0, text: 0, notes: 0, personal: 0 },
  checkable: 0,
  uncheckable: 0,
  inHours: null,
  attachments: { count: 0, bytes: 0 },
  checkpoints: 4,
  confirmed: 1,
};

function wizard(change: Partial<BundleWizardProps> & { readonly preview?: Partial<BundlePreview> } = {}) {
  const { preview = {}, ...part } = change;
  const props = {
    today: '2026-11-26',
    contents: CONTENTS,
    onPlan: vi.fn(
      async (wish: BundleWish, _course: Course): Promise<Result<BundlePlan>> =>
        ok({ wish, preview: { ...PREVIEW, ...preview } }),
    ),
    onSave: vi.fn(async ({ wish }: BundlePlan) =>
      ok({ fileName: `${wish.name}.zip`, keyNumber: KEY_NUMBER, noted: true }),
    ),
    ...part,
  };
  return { props, root: show(<BundleWizard {...props} />) };
}

const wished = (props: { readonly onPlan: unknown }): BundleWish =>
  vi.mocked(props.onPlan as BundleWizardProps['onPlan']).mock.lastCall?.[0] as BundleWish;

const field = (root: HTMLElement, name: string): HTMLInputElement => {
  const label = [...root.querySelectorAll('label')].find((one) => one.textContent === name);
  const found = root.querySelector<HTMLInputElement>(`#${label?.htmlFor ?? 'none'}`);
  if (found === null) throw new Error(`no field “${name}”`);
  return found;
};

const buttonNames = (root: HTMLElement): string[] =>
  [...root.querySelectorAll('button')].map((one) => one.textContent ?? '');

async function shown(change: Parameters<typeof wizard>[0] = {}) {
  const made = wizard(change);
  await submit(made.root);
  return made;
}

/** Work that goes on until it is broken off. */
const endless = (_: unknown, { onProgress, signal }: Course): Promise<never> =>
  new Promise((_resolve, reject) => {
    onProgress(512, 2_000);
    signal.addEventListener('abort', () => reject(signal.reason));
  });

describe('what the person asks of a bundle', () => {
  it('is everything but contents, unless they say otherwise, under a name that says nothing', async () => {
    const { props } = await shown();
    expect(wished(props)).toEqual({
      name: 'documents-2026-11-26',
      period: { first: '2026-09-14', last: '2026-11-26' },
      apps: null,
      disclose: NOTHING_DISCLOSED,
      inHours: false,
      language: 'en',
      whose: '',
    });
  });

  it('is what they chose', async () => {
    const { props, root } = wizard();
    await click(button(root, t('export.last-month')));
    await choose(root, 'Alpha');
    await choose(root, t('export.part.title'));
    await choose(root, t('export.part.in-hours'));
    await type(field(root, t('export.whose')), 'A. Person');
    await type(field(root, t('export.name')), ' papers ');
    await submit(root);
    expect(wished(props)).toEqual({
      name: 'papers',
      period: { first: '2026-10-01', last: '2026-10-31' },
      apps: new Set(['beta', 'old']),
      disclose: { ...NOTHING_DISCLOSED, title: true },
      inHours: true,
      language: 'en',
      whose: 'A. Person',
    });
    await click(button(root, t('export.everything')));
    await choose(root, 'Alpha');
    await submit(root);
    expect(wished(props)).toMatchObject({ period: { first: '2026-09-14', last: '2026-11-26' }, apps: null });
  });

  it.each([
    ['2026-11-26', '2026-10-01', '2026-10-31'],
    ['2026-01-01', '2025-12-01', '2025-12-31'],
    ['2028-03-31', '2028-02-01', '2028-02-29'],
  ])('knows the month before %s', (today, first, last) => {
    expect(lastMonth(today)).toEqual({ first, last });
  });

  it.each([
    ['bundle.period-order', 'last', t('export.last')],
    ['bundle.no-lines', 'first', t('export.first')],
    ['bundle.name', 'name', t('export.name')],
  ] as const)('is refused in one sentence (%s) at its field, until it is changed', async (code, place, name) => {
    const { root } = await shown({ onPlan: async () => fail(code, place) });
    const alerts = root.querySelectorAll('[role="alert"]');
    expect([...alerts].map((one) => one.textContent)).toEqual([t.problem({ code, field: place })]);
    expect(field(root, name).getAttribute('aria-describedby')).toContain(alerts[0]?.id ?? 'none');
    expect(buttonNames(root)).not.toContain(t('export.save'));
    await type(field(root, t('export.whose')), 'x');
    expect(root.querySelector('[role="alert"]')).toBeNull();
  });

  it('is refused at the apps where none is chosen', async () => {
    const { root } = await shown({ onPlan: async () => fail('bundle.no-apps', 'apps') });
    const alert = root.querySelector('[role="alert"]');
    expect(alert?.closest('fieldset')?.getAttribute('aria-describedby')).toContain(alert?.id ?? 'none');
    expect(alert?.closest('fieldset')?.querySelector('legend')?.textContent).toBe(t('export.apps'));
  });
});

describe('what would leave', () => {
  const items = (root: HTMLElement, list: number): string[] =>
    [...(root.querySelectorAll('section ul')[list]?.querySelectorAll('li') ?? [])].map((one) => one.textContent ?? '');

  it('is told to the last thing before it can be saved', async () => {
    const { root } = await shown();
    expect(items(root, 0)).toEqual([
      '212 contacts, of Alpha and old',
      t('export.others', { count: 16 }),
      t('export.withheld', { count: 12 }),
      '4 checkpoints, confirmed by others: 1',
      t('export.always'),
    ]);
    expect(items(root, 1)).toEqual([
      t('export.part-none.alias'),
      t('export.part-none.sender'),
      t('export.part-none.title'),
      t('export.part-none.text'),
      t('export.part-none.notes'),
      t('export.part-none.personal'),
      t('export.in-hours-none'),
    ]);
    expect(document.activeElement).toBe(root.querySelector('section'));
  });

  it('names each part that goes, how often, and what of it cannot be checked', async () => {
    const preview = {
      contacts: 1,
      reported: 2,
      apps: new Set(['beta']),
      withheld: 0,
      shown: { alias: 0, sender: 40, title: 1, text: 0, notes: 3, personal: 0 },
      uncheckable: 33,
      inHours: 120,
      checkpoints: 0,
    };
    const { root } = await shown({ preview });
    expect(items(root, 0)[1]).toBe('2 contacts that you added by hand');
    expect(items(root, 0).slice(3, 9)).toEqual([
      t('export.withheld-none'),
      t('export.part-count.sender', { count: 40 }),
      t('export.part-count.title', { count: 1 }),
      t('export.part-count.notes', { count: 3 }),
      t('export.uncheckable', { count: 33 }),
      t('export.in-hours', { count: 120 }),
    ]);
    expect(items(root, 0)[0]).toMatch(/^1 contact, of <b>Beta<\/b>/u);
    expect(root.textContent).not.toContain('\u202e');
    expect(items(root, 1)).toEqual([
      t('export.part-none.alias'),
      t('export.part-none.text'),
      t('export.part-none.personal'),
      t('export.checkpoints-none'),
    ]);
  });

  it('names the copies of files that go, and how big they are', async () => {
    const { root } = await shown({ preview: { attachments: { count: 2, bytes: 2_400_000 } } });
    expect(root.textContent).toContain('Copies of 2 files (2.4 MB)');
    const one = (await shown({ preview: { attachments: { count: 1, bytes: 7 } } })).root;
    expect(one.textContent).toContain('A copy of 1 file (0.1 MB)');
    expect((await shown()).root.textContent).not.toContain('MB)');
  });

  it('must be seen again after any other choice', async () => {
    const { props, root } = await shown();
    await choose(root, t('export.part.sender'));
    expect(buttonNames(root)).not.toContain(t('export.save'));
    await submit(root);
    await click(button(root, t('export.save')));
    expect(vi.mocked(props.onSave).mock.lastCall?.[0].wish).toEqual(wished(props));
    expect(wished(props).disclose.sender).toBe(true);
  });
});

describe('saving', () => {
  it('ends with the key number to read out, where to take the file, and what it shows', async () => {
    const { root } = await shown();
    await click(button(root, t('export.save')));
    expect(root.querySelector('[role="status"]')?.textContent).toBe('Saved as documents-2026-11-26.zip.');
    for (const words of [KEY_NUMBER, t('export.key-hint'), t('export.give'), t('export.proves')])
      expect(root.textContent).toContain(words);
    expect(document.activeElement?.textContent).toContain(KEY_NUMBER);
    expect(buttonNames(root)).not.toContain(t('export.save'));
    expect(root.textContent).not.toContain(t('export.not-noted'));
  });

  it('says where the log has no line of it', async () => {
    const onSave = async ({ wish }: BundlePlan) =>
      ok({ fileName: `${wish.name}.zip`, keyNumber: KEY_NUMBER, noted: false });
    const { root } = await shown({ onSave });
    await click(button(root, t('export.save')));
    expect(root.textContent).toContain(t('export.not-noted'));
    expect(root.textContent).toContain('Saved as documents-2026-11-26.zip.');
  });

  it('shows how far it is, and is broken off with nothing saved', async () => {
    const { root } = await shown({ onSave: endless });
    await click(button(root, t('export.save')));
    expect(root.querySelector('[role="status"]')?.textContent).toContain('Writing the bundle: 512 of 2,000 lines');
    expect([...root.querySelectorAll('fieldset')].map((one) => one.disabled)).toEqual([true, true, true, true, true]);
    await click(button(root, t('cancel')));
    expect(root.querySelector('[role="status"]')?.textContent).toBe(t('export.cancelled'));
    expect(button(root, t('export.show')).disabled).toBe(false);
  });

  it('says so where it fails', async () => {
    const { root } = await shown({ onSave: () => Promise.reject(new Error('disk')) });
    await click(button(root, t('export.save')));
    expect(root.querySelector('[role="status"]')?.textContent).toBe(t('export.failed'));
  });

  it('is broken off when the wizard is closed', async () => {
    const onPlan = vi.fn(endless);
    const { root } = await shown({ onPlan });
    const signal = onPlan.mock.lastCall?.[1].signal;
    expect(signal?.aborted).toBe(false);
    await act(async () => {
      again(root, null);
      await settled();
    });
    expect(signal?.aborted).toBe(true);
  });
});

describe('for a job that ended', () => {
  it('its apps alone are chosen at first', async () => {
    const { props, root } = wizard({ contents: { ...CONTENTS, chosen: new Set(['beta']) } });
    await click(button(root, t('export.show')));
    expect(wished(props).apps).toEqual(new Set(['beta']));
  });
});

describe('the part of the log page', () => {
  it('is open where a link led to it', () => {
    const open = show(
      <BundleSection empty={false} asked>
        the wizard
      </BundleSection>,
    );
    expect(open.textContent).toContain('the wizard');
  });

  it('opens by one button, and only where there is something to export', async () => {
    const root = show(
      <BundleSection empty={false} asked={false}>
        the wizard
      </BundleSection>,
    );
    expect(root.textContent).not.toContain('the wizard');
    await click(button(root, t('export.open')));
    expect(root.textContent).toContain('the wizard');
    expect(button(root, t('export.open')).getAttribute('aria-expanded')).toBe('true');
    expect(
      buttonNames(
        show(
          <BundleSection empty asked>
            the wizard
          </BundleSection>,
        ),
      ),
    ).toEqual([]);
  });

  it('is readable for everybody in all its states', async () => {
    const faults = async (root: HTMLElement) =>
      (
        await axe.run(root, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })
      ).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    const { root } = await shown();
    expect(await faults(root)).toEqual([]);
    await click(button(root, t('export.save')));
    expect(await faults(root)).toEqual([]);
    expect(await faults((await shown({ onPlan: async () => fail('bundle.no-apps', 'apps') })).root)).toEqual([]);
    expect(await faults((await shown({ onPlan: endless })).root)).toEqual([]);
  });
});
