// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { onCallAt, popup, statusAt } from './popup-world.tsx';
import { at, heldItem, NOW, SETTINGS } from './samples.ts';
import { button, click, submit, t, type } from './screen.tsx';

const heading = (root: HTMLElement) => root.querySelector('h1')?.textContent;

describe('the state', () => {
  it.each([
    ['2026-11-26', '20:14', 'You are off until tomorrow 09:00'],
    ['2026-11-27', '20:14', 'You are off until Monday 09:00'],
    ['2026-11-27', '10:00', 'You are working until 17:00'],
  ])('at %s %s: %s', (date, clock, sentence) => {
    expect(heading(popup({ status: statusAt(at(date, clock)) }).root)).toBe(sentence);
  });

  it('is also a word, and says why', () => {
    const { root } = popup({ status: statusAt(at('2026-11-28', '12:00')) });
    expect(root.textContent).toContain(t('state.word.off'));
    expect(root.textContent).toContain(t('reason.day-off'));
  });

  it('on call is a word, a sentence and a reason of its own', () => {
    const { root } = popup({ status: onCallAt(NOW) });
    expect(heading(root)).toBe('You are on call until 22:00');
    expect(root.textContent).toContain(t('state.word.on-call'));
    expect(root.textContent).toContain(t('reason.on-call'));
    expect(root.querySelector('section')?.className).toContain('on-call');
    expect(root.querySelectorAll('section svg circle')).not.toHaveLength(0);
  });

  it('leads to the set-up while there are no hours', async () => {
    const settings = { ...SETTINGS, employments: [], apps: [] };
    const { root, props } = popup({ status: statusAt(NOW, { settings, state: null, verdicts: {} }) });
    await click(button(root, t('set-up.start')));
    expect(props.onSetUp).toHaveBeenCalledOnce();
  });
});

describe('held items', () => {
  const held = [
    heldItem('1', { sender: 'Ana', text: 'first', at: NOW - 3 }),
    heldItem('2', { sender: 'Luis', text: 'second', at: NOW - 2 }),
    heldItem('3', { app: 'beta', title: 'third', at: NOW - 1 }),
    heldItem('4', { sender: 'Ana', text: 'fourth', at: NOW }),
  ];
  const status = statusAt(NOW, { heldCount: 4 });

  it('are counted but neither read nor shown before the person asks', () => {
    const { root, props } = popup({ status, held });
    expect(root.textContent).toContain('4 held');
    expect(root.textContent).not.toContain('second');
    expect(props.onReveal).not.toHaveBeenCalled();
  });

  it('are grouped by app and sender, whoever wrote last first', async () => {
    const { root, props } = popup({ status, held });
    await click(button(root, t('held.show')));
    expect(props.onReveal).toHaveBeenCalledOnce();
    expect([...root.querySelectorAll('h3 bdi')].map((name) => name.textContent)).toEqual(['Alpha', 'Beta']);
    const words = root.textContent ?? '';
    expect(['fourth', 'first', 'second', 'third'].map((word) => words.indexOf(word))).toEqual(
      ['fourth', 'first', 'second', 'third'].map((word) => words.indexOf(word)).toSorted((a, b) => a - b),
    );
  });

  it('can be opened, dismissed, and dismissed all at once', async () => {
    const { root, props } = popup({ status, held });
    await click(button(root, t('held.show')));
    await click(button(root, t('held.open-one', { title: 'third' })));
    expect(props.onOpen).toHaveBeenCalledWith('3');
    await click(button(root, t('held.dismiss-one', { title: 'third' })));
    expect(props.onDismiss).toHaveBeenLastCalledWith(['3']);
    await click(button(root, t('held.dismiss-all')));
    expect(props.onDismiss).toHaveBeenLastCalledWith(['1', '2', '3', '4']);
  });

  it('never become markup, and show what would reorder the line', async () => {
    const hostile = heldItem('5', { title: '<img src=x onerror=alert(1)>', text: 'a\u202Egpj.exe', sender: '\u0000' });
    const { root } = popup({ status, held: [hostile] });
    await click(button(root, t('held.show')));
    expect(root.querySelector('img')).toBeNull();
    const captured = [...root.querySelectorAll('bdi')].map((one) => one.textContent);
    expect(captured).toContain('<img src=x onerror=alert(1)>');
    expect(captured).toContain('a⟦U+202E⟧gpj.exe');
    expect(captured).toContain('⟦U+0000⟧');
  });
});

