// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { HoursEditor } from '../../components/hours/hours-editor.tsx';
import type { Employment, HoursPattern, Season } from '../../utils/core/hours/types.ts';
import { JOB, NOW, ZONE } from './samples.ts';
import { button, change, choose, click, show, submit, t, type } from './screen.tsx';

const MORNING = [{ startMinute: 8 * 60, endMinute: 15 * 60 }];
const SHORT: HoursPattern = { kind: 'weekly', days: [MORNING, MORNING, MORNING, MORNING, MORNING, [], []] };
const SUMMER: Season = { from: '07-01', until: '09-01', pattern: SHORT };
const SENTENCE = 'July 1 to August 31: Mon–Fri 08:00–15:00';

const withSeasons = (...seasons: readonly Season[]): Employment => ({
  ...JOB,
  hours: JOB.hours.map((version) => ({ ...version, seasons })),
});

const editor = (employment: Employment) => {
  const onSave = vi.fn(async (_: Employment) => null);
  const root = show(
    <HoursEditor
      {...{ employment, onSave }}
      defaultFrom="2026-11-23"
      now={NOW}
      zones={[ZONE]}
      deviceZone={ZONE}
      saveLabel="Save"
    />,
  );
  return { root, saved: () => onSave.mock.lastCall?.[0].hours[0]?.seasons, onSave };
};

const rows = (root: HTMLElement) => [...root.querySelectorAll('li > span')].map((row) => row.textContent);
const select = (root: HTMLElement, what: 'first' | 'last', part: 'day' | 'month') =>
  root.querySelector<HTMLSelectElement>(
    `select[aria-label="${t(`hours.season-${part}-of`, { what: t(`hours.season-${what}`) })}"]`,
  );

