import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { Course, VaultPorts } from '../../components/vault/types.ts';
import { fail, ok, type Result } from '../../utils/core/result.ts';
import type { VaultView } from '../../utils/core/vault/types.ts';
import { settled } from './screen.tsx';

export const MINUTE_MS = 60_000;
export const RIGHT = 'lusab-babad-gutih-tugad-zizur';

export const openView = (part: Partial<Extract<VaultView, { state: 'open' }>> = {}): VaultView => ({
  state: 'open',
  until: 30 * MINUTE_MS,
  keepMs: 30 * MINUTE_MS,
  unsealed: 0,
  ...part,
});

/** Long work that the test moves on. */
export function longWork() {
  const begun: { course: Course; end: (result: Result<null>) => void; break: (error: Error) => void }[] = [];
  const work = (course: Course): Promise<Result<null>> =>
    new Promise((resolve, reject) => {
      begun.push({ course, end: resolve, break: reject });
      course.signal?.addEventListener('abort', () => reject(course.signal?.reason));
    });
  const last = () => {
    const one = begun.at(-1);
    if (one === undefined) throw new Error('nothing has begun');
    return one;
  };
  return { work, begun, last };
}

/** A vault in memory that tells of every change, as the browser's does. */
export function vaultWorld(first: VaultView) {
  let view = first;
  let made = 0;
  const listeners = new Set<() => void>();
  const turn = (next: VaultView): void => {
    view = next;
    for (const tell of listeners) tell();
  };
  const ports = {
    read: vi.fn(async () => view),
    onChange: (again: () => void) => {
      listeners.add(again);
      return () => listeners.delete(again);
    },
    now: () => 0,
    unlock: vi.fn(async (passphrase: string, keepMs: number | null): Promise<Result<null>> => {
      if (passphrase !== RIGHT) return fail('vault.wrong-passphrase', 'passphrase');
      turn(openView({ keepMs }));
      return ok(null);
    }),
    lock: vi.fn(async () => turn({ state: 'locked' })),
    switchOn: vi.fn(async (_passphrase: string, keepMs: number | null, _course: Course): Promise<Result<null>> => {
      turn(openView({ keepMs }));
      return ok(null);
    }),
    sealRest: vi.fn(async (_course: Course): Promise<Result<null>> => {
      turn(openView());
      return ok(null);
    }),
    switchOff: vi.fn(async (_course: Course): Promise<Result<null>> => {
      turn({ state: 'none' });
      return ok(null);
    }),
    changePassphrase: vi.fn(
      async (before: string, _after: string): Promise<Result<null>> =>
        before === RIGHT ? ok(null) : fail('vault.wrong-passphrase', 'before'),
    ),
    generate: vi.fn(() => {
      made += 1;
      return made === 1 ? RIGHT : `dabab-dabab-dabab-dabab-bab${'aiou'[made % 4]}b`;
    }),
  } satisfies VaultPorts;
  /** Something outside this page changes the vault. */
  const change = (next: VaultView): Promise<void> =>
    act(async () => {
      turn(next);
      await settled();
    });
  return { ports, change };
}

/** Lets a promise that the test settled be seen by the view. */
export const happens = (deed: () => void): Promise<void> =>
  act(async () => {
    deed();
    await settled();
  });

export function labelled(root: HTMLElement, label: string): HTMLInputElement {
  const found = [...root.querySelectorAll('label')].find((one) => one.textContent === label);
  const input = root.querySelector<HTMLInputElement>(`#${CSS.escape(found?.htmlFor ?? 'none')}`);
  if (input === null) throw new Error(`no field “${label}”`);
  return input;
}

/** What stands by a field and is read out with it. */
export const said = (root: HTMLElement, input: HTMLInputElement): string =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => root.ownerDocument.getElementById(id)?.textContent ?? '')
    .join(' ');
