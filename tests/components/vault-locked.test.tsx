// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { LockedLog } from '../../components/vault/locked-log.tsx';
import { VaultGate } from '../../components/vault/vault-gate.tsx';
import { ok } from '../../utils/core/result.ts';
import type { VaultState, VaultView } from '../../utils/core/vault/types.ts';
import { again, button, settled, show, submit, t, type } from './screen.tsx';
import { labelled, openView, RIGHT, vaultWorld } from './vault-world.tsx';

describe('the log page while locked', () => {
  it('says what is known without the passphrase, and asks for it', async () => {
    const { ports } = vaultWorld({ state: 'locked' });
    const root = show(<LockedLog ports={ports} lines={1_234} today={1} focusTitle={false} />);
    expect(root.querySelector('h2')?.textContent).toBe(t('vault.locked-title'));
    expect([...root.querySelectorAll('li')].map((one) => one.textContent)).toEqual([
      '1,234 lines in the log',
      '1 contact after hours today',
    ]);
    await type(labelled(root, t('vault.passphrase')), RIGHT);
    await submit(root);
    expect(ports.unlock).toHaveBeenCalledExactlyOnceWith(RIGHT, 30 * 60_000);
  });

  it('does not guess how many lines there are', () => {
    const { ports } = vaultWorld({ state: 'locked' });
    const root = show(<LockedLog ports={ports} lines={null} today={0} focusTitle={false} />);
    expect([...root.querySelectorAll('li')].map((one) => one.textContent)).toEqual(['0 contacts after hours today']);
  });

  it('is busy while the key is made, and asks only once', async () => {
    let made: () => void = () => undefined;
    const unlock = vi.fn(() => new Promise<ReturnType<typeof ok<null>>>((resolve) => (made = () => resolve(ok(null)))));
    const root = show(<LockedLog ports={{ unlock }} lines={null} today={0} focusTitle={false} />);
    await type(labelled(root, t('vault.passphrase')), RIGHT);
    await submit(root);
    await submit(root);
    expect(root.querySelector('form')?.getAttribute('aria-busy')).toBe('true');
    expect(button(root, t('vault.unlock')).disabled).toBe(true);
    expect(unlock).toHaveBeenCalledOnce();
    await act(async () => {
      made();
      await settled();
    });
    expect(root.querySelector('form')?.getAttribute('aria-busy')).toBe('false');
  });
});

describe('the way to the log', () => {
  const gate = async (told: VaultState, first: VaultView) => {
    const world = vaultWorld(first);
    const view = (now: VaultState) => (
      <VaultGate
        ports={world.ports}
        told={now}
        locked={(moved) => <LockedLog ports={world.ports} lines={2} today={0} focusTitle={moved} />}
        readable={(state) => <p>secret, {state}</p>}
      />
    );
    const root = show(view(told));
    const atOnce = root.textContent;
    await act(settled);
    const tell = (now: VaultState) => {
      again(root, view(now));
      return act(settled);
    };
    return { root, atOnce, tell, ...world };
  };

  it.each([
    ['none', { state: 'none' }, 'secret, none'],
    ['open', openView(), 'secret, open'],
  ] as const)('is free where the vault is %s', async (told, first, shown) => {
    const { root, atOnce } = await gate(told, first);
    expect([atOnce, root.textContent]).toEqual([shown, shown]);
  });

  it('shows nothing of a locked log, not even before the vault was asked', async () => {
    const { root, atOnce } = await gate('locked', { state: 'locked' });
    for (const words of [atOnce, root.textContent]) {
      expect(words).not.toContain('secret');
      expect(words).toContain(t('vault.locked-title'));
    }
    expect(document.activeElement).toBe(document.body);
  });

  it('closes, and takes away what was shown, as soon as another page locks', async () => {
    const { root, change } = await gate('open', openView());
    await change({ state: 'locked' });
    expect(root.textContent).not.toContain('secret');
    expect(document.activeElement).toBe(root.querySelector('h1'));
    await change(openView());
    expect(root.textContent).toBe('secret, open');
  });

  it('asks anew when the background tells of another state', async () => {
    const { root, ports, tell } = await gate('open', openView());
    ports.read.mockResolvedValueOnce({ state: 'locked' });
    await tell('locked');
    expect(root.textContent).not.toContain('secret');
  });
});
