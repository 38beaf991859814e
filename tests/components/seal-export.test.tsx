// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { BundleWizard, type BundleWizardProps } from '../../components/export/bundle-wizard.tsx';
import type { BundlePlan } from '../../utils/core/export/preview.ts';
import type { BundleWish } from '../../utils/core/export/wish.ts';
import { ok } from '../../utils/core/result.ts';
import { button, change, choose, click, show, submit, t, type } from './screen.tsx';

const KEY = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
const SECRET = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
const END = 'equn ujwj';
const PREVIEW = {
  range: { first: 1, last: 4 },
  contacts: 3,
  reported: 0,
  apps: new Set(['alpha']),
  others: 1,
  withheld: 0,
  shown: { alias: 0, sender: 0, title: 0, text: 0, notes: 0, personal: 0 },
  checkable: 0,
  uncheckable: 0,
  inHours: null,
  attachments: { count: 0, bytes: 0 },
  checkpoints: 0,
  confirmed: 0,
} as const;

function wizard() {
  const props = {
    today: '2026-11-26',
    contents: { firstDay: '2026-09-14', apps: [{ id: 'alpha', name: 'Alpha', gone: false }] },
    onPlan: vi.fn<BundleWizardProps['onPlan']>(async (wish: BundleWish) => ok({ wish, preview: PREVIEW })),
    onSave: vi.fn<BundleWizardProps['onSave']>(async ({ wish }: BundlePlan, _course, recipient) =>
      ok({ fileName: `${wish.name}.zip${recipient === null ? '' : '.age'}`, keyNumber: '0', noted: true }),
    ),
  };
  const root = show(<BundleWizard {...props} />);
  const field = (name: string): HTMLInputElement | null => {
    const label = [...root.querySelectorAll('label')].find((one) => one.textContent === name);
    return root.querySelector(`#${label?.htmlFor ?? 'none'}`);
  };
  const answer = (value: string) => change(field(t('seal.for.machine')), value);
  const sealing = (): boolean => field(t('seal.for.on'))?.checked === true;
  return { props, root, field, answer, sealing };
}

const saved = ({ onSave }: ReturnType<typeof wizard>['props']) => onSave.mock.lastCall?.[2];

describe('sealing a bundle', () => {
  it('is a choice that nobody made yet', async () => {
    const { props, root, sealing } = wizard();
    expect(sealing()).toBe(false);
    await submit(root);
    expect(root.textContent).not.toContain(t('seal.for.not-you'));
    await click(button(root, t('export.save')));
    expect(saved(props)).toBeNull();
  });

  it('is chosen for whoever uses a computer of the employer, with the reason, and can be unchosen', async () => {
    const { props, root, answer, sealing } = wizard();
    await answer('no');
    expect([sealing(), root.textContent?.includes(t('seal.for.reason'))]).toEqual([false, false]);
    await answer('yes');
    expect([sealing(), root.textContent?.includes(t('seal.for.reason'))]).toEqual([true, true]);
    await choose(root, t('seal.for.on'));
    expect(sealing()).toBe(false);
    await submit(root);
    await click(button(root, t('export.save')));
    expect(saved(props)).toBeNull();
  });

  it('shows the end of the key to compare, says who can open the file and who cannot, and saves it under .zip.age', async () => {
    const { props, root, field } = wizard();
    await choose(root, t('seal.for.on'));
    await type(field(t('seal.for.key')), ` ${KEY}\n`);
    expect(root.textContent).toContain(t('seal.for.check', { end: END }));
    await submit(root);
    expect(root.textContent).toContain(t('seal.for.who', { end: END }));
    expect(root.textContent).toContain(t('seal.for.not-you'));
    await click(button(root, t('export.save')));
    expect(saved(props)).toHaveLength(32);
    expect(root.textContent).toContain('Saved as documents-2026-11-26.zip.age.');
  });

  it('asks to be seen again when the key is changed', async () => {
    const { root, field } = wizard();
    await choose(root, t('seal.for.on'));
    await type(field(t('seal.for.key')), KEY);
    await submit(root);
    await type(field(t('seal.for.key')), `${KEY}x`);
    expect([...root.querySelectorAll('button')].map((one) => one.textContent)).not.toContain(t('export.save'));
  });

  it.each([
    ['', 'seal.key-missing'],
    [SECRET, 'seal.key-secret'],
    [KEY.slice(1), 'seal.key'],
  ])('is refused at the field of the key before anything is read: %j', async (text, code) => {
    const { props, root, field } = wizard();
    await choose(root, t('seal.for.on'));
    await type(field(t('seal.for.key')), text);
    await submit(root);
    expect(props.onPlan).not.toHaveBeenCalled();
    const alert = root.querySelector('[role=alert]');
    expect(alert?.textContent).toBe(t.problem({ code, field: 'recipient' }));
    expect(field(t('seal.for.key'))?.getAttribute('aria-describedby')).toContain(alert?.id ?? 'none');
  });
});
