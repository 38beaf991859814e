// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { fail } from '../../utils/core/result.ts';
import { checkpoints } from './checkpoints-world.tsx';
import { button, click, settled, t } from './screen.tsx';

async function paste(root: HTMLElement, text: string): Promise<void> {
  const area = root.querySelector('textarea');
  if (area === null) throw new Error('no field for pasting');
  await act(async () => {
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
  });
}

describe('a confirmation', () => {
  const opened = async (part: Parameters<typeof checkpoints>[0] = {}) => {
    const world = checkpoints(part);
    await click(button(world.root, t('checkpoints.add')));
    return world;
  };

  it('is pasted and added with two clicks', async () => {
    const { root, props } = await opened();
    await paste(root, '\n  the text\n\n');
    await click(button(root, t('checkpoints.add-pasted')));
    expect(props.onWitness).toHaveBeenCalledExactlyOnceWith('the text\n');
    expect(root.querySelector('[role="status"]')?.textContent).toBe('Added: Works council confirms checkpoint 3.');
    expect(root.querySelector('textarea')?.value).toBe('');
  });

  it('is refused in one sentence beside the field, and what was pasted stays', async () => {
    const refuse = vi.fn(async () => fail('checkpoint.witness-other', 'witness'));
    const { root } = await opened({ onWitness: refuse });
    await paste(root, 'the text');
    await click(button(root, t('checkpoints.add-pasted')));
    const area = root.querySelector('textarea');
    expect(root.querySelector(`#${area?.getAttribute('aria-describedby')}`)?.textContent).toBe(
      t.problem({ code: 'checkpoint.witness-other', field: 'witness' }),
    );
    expect(area?.value).toBe('the text');
    expect(root.querySelector('[role="status"]')).toBeNull();
  });

  it('that is empty is not even sent', async () => {
    const { root, props } = await opened();
    await click(button(root, t('checkpoints.add-pasted')));
    expect(props.onWitness).not.toHaveBeenCalled();
    expect(root.querySelector('[role="alert"]')?.textContent).toBe(
      t.problem({ code: 'checkpoint.witness', field: 'witness' }),
    );
  });

  it('that could not be kept is said to be so', async () => {
    const { root } = await opened({ onWitness: vi.fn(() => Promise.reject(new Error('gone'))) });
    await paste(root, 'the text');
    await click(button(root, t('checkpoints.add-pasted')));
    expect(root.querySelector('[role="alert"]')?.textContent).toBe(t('checkpoints.add-failed'));
  });
});
