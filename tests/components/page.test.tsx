// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { Page, type PageLink } from '../../components/page/page.tsx';
import { statusLink } from '../../components/page/status-link.ts';
import { useSave } from '../../components/settings/use-save.ts';
import spanish from '../../public/text/es.json' with { type: 'json' };
import { ok } from '../../utils/core/result.ts';
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

describe('saving', () => {
  it('puts quick changes one upon the other', async () => {
    const put = vi.fn(async (settings: Settings) => ok(settings));
    function Saver() {
      const { save } = useSave(SETTINGS, put);
      return (
        <button
          type="button"
          onClick={async () => {
            await save((now) => ({ ...now, treatment: 'show' }));
            await save((now) => ({ ...now, digest: false }));
          }}
        >
          go
        </button>
      );
    }
    await click(button(show(<Saver />), 'go'));
    expect(put.mock.lastCall?.[0]).toMatchObject({ treatment: 'show', digest: false });
  });

  it('builds on nothing that was refused', async () => {
    const problem = { code: 'settings.wrong-value', field: 'treatment' };
    const put = vi.fn(async (settings: Settings) => ok(settings));
    put.mockResolvedValueOnce({ ok: false, problem } as never);
    const outcomes: unknown[] = [];
    function Saver() {
      const { save } = useSave(SETTINGS, put);
      return (
        <button
          type="button"
          onClick={async () => {
            outcomes.push(await save((now) => ({ ...now, treatment: 'show' })));
            outcomes.push(await save((now) => ({ ...now, digest: false })));
          }}
        >
          go
        </button>
      );
    }
    await click(button(show(<Saver />), 'go'));
    expect(outcomes).toEqual([problem, null]);
    expect(put.mock.lastCall?.[0]).toMatchObject({ treatment: 'hold', digest: false });
  });
});
