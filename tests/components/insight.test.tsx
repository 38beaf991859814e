// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { HeatMapTable, moved } from '../../components/insight/heat-map.tsx';
import { PatternsList, patternWords } from '../../components/insight/patterns-list.tsx';
import { WeeksTable } from '../../components/insight/weeks-table.tsx';
import { NO_FILTER } from '../../utils/core/insight/filter.ts';
import type { Pattern } from '../../utils/core/insight/patterns.ts';
import type { WeekOfContacts } from '../../utils/core/insight/weeks.ts';
import { button, click, show, t } from './screen.tsx';

describe('the picture by weekday and hour', () => {
  const counts = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  if (counts[6]) counts[6][21] = 9;
  if (counts[0]) counts[0][7] = 1;
  const picture = (onPick = vi.fn()) => show(<HeatMapTable map={{ counts, most: 9, total: 10 }} onPick={onPick} />);
  const cell = (root: HTMLElement, name: string): HTMLButtonElement => button(root, name);

  it('is a table with a heading for each day and hour, and a number in each cell that is not empty', () => {
    const root = picture();
    expect(root.querySelectorAll('[role="grid"] th[scope="col"]')).toHaveLength(25);
    expect([...root.querySelectorAll('th[scope="row"]')].map((one) => one.lastChild?.textContent)).toContain('Sunday');
    expect([...root.querySelectorAll('td button')].map((one) => one.textContent).filter(Boolean)).toEqual(['1', '9']);
    expect(cell(root, 'Monday 07:00–08:00: 1 contact').textContent).toBe('1');
  });

  it('leads to the entries of a cell, but not of an empty one', async () => {
    const onPick = vi.fn();
    const root = picture(onPick);
    await click(cell(root, 'Sunday 21:00–22:00: 9 contacts'));
    await click(cell(root, 'Sunday 22:00–23:00: 0 contacts'));
    expect(onPick.mock.calls).toEqual([[6, 21]]);
  });

  it('is one stop of the Tab key, on the fullest cell, and arrow keys move on', async () => {
    const root = picture();
    const stops = () => [...root.querySelectorAll('button[tabindex="0"]')].map((one) => one.getAttribute('aria-label'));
    expect(stops()).toEqual(['Sunday 21:00–22:00: 9 contacts']);
    cell(root, 'Sunday 21:00–22:00: 9 contacts').focus();
    await act(() => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Sunday 20:00–21:00: 0 contacts');
    expect(stops()).toEqual(['Sunday 20:00–21:00: 0 contacts']);
  });

  it.each([
    ['ArrowRight', false, { weekday: 3, hour: 13 }],
    ['ArrowDown', false, { weekday: 4, hour: 12 }],
    ['Home', false, { weekday: 3, hour: 0 }],
    ['End', false, { weekday: 3, hour: 23 }],
    ['ArrowRight', true, { weekday: 4, hour: 12 }],
    ['ArrowUp', true, { weekday: 3, hour: 11 }],
    ['End', true, { weekday: 6, hour: 12 }],
    ['Tab', false, null],
  ])('moves by %s (on its side: %s)', (key, turned, place) => {
    expect(moved({ weekday: 3, hour: 12 }, key, turned)).toEqual(place);
  });
});

const PATTERN: Pattern = {
  kind: 'sender-weekday',
  count: 9,
  of: 12,
  sender: 'Ana',
  weekday: 7,
  hour: 21,
  minute: null,
  hits: [true, false],
  filter: { ...NO_FILTER, sender: 'Ana' },
};

describe('patterns', () => {
  it.each<[string, Partial<Pattern>]>([
    ['9 of the last 12 Sundays, mostly between 21:00 and 22:00', {}],
    ['9 of the last 12 Sundays', { hour: null }],
    ['9 of the last 12 Saturdays', { kind: 'weekend', sender: '', weekday: 6, hour: null }],
    ['9 of the last 12 days from Monday to Friday', { kind: 'sender-weekdays', hour: null }],
    ['9 of the last 12 evenings from Monday to Friday, after 18:00', { kind: 'evenings' }],
    [
      'within 15 minutes after 17:00, when your hours end: 9 of the last 12 times',
      { kind: 'after-end', minute: 1_020 },
    ],
  ])('%s', (words, part) => {
    expect(patternWords(t, { ...PATTERN, ...part })).toBe(words);
  });

  it('show the entries that they were read from', async () => {
    const onPick = vi.fn();
    const anybody = { ...PATTERN, kind: 'weekend', sender: '' } as const;
    const root = show(<PatternsList patterns={[PATTERN, anybody]} onPick={onPick} />);
    expect([...root.querySelectorAll('strong')].map((one) => one.textContent)).toEqual(['Ana', t('insight.anybody')]);
    await click(button(root, `${t('insight.show')}: Ana, ${patternWords(t, PATTERN)}`));
    expect(onPick).toHaveBeenCalledWith(PATTERN);
  });

  it('never become markup', () => {
    const root = show(<PatternsList patterns={[{ ...PATTERN, sender: '<b>\u202Ex</b>' }]} onPick={() => {}} />);
    expect(root.querySelector('b')).toBeNull();
    expect(root.querySelector('bdi')?.textContent).toContain('⟦U+202E⟧');
  });
});

describe('weeks', () => {
  const HOUR = 3_600_000;
  const week = (monday: string, part: Partial<WeekOfContacts> = {}): WeekOfContacts => ({
    monday,
    afterHours: 3,
    inHours: null,
    rest: null,
    ...part,
  });
  const table = (weeks: WeekOfContacts[], part: Partial<Parameters<typeof WeeksTable>[0]> = {}) =>
    show(<WeeksTable weeks={weeks} unwatched={[]} onPick={() => {}} onEarlier={null} {...part} />);
  const cells = (root: HTMLElement): (string | null)[][] =>
    [...root.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')].map((one) => one.textContent));

  it('say the shortest undisturbed rest, rounded down, and that no rule was set', () => {
    const rest = { by: 'undisturbed', leastMs: 9.74 * HOUR } as const;
    const root = table([week('2026-11-16', { inHours: 1_200, rest }), week('2026-11-09')]);
    expect(cells(root)).toEqual([
      ['3', '1,200', '9.5 hours'],
      ['3', '–', '–'],
    ]);
    expect(root.textContent).toContain(t('insight.by-nothing'));
    expect(root.textContent).not.toContain('breach:');
  });

  it('speak of possible breaches only, and by which rules', () => {
    const rules = (dailyBroken: number, weeklyBroken: number) =>
      ({ rest: { by: 'rules', dailyBroken, weeklyBroken } }) as const;
    const root = table([
      week('2026-11-16', rules(2, 1)),
      week('2026-11-09', rules(1, 0)),
      week('2026-11-02', rules(0, 0)),
    ]);
    expect(cells(root).map((row) => row[2])).toEqual([
      'possible breach: 2 daily rests · possible breach: the weekly rest',
      'possible breach: 1 daily rest',
      'none broken',
    ]);
    expect(root.textContent).toContain(t('insight.by-rules'));
  });

  it('say where nothing was watched, rather than that a rest was long', () => {
    const rest = { by: 'undisturbed', leastMs: 24 * HOUR } as const;
    const root = table([week('2026-11-16', { rest })], { unwatched: ['2026-11-16'] });
    expect(cells(root)[0]?.[2]).toBe(t('insight.unwatched'));
  });

  it('lead to the entries of a week, and to earlier weeks', async () => {
    const [onPick, onEarlier] = [vi.fn(), vi.fn()];
    const root = table([week('2026-11-16')], { onPick, onEarlier });
    await click(root.querySelector('tbody button') as HTMLElement);
    await click(button(root, t('insight.earlier-weeks')));
    expect(onPick).toHaveBeenCalledWith('2026-11-16');
    expect(onEarlier).toHaveBeenCalledOnce();
  });
});
