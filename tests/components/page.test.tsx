// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { Page, type PageLink } from '../../components/page/page.tsx';
import { statusLink } from '../../components/page/status-link.ts';
import type { SaveSettings } from '../../components/settings/edit.ts';
import { useSave } from '../../components/settings/use-save.ts';
import spanish from '../../public/text/es.json' with { type: 'json' };
import { ok, type Result } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { makeText } from '../../utils/core/text/text.ts';
import { SETTINGS } from './samples.ts';
import { button, click, settled, show, t } from './screen.tsx';

const loadText: PageLink<unknown>['loadText'] = async (language) => (language === 'es' ? makeText(spanish, 'es') : t);

async function open(read: () => Promise<{ settings: Settings }>) {
  const listeners = new Set<(message: unknown) => undefined>();
  const onMessage = {
    addListener: (listener: (message: unknown) => undefined) => listeners.add(listener),
    removeListener: (listener: (message: unknown) => undefined) => listeners.delete(listener),
  };
  const link = statusLink({ read, onMessage, loadText });
  document.body.replaceChildren(document.createElement('div'));
  const root = document.body.firstElementChild as HTMLElement;
  await act(async () => {
    render(
      <Page link={link} title="options.title">
        {({ settings }) => <p>{settings.treatment}</p>}
      </Page>,
      root,
    );
    await settled();
  });
  const tell = (message: unknown) =>
    act(async () => {
      for (const listener of listeners) listener(message);
      await settled();
    });
  return { root, tell };
}

describe('a page', () => {
  it('reads the state again when the background says that it changed, and not otherwise', async () => {
    let settings = SETTINGS;
    const { root, tell } = await open(async () => ({ settings }));
    expect(root.textContent).toBe('hold');
    settings = { ...SETTINGS, treatment: 'flag' };
    await tell({ name: 'something.else' });
    await tell(null);
    expect(root.textContent).toBe('hold');
    await tell({ name: 'status.changed' });
    expect(root.textContent).toBe('flag');
  });

  it('speaks the chosen language at once', async () => {
    let settings = SETTINGS;
    const { tell } = await open(async () => ({ settings }));
    expect([document.documentElement.lang, document.title]).toEqual(['en', 'Settings · Clocked Off']);
    settings = { ...SETTINGS, language: 'es' };
    await tell({ name: 'status.changed' });
    await act(settled);
    expect([document.documentElement.lang, document.title]).toEqual(['es', 'Configuración · Clocked Off']);
  });

  it('says plainly when there is no answer, and tries again', async () => {
    const read = vi.fn(async () => ({ settings: SETTINGS })).mockRejectedValueOnce(new Error('no answer'));
    const { root } = await open(read);
    expect(root.textContent).toContain(t('page.no-answer'));
    await click(button(root, t('page.retry')));
    expect(root.textContent).toBe('hold');
  });
});

describe('answers', () => {
  it('that overtake each other: the one to the latest question counts', async () => {
    const answers: ((status: { settings: Settings }) => void)[] = [];
    const { root, tell } = await open(() => new Promise((resolve) => answers.push(resolve)));
    const answer = (n: number, treatment: Settings['treatment']) =>
      act(async () => {
        answers[n]?.({ settings: { ...SETTINGS, treatment } });
        await settled();
      });
    await answer(0, 'hold');
    await tell({ name: 'status.changed' });
    await tell({ name: 'status.changed' });
    await answer(2, 'show');
    await answer(1, 'flag');
    expect(root.textContent).toBe('show');
  });

  it('that do not come are asked for again, also where no other change comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    try {
      let settings = SETTINGS;
      const read = vi.fn(async () => ({ settings }));
      const { root, tell } = await open(read);
      settings = { ...SETTINGS, treatment: 'show' };
      read.mockRejectedValueOnce(new Error('just starting'));
      await tell({ name: 'status.changed' });
      expect(root.textContent).toBe('hold');
      await act(async () => {
        await vi.advanceTimersByTimeAsync(2_000);
        await settled();
      });
      expect(root.textContent).toBe('show');
    } finally {
      vi.useRealTimers();
    }
  });
});

/** What the background keeps, and a page that saves to it. */
function saver() {
  let stored = SETTINGS;
  const read = vi.fn(async () => stored);
  const put = vi.fn(async (settings: Settings): Promise<Result<Settings>> => {
    await settled();
    stored = settings;
    return ok(settings);
  });
  let save: SaveSettings = async () => null;
  function Saver() {
    ({ save } = useSave(read, put));
    return null;
  }
  show(<Saver />);
  return {
    read,
    put,
    stored: () => stored,
    elsewhere: (part: Partial<Settings>) => {
      stored = { ...stored, ...part };
    },
    save: (part: Partial<Settings>) => save((now) => ({ ...now, ...part })),
  };
}

describe('saving', () => {
  it('puts quick changes one upon the other, also those that do not wait for each other', async () => {
    const { save, stored } = saver();
    await act(async () => {
      await Promise.all([save({ treatment: 'show' }), save({ digest: false }), save({ language: 'es' })]);
    });
    expect(stored()).toEqual({ ...SETTINGS, treatment: 'show', digest: false, language: 'es' });
  });

  it('builds on what is stored, however old the state is that the page shows', async () => {
    const { save, stored, elsewhere } = saver();
    await act(async () => void (await save({ treatment: 'show' })));
    elsewhere({ muteAfterHours: true });
    await act(async () => void (await save({ digest: false })));
    expect(stored()).toEqual({ ...SETTINGS, treatment: 'show', muteAfterHours: true, digest: false });
  });

  it('builds on nothing that was refused', async () => {
    const { save, put, stored } = saver();
    const problem = { code: 'settings.wrong-value', field: 'treatment' };
    put.mockResolvedValueOnce({ ok: false, problem });
    const outcomes: unknown[] = [];
    await act(async () => void outcomes.push(await save({ treatment: 'show' }), await save({ digest: false })));
    expect(outcomes).toEqual([problem, null]);
    expect(stored()).toEqual({ ...SETTINGS, digest: false });
  });

  it('goes on after one that found no answer', async () => {
    const { save, read, stored } = saver();
    read.mockRejectedValueOnce(new Error('just starting'));
    await act(async () => {
      await expect(save({ treatment: 'show' })).rejects.toThrow('just starting');
      await save({ digest: false });
    });
    expect(stored()).toEqual({ ...SETTINGS, digest: false });
  });
});