describe('parts of the year in the editor', () => {
  it('are told in sentences and folded away', () => {
    const { root } = editor(withSeasons(SUMMER));
    expect(rows(root)).toEqual([SENTENCE]);
    expect(root.querySelector('select[aria-label*="day"]')).toBeNull();
  });

  it('one is added with days, months and hours of its own, and saved with the rest', async () => {
    const { root, saved, onSave } = editor(JOB);
    await click(button(root, t('hours.season-add')));
    expect(document.activeElement).toBe(select(root, 'first', 'day'));
    await change(select(root, 'first', 'day'), '15');
    await change(select(root, 'first', 'month'), '06');
    await change(select(root, 'last', 'month'), '09');
    await change(select(root, 'last', 'day'), '15');
    const season = root.querySelector<HTMLElement>('li fieldset') as HTMLElement;
    await type(season.querySelector(`input[aria-label="${t('hours.end-on', { day: 'Monday' })}"]`), '15:00');
    expect(rows(root)).toEqual(['June 15 to September 15: Mon 09:00–15:00; Tue–Fri 09:00–17:00']);
    await submit(root);
    const pattern = JOB.hours[0]?.pattern as Extract<HoursPattern, { kind: 'weekly' }>;
    const days = pattern.days.map((day, index) => (index === 0 ? [{ startMinute: 540, endMinute: 900 }] : day));
    expect(saved()).toEqual([{ from: '06-15', until: '09-16', pattern: { kind: 'weekly', days } }]);
    expect(onSave.mock.lastCall?.[0].hours[0]?.pattern).toEqual(pattern);
  });

  it('one is changed in place, and can be a rotation', async () => {
    const { root, saved } = editor(withSeasons(SUMMER));
    await click(button(root, t('hours.season-edit-one', { what: SENTENCE })));
    await choose(root.querySelector('li fieldset') as HTMLElement, t('hours.repeat.rotating'));
    expect(rows(root)).toEqual(['July 1 to August 31: a rotation of 7 days']);
    await click(button(root, t('hours.season-done-one', { what: 'July 1 to August 31: a rotation of 7 days' })));
    expect(root.querySelector('li fieldset')).toBeNull();
    await submit(root);
    expect(saved()?.[0]?.pattern).toMatchObject({ kind: 'rotating', anchor: '2026-11-23', days: SHORT.days });
  });

  it('one is removed, and brought back by undo; the focus stays in the part', async () => {
    const { root, saved, onSave } = editor(withSeasons(SUMMER));
    await click(button(root, t('hours.season-remove-one', { what: SENTENCE })));
    expect(rows(root)).toEqual([]);
    expect(document.activeElement?.querySelector('legend')?.textContent).toBe(t('hours.seasons'));
    await submit(root);
    expect(onSave).toHaveBeenCalledOnce();
    expect(saved()).toBeUndefined();
    await click(button(root, t('hours.undo')));
    expect(rows(root)).toEqual([SENTENCE]);
    await submit(root);
    expect(saved()).toEqual([SUMMER]);
  });

  it('typing in one field is one step to undo, also where the usual hours have such a field', async () => {
    const { root } = editor(withSeasons(SUMMER));
    await click(button(root, t('hours.season-edit-one', { what: SENTENCE })));
    const ends = () => [
      ...root.querySelectorAll<HTMLInputElement>(`input[aria-label="${t('hours.end-on', { day: 'Monday' })}"]`),
    ];
    for (const text of ['1', '18:00']) await type(ends()[0] ?? null, text);
    for (const text of ['1', '14:00']) await type(ends()[1] ?? null, text);
    expect(ends().map(({ value }) => value)).toEqual(['18:00', '14:00']);
    await click(button(root, t('hours.undo')));
    expect(ends().map(({ value }) => value)).toEqual(['18:00', '15:00']);
    await click(button(root, t('hours.undo')));
    expect(ends().map(({ value }) => value)).toEqual(['17:00', '15:00']);
    expect(button(root, t('hours.undo')).disabled).toBe(true);
  });

  it('what is wrong is opened and said at its field, and nothing is saved', async () => {
    const { root, onSave } = editor(withSeasons(SUMMER, { ...SUMMER, from: '12-15', until: '01-10' }));
    await click(button(root, t('hours.season-edit-one', { what: 'December 15 to January 9: Mon–Fri 08:00–15:00' })));
    await change(select(root, 'first', 'month'), '08');
    await click(button(root, t('hours.season-edit-one', { what: SENTENCE })));
    expect(select(root, 'first', 'month')?.value).toBe('07');
    await submit(root);
    expect(onSave).not.toHaveBeenCalled();
    expect(select(root, 'first', 'month')?.value).toBe('08');
    const alerts = [...root.querySelectorAll('[role=alert]')];
    expect(alerts.map((one) => one.textContent)).toEqual([
      'The seasons from July 1 and from August 15 overlap: change one of them.',
    ]);
    expect(select(root, 'first', 'month')?.getAttribute('aria-describedby')).toBe(alerts[0]?.id);
    expect(select(root, 'last', 'month')?.getAttribute('aria-invalid')).toBeNull();
    await change(select(root, 'first', 'month'), '11');
    expect(root.querySelector('[role=alert]')).toBeNull();
  });

  it('a wrong time is marked in the season and not in the usual hours', async () => {
    const { root } = editor(withSeasons(SUMMER));
    await click(button(root, t('hours.season-edit-one', { what: SENTENCE })));
    const name = t('hours.end-on', { day: 'Monday' });
    const ends = () => [...root.querySelectorAll<HTMLInputElement>(`input[aria-label="${name}"]`)];
    await type(ends()[1] ?? null, 'late');
    await submit(root);
    expect(ends().map((end) => end.getAttribute('aria-invalid'))).toEqual([null, 'true']);
    expect(root.querySelectorAll('[role=alert]')).toHaveLength(1);
  });

  it('there are twelve at most', async () => {
    const all = Array.from({ length: 12 }, (_, month): Season => {
      const from = String(month + 1).padStart(2, '0');
      return { from: `${from}-01`, until: `${from}-02`, pattern: SHORT };
    });
    const { root } = editor(withSeasons(...all));
    expect(root.textContent).not.toContain(t('hours.season-add'));
    expect(editor(withSeasons(...all.slice(1))).root.textContent).toContain(t('hours.season-add'));
  });
});
