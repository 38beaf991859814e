// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { appActions } from '../../components/apps/app-actions.ts';
import { AppPicker } from '../../components/apps/app-picker.tsx';
import { siteApp, visibilityOf, withApp } from '../../components/apps/choose.ts';
import { CATALOGUE } from '../../utils/core/apps/catalogue.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { SETTINGS } from './samples.ts';
import { button, click, settled, show, submit, t, type } from './screen.tsx';

const picker = (chosen: readonly string[] = []) => {
  const onAdd = vi.fn();
  return { onAdd, root: show(<AppPicker catalogue={CATALOGUE} chosenIds={new Set(chosen)} onAdd={onAdd} />) };
};
const search = (root: HTMLElement) => root.querySelector<HTMLInputElement>('input[type=search]');
const names = (root: HTMLElement) => [...root.querySelectorAll('h4')].map((name) => name.textContent);

describe('the app picker', () => {
  it('offers the whole catalogue, with what is little known marked so', () => {
    const { root } = picker();
    expect(names(root)).toHaveLength(CATALOGUE.length);
    const unsure = [...root.querySelectorAll('li')].filter((row) =>
      row.textContent?.includes(t('apps.low-confidence')),
    );
    expect(unsure).toHaveLength(CATALOGUE.filter(({ confidence }) => confidence === 'low').length);
  });

  it('finds by name', async () => {
    const { root } = picker();
    await type(search(root), 'MATTER');
    expect(names(root)).toEqual(['Mattermost']);
    await type(search(root), 'no such app');
    expect(names(root)).toEqual([]);
    expect(root.textContent).toContain(t('apps.none-found'));
  });

  it('adds an app with its addresses, once', async () => {
    const { root, onAdd } = picker(['gmail']);
    await click(button(root, t('apps.add-one', { app: 'Slack' })));
    expect(onAdd).toHaveBeenCalledWith({ id: 'slack', name: 'Slack', patterns: ['https://app.slack.com/*'] });
    expect(() => button(root, t('apps.add-one', { app: 'Gmail' }))).toThrow('no button');
  });

  it('asks for the address of what every employer hosts', async () => {
    const { root, onAdd } = picker();
    await type(search(root), 'mattermost');
    await click(button(root, t('apps.own-address-one', { app: 'Mattermost' })));
    const address = root.querySelector<HTMLInputElement>('li form input');
    await type(address, 'https://chat.example.org:8065/team');
    await submit(root);
    expect(onAdd).toHaveBeenCalledWith({
      id: 'mattermost',
      name: 'Mattermost',
      patterns: ['https://chat.example.org:8065/*'],
    });
  });

  it('says by the field what is no address, and adds nothing', async () => {
    const { root, onAdd } = picker();
    const address = root.querySelector<HTMLInputElement>('form input');
    await type(address, 'javascript:alert(1)');
    await submit(root);
    expect(onAdd).not.toHaveBeenCalled();
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('error.site.scheme'));
    expect(address?.value).toBe('javascript:alert(1)');
  });
});

describe('choosing', () => {
  it('adds further addresses to an app that is there already', () => {
    const settings = withApp(SETTINGS, { id: 'alpha', name: 'Alpha', patterns: ['https://two.example/*'] }, 'job');
    expect(settings.apps).toHaveLength(2);
    expect(settings.apps[0]?.patterns).toEqual(['https://alpha.example/*', 'https://two.example/*']);
  });

  it.each([
    ['intranet', 'intranet:8065'],
    ['a-b.example', 'a.b.example'],
    ['bücher.example', 'bucher.example'],
  ])('gives %s and %s different ids that settings accept', (one, other) => {
    const ids = [one, other].map((name) => siteApp(name, 'https://x.example/*').id);
    expect(ids[0]).not.toBe(ids[1]);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,64}$/);
    expect(siteApp('x'.repeat(250), 'https://x.example/*').id).toMatch(/^[a-z0-9-]{1,64}$/);
  });

  it('promises no more than the routes allow', () => {
    expect(visibilityOf({ routes: ['page'] })).toBe('held');
    expect(visibilityOf({ routes: ['page', 'push'] })).toBe('partly');
    expect(visibilityOf({ routes: ['none', 'push'] })).toBe('not-visible');
    expect(visibilityOf({ routes: ['unknown'] })).toBe('unknown');
  });
});

describe('permissions', () => {
  const actions = (granted: boolean, settings: Settings = SETTINGS) => {
    const order: string[] = [];
    let saved = settings;
    const ports = {
      ask: vi.fn((origins: string[]) => {
        order.push(`ask ${origins}`);
        return granted ? Promise.resolve(true) : Promise.reject(new Error('declined'));
      }),
      giveBack: vi.fn((origins: string[]) => Promise.resolve(order.push(`give back ${origins}`))),
      refresh: vi.fn(() => Promise.resolve(order.push('refresh'))),
    };
    const save = (change: (now: Settings) => Settings) => {
      saved = change(saved);
      order.push('save');
      return Promise.resolve(null);
    };
    return { ...appActions(ports, save, settings), order, saved: () => saved };
  };

  it('are asked for before anything is awaited, and a declined app stays chosen', async () => {
    const { onAdd, order, saved } = actions(false);
    onAdd({ id: 'site-x', name: 'x', patterns: ['https://x.example:8065/*'] });
    expect(order[0]).toBe('ask https://x.example/*');
    await settled();
    expect(order).toEqual(['ask https://x.example/*', 'save', 'refresh']);
    expect(saved().apps.at(-1)).toMatchObject({ id: 'site-x', employment: 'job', treatment: 'general' });
  });

  it('are given back when no other app needs them', async () => {
    const shared = {
      ...SETTINGS.apps[1],
      id: 'gamma',
      patterns: ['https://beta.example/*'],
    } as Settings['apps'][number];
    const { onRemove, order } = actions(true, { ...SETTINGS, apps: [...SETTINGS.apps, shared] });
    onRemove('beta');
    await settled();
    expect(order).toEqual(['save', 'refresh']);
    onRemove('alpha');
    await settled();
    expect(order).toContain('give back https://alpha.example/*');
  });
});