describe('a log under a passphrase', () => {
  const sealed = (id: string, part: object = {}) => heldItem(id, { sealed: true, title: '', origin: '', ...part });

  it.each([0, 2])('is locked from here while it is open (%s held)', async (heldCount) => {
    const { root, props } = popup({ status: statusAt(NOW, { heldCount, vault: 'open' }) });
    await click(button(root, t('vault.lock')));
    expect(props.onLock).toHaveBeenCalledOnce();
  });

  it.each(['none', 'locked'] as const)('has nothing to lock where the vault is %s', (vault) => {
    const { root } = popup({ status: statusAt(NOW, { heldCount: 2, vault }) });
    expect(root.textContent).not.toContain(t('vault.lock'));
  });

  it('tells of locked items no more than app and time, and leads to the log', async () => {
    const held = [sealed('1', { at: at('2026-11-26', '19:05') }), sealed('2', { at: NOW })];
    const { root, props } = popup({ status: statusAt(NOW, { heldCount: 2, vault: 'locked' }), held });
    await click(button(root, t('held.show')));
    expect(root.querySelector('h3')?.textContent).toBe(`Alpha${t('held.locked', { count: 2 })}`);
    const rows = [...root.querySelectorAll('h3 ~ div li')].map((row) =>
      [...row.querySelectorAll('p')].map((words) => words.textContent),
    );
    expect(rows).toEqual([['20:14'], ['19:05']]);
    await click(button(root, t('held.open-one', { title: 'Alpha 19:05' })));
    expect(props.onOpen).toHaveBeenCalledExactlyOnceWith('1');
    await click(button(root, t('vault.unlock-log')));
    expect(props.onLog).toHaveBeenCalledOnce();
  });

  it('offers no way to unlock where nothing is locked', async () => {
    const { root } = popup({ status: statusAt(NOW, { heldCount: 1 }), held: [heldItem('1', {})] });
    await click(button(root, t('held.show')));
    expect(root.textContent).not.toContain(t('vault.unlock-log'));
  });
});

describe('what the person should know', () => {
  it('names unwatched apps and asks for all their sites in one click', async () => {
    const apps = statusAt(NOW).apps.map((app) => ({ ...app, watching: false }));
    const { root, props } = popup({ status: statusAt(NOW, { apps }) });
    expect(root.textContent).toContain('Not watching Alpha and Beta');
    await click(button(root, t('watch.allow')));
    expect(props.onAllow).toHaveBeenCalledWith(['https://alpha.example/*', 'https://beta.example/*']);
  });

  it('says that nothing is logged while the log is broken', () => {
    expect(popup({ status: statusAt(NOW, { logBroken: true }) }).root.textContent).toContain(t('log.broken'));
  });

  it('shows contacts during hours beside those after hours', () => {
    const today = { afterHours: { alpha: 2 }, inHours: { alpha: 40, beta: 5 } };
    const { root } = popup({ status: statusAt(NOW, { today }) });
    const rows = [...root.querySelectorAll('section table tbody tr, section table tfoot tr')]
      .filter((row) => row.closest('figure') === null)
      .map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['Alpha', '2', '40'],
      ['Beta', '0', '5'],
      ['Total', '2', '45'],
    ]);
  });
});

describe('the override', () => {
  it('begins with half an hour and carries the reason', async () => {
    const { root, props } = popup({});
    await click(button(root, t('override.start.working-now')));
    await type(root.querySelector('form input:not([type=radio])'), ' Release ');
    await submit(root);
    expect(props.onStart).toHaveBeenCalledWith('working-now', NOW + 30 * 60_000, 'Release');
    expect(root.querySelector('form')).toBeNull();
  });

  it('refuses what is no time, by the field, and asks for nothing', async () => {
    const { root, props } = popup({});
    await click(button(root, t('override.start.working-now')));
    await click(root.querySelectorAll<HTMLInputElement>('input[type=radio]')[2] as HTMLInputElement);
    const field = root.querySelector<HTMLInputElement>('form input:not([type=radio])');
    await type(field, '25:00');
    await submit(root);
    expect(props.onStart).not.toHaveBeenCalled();
    expect(field?.getAttribute('aria-invalid')).toBe('true');
    const errorId = field?.getAttribute('aria-describedby') ?? '';
    expect(root.ownerDocument.getElementById(errorId)?.textContent).toBe(t('error.override.time'));
  });

  it('may go both ways while on call', async () => {
    const { root, props } = popup({ status: onCallAt(NOW) });
    await click(button(root, t('override.start.off-now')));
    expect(root.querySelectorAll('form')).toHaveLength(1);
    await click(button(root, t('override.start.working-now')));
    expect(root.querySelectorAll('form')).toHaveLength(1);
    await submit(root);
    expect(props.onStart).toHaveBeenCalledWith('working-now', NOW + 30 * 60_000, '');
  });

  it('that runs can be ended', async () => {
    const override = { kind: 'working-now', from: NOW - 1, until: at('2026-11-26', '21:00'), reason: '' } as const;
    const { root, props } = popup({ status: statusAt(NOW, { override }) });
    expect(root.textContent).toContain('You said that you are working until 21:00.');
    await click(button(root, t('override.end')));
    expect(props.onEnd).toHaveBeenCalledOnce();
  });
});
