// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { appActions } from '../../components/apps/app-actions.ts';
import { AppPicker } from '../../components/apps/app-picker.tsx';
import { accountApp, isWhole, siteApp, visibilityOf, wholeIds, withApp } from '../../components/apps/choose.ts';
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

describe('only one account', () => {
  const status = (root: HTMLElement) => root.querySelector('form [role=status]');
  const open = async (root: HTMLElement, name: string) => {
    await click(button(root, name));
    return root.querySelector<HTMLInputElement>('form input');
  };

  it('is cut out of the address, which is said before it is added', async () => {
    const { root, onAdd } = picker(['slack']);
    await type(search(root), 'slack');
    const address = await open(root, t('apps.account-one', { app: 'Slack' }));
    expect(status(root)?.textContent).toBe('');
    await type(address, 'https://app.slack.com/client/T0002/C0003?x#y');
    expect(status(root)?.textContent).toBe(
      'Counts while the address of the tab begins with app.slack.com/client/T0002.',
    );
    expect(onAdd).not.toHaveBeenCalled();
    await submit(root);
    expect(onAdd).toHaveBeenCalledWith({
      id: 'slack',
      name: 'Slack (T0002)',
      patterns: ['https://app.slack.com/client/T0002/*'],
    });
    expect(root.querySelector('li form')).toBeNull();
  });

  it('is refused where the address names none, or is of another app', async () => {
    const { root, onAdd } = picker();
    await type(search(root), 'gmail');
    const address = await open(root, t('apps.account-one', { app: 'Gmail' }));
    for (const [text, problem] of [
      ['https://mail.google.com/', t('error.site.no-account')],
      ['https://mail.example/mail/u/1', t('error.site.other-app', { app: 'Gmail' })],
    ] as const) {
      await type(address, text);
      await submit(root);
      expect(root.querySelector('[role=alert]')?.textContent).toBe(problem);
      expect(status(root)?.textContent).toBe('');
    }
    expect(onAdd).not.toHaveBeenCalled();
  });

  it('of any site takes the path as it was left', async () => {
    const { root, onAdd } = picker();
    await click(button(root, t('apps.account-site')));
    const form = [...root.querySelectorAll('form')].at(-1);
    await type(form?.querySelector('input') ?? null, 'http://intranet:8065/night-shift/');
    expect(status(root)?.textContent).toContain('intranet:8065/night-shift.');
    await click(form?.querySelector('button') as HTMLButtonElement);
    expect(onAdd).toHaveBeenCalledWith({
      id: 'site-intranet-1m8065',
      name: 'intranet:8065 (night-shift)',
      patterns: ['http://intranet:8065/night-shift/*'],
    });
  });

  it('is not offered where addresses tell none, and that is said', async () => {
    const { root } = picker();
    for (const { name, accountPath } of CATALOGUE) {
      const label = t('apps.account-one', { app: name });
      const offered = [...root.querySelectorAll('button')].some((one) => one.getAttribute('aria-label') === label);
      expect([name, offered]).toEqual([name, accountPath !== '']);
    }
    const row = [...root.querySelectorAll('li')].find(
      (one) => one.querySelector('h4')?.textContent === 'Microsoft Teams',
    );
    expect(row?.textContent).toContain(t('apps.no-accounts'));
  });
});

describe('choosing accounts', () => {
  const slack = (team: string) =>
    accountApp(CATALOGUE.find(({ id }) => id === 'slack') ?? null, {
      name: team,
      site: 'app.slack.com',
      pattern: `https://app.slack.com/client/${team}/*`,
    });
  const whole = { id: 'slack', name: 'Slack', patterns: ['https://app.slack.com/*'] };

  it('adds each beside the others, with an id of its own', () => {
    let settings = withApp(SETTINGS, slack('T1'), 'job');
    for (const app of [slack('T2'), whole, slack('T3')]) settings = withApp(settings, app, 'job');
    const added = settings.apps.slice(SETTINGS.apps.length);
    expect(added.map(({ id, name }) => [id, name])).toEqual([
      ['slack', 'Slack (T1)'],
      ['slack-2', 'Slack (T2)'],
      ['slack-3', 'Slack'],
      ['slack-4', 'Slack (T3)'],
    ]);
    expect(added.map(isWhole)).toEqual([false, false, true, false]);
  });

  it('still offers the whole app, and adds further addresses to the whole one', () => {
    let settings = withApp(SETTINGS, slack('T1'), 'job');
    expect(wholeIds(settings.apps)).not.toContain('slack');
    settings = withApp(settings, whole, 'job');
    expect(wholeIds(settings.apps)).toContain('slack');
    settings = withApp(settings, { ...whole, patterns: ['https://slack.example/*'] }, 'job');
    expect(settings.apps.at(-1)).toMatchObject({
      id: 'slack-2',
      patterns: ['https://app.slack.com/*', 'https://slack.example/*'],
    });
  });

  it('keeps ids and names within what settings take', () => {
    const long = { name: '\u{1f600}'.repeat(90), site: 'x'.repeat(60), pattern: 'https://x.example/a/*' };
    let settings = SETTINGS;
    for (let n = 0; n < 12; n++) settings = withApp(settings, accountApp(null, long), 'job');
    expect(new Set(settings.apps.map(({ id }) => id)).size).toBe(settings.apps.length);
    for (const { id, name } of settings.apps) {
      expect(id).toMatch(/^[a-z0-9-]{1,64}$/);
      expect(name).not.toMatch(/[\ud800-\udbff]\)/);
    }
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

  it('are of whole sites, and stay while another account needs them', async () => {
    const account = (id: string) => ({
      ...(SETTINGS.apps[0] as Settings['apps'][number]),
      id,
      patterns: [`https://acc.example:8443/${id}/*`],
    });
    const settings = { ...SETTINGS, apps: [account('one'), account('two')] };
    const { onAdd, onRemove, order } = actions(true, settings);
    onAdd({ id: 'three', name: '3', patterns: ['https://acc.example/three/*'] });
    expect(order[0]).toBe('ask https://acc.example/*');
    onRemove('one');
    await settled();
    expect(order.filter((step) => step.startsWith('give'))).toEqual([]);
    const last = actions(true, { ...settings, apps: [account('two')] });
    last.onRemove('two');
    await settled();
    expect(last.order).toContain('give back https://acc.example/*');
  });
});
