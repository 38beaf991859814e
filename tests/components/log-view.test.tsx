// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LogView, type LogViewProps } from '../../components/log/log-view.tsx';
import { keepFilter, readKeptFilter } from '../../entrypoints/log/kept-filter.ts';
import { type LogFilter, NO_FILTER } from '../../utils/core/insight/filter.ts';
import { cellFilter } from '../../utils/core/insight/heat.ts';
import { NOW } from './samples.ts';
import { again, button, change, choose, click, show, t, type } from './screen.tsx';

const view = (part: Partial<LogViewProps> = {}) => (
  <LogView
    now={NOW}
    week={null}
    apps={[{ id: 'alpha', name: 'Alpha' }]}
    appName={String}
    logBroken={false}
    size={0}
    found={{ seqs: new Uint32Array(), complete: true }}
    readRows={async () => []}
    contacts={[]}
    filter={NO_FILTER}
    task={null}
    onFilter={() => {}}
    onCheck={() => {}}
    onExport={() => {}}
    onCancel={() => {}}
    {...part}
  />
);
const field = <E extends HTMLInputElement | HTMLSelectElement>(root: HTMLElement, name: string): E => {
  const label = [...root.querySelectorAll('label')].find((one) => one.textContent === name);
  const found = root.querySelector<E>(`#${label?.htmlFor ?? 'none'}`);
  if (found === null) throw new Error(`no field “${name}”`);
  return found;
};

describe('the title of the page', () => {
  it('has beside it what concerns the whole log', async () => {
    const onLock = vi.fn();
    const root = show(
      view({
        action: (
          <button type="button" onClick={onLock}>
            {t('vault.lock')}
          </button>
        ),
      }),
    );
    await click(button(root.querySelector('header') as HTMLElement, t('vault.lock')));
    expect(onLock).toHaveBeenCalledOnce();
    expect(document.activeElement).not.toBe(root.querySelector('h1'));
  });

  it('gets the focus where the log took the place of something else', () => {
    const root = show(view({ focusTitle: true }));
    expect(document.activeElement).toBe(root.querySelector('h1'));
  });
});

describe('the filter', () => {
  it('is changed field by field', async () => {
    const onFilter = vi.fn();
    const root = show(view({ onFilter }));
    await type(field(root, t('log.search')), 'ana');
    await change(field(root, t('log.app')), 'alpha');
    await choose(root, t('log.only-after'));
    await click(button(root, t('log.more-filters')));
    await change(field(root, t('log.filter-kind')), 'coverage');
    await change(field(root, t('log.filter-treatment')), 'flag');
    await change(field(root, t('log.filter-certainty')), 'reported');
    const changes: Partial<LogFilter>[] = [
      { search: 'ana' },
      { app: 'alpha' },
      { afterHours: true },
      { kind: 'coverage' },
      { treatment: 'flag' },
      { certainty: 'reported' },
    ];
    expect(onFilter.mock.calls).toEqual(changes.map((one) => [{ ...NO_FILTER, ...one }]));
  });

  it('shows what no field shows, each to be taken off', async () => {
    const onFilter = vi.fn();
    const filter = { ...cellFilter(6, 21), sender: 'Ana' };
    const root = show(view({ filter, onFilter }));
    const off = (what: string) => click(button(root, t('log.take-off', { what })));
    await off('Sunday');
    await off('21:00–22:00');
    await off('Ana');
    await click(button(root, t('log.clear')));
    expect(onFilter.mock.calls).toEqual([
      [{ ...filter, weekdays: 0 }],
      [{ ...filter, fromMinute: 0, untilMinute: 1_440 }],
      [{ ...filter, sender: '' }],
      [NO_FILTER],
    ]);
  });

  it.each([
    [0b0011111, 'Mon–Fri'],
    [0b1000001, 'Mon, Sun'],
  ])('names the days %s', (weekdays, words) => {
    const root = show(view({ filter: { ...NO_FILTER, weekdays } }));
    expect(button(root, t('log.take-off', { what: words }))).toBeDefined();
  });

  it('says how many were found in a place that was there before', () => {
    const root = show(view());
    const status = root.querySelector('[role="status"]');
    const filter = { ...NO_FILTER, search: 'ana' };
    again(root, view({ filter, found: { seqs: Uint32Array.of(2, 1), complete: false } }));
    expect(status?.textContent).toBe(t('log.found-yet', { count: 2 }));
    again(root, view({ filter, found: { seqs: Uint32Array.of(2), complete: true } }));
    expect(status?.textContent).toBe(t('log.found', { count: 1 }));
    expect(status?.isConnected).toBe(true);
  });

  it('says that nothing was found only once all was read', () => {
    const filter = { ...NO_FILTER, search: 'ana' };
    const root = show(view({ filter, found: { seqs: new Uint32Array(), complete: false } }));
    expect(root.textContent).not.toContain(t('log.none-filtered'));
    again(root, view({ filter, found: { seqs: new Uint32Array(), complete: true } }));
    expect(root.textContent).toContain(t('log.none-filtered'));
    again(root, view());
    expect(root.textContent).toContain(t('log.none'));
  });

  it('set by a picture leads to the entries, with the focus', async () => {
    const onFilter = vi.fn();
    let showThem = (_: LogFilter): void => {};
    const root = show(
      view({
        onFilter,
        insight: (given) => {
          showThem = given;
          return null;
        },
      }),
    );
    await act(() => showThem(cellFilter(0, 20)));
    expect(onFilter).toHaveBeenCalledWith(cellFilter(0, 20));
    expect(document.activeElement?.contains(field(root, t('log.search')))).toBe(true);
  });
});

describe('the filter of a tab', () => {
  beforeEach(() => sessionStorage.clear());

  it('is there again after a reload', () => {
    const filter = { ...cellFilter(6, 21), search: 'ana' };
    keepFilter(filter);
    expect(readKeptFilter()).toEqual(filter);
  });

  it.each(['', 'nonsense', 'null', '[1]', '{"weekdays":"all","search":5,"strange":true}'])(
    'is none where %j is kept',
    (kept) => {
      sessionStorage.setItem('log.filter', kept);
      expect(readKeptFilter()).toEqual(NO_FILTER);
    },
  );
});
