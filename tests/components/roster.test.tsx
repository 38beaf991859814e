// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { RosterPart } from '../../components/options/roster-part.tsx';
import { withFreeDays, withRoster } from '../../components/roster/plan.ts';
import type { HoursException, Shift } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { NOW, SETTINGS, ZONE } from './samples.ts';
import { button, change, choose, click, show, t, type } from './screen.tsx';

const calendar = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');

let number = 0;
const event = (start: string, end: string, summary = 'Shift'): string => {
  number += 1;
  return `BEGIN:VEVENT\r\nUID:${number}@example.org\r\nDTSTAMP:20261101T000000Z\r\nDTSTART${start}\r\nDTEND${end}\r\nSUMMARY:${summary}\r\nEND:VEVENT`;
};
const bogota = (clock: string): string => `;TZID=America/Bogota:${clock}`;

/** A day shift on Thursday, a night from Saturday on. */
const TWO = calendar(
  event(bogota('20261126T070000'), bogota('20261126T190000'), 'Day'),
  event(bogota('20261128T190000'), bogota('20261129T070000'), 'Night'),
);

const shift = (date: string, ...spans: Shift['spans']): Shift => ({ kind: 'shift', date, mode: 'instead', spans });
const DAY = { startMinute: 420, endMinute: 1_140 };
const NIGHT = { startMinute: 1_140, endMinute: 1_860 };

async function reader(text: string, answer: Problem | null = null) {
  let saved: Settings | null = null;
  const save = vi.fn(async (change: (settled: Settings) => Settings): Promise<Problem | null> => {
    saved = change(SETTINGS);
    return answer;
  });
  const root = show(<RosterPart settings={SETTINGS} now={NOW} zones={[ZONE, 'Asia/Manila']} save={save} />);
  await click(button(root, t('roster.open')));
  await vi.waitFor(() => button(root, t('roster.choose-file')));
  await type(root.querySelector('textarea') as unknown as HTMLInputElement, text);
  await click(button(root, t('roster.read-pasted')));
  const rows = () => [...root.querySelectorAll('tbody tr')].map((row) => row.children[1]?.textContent);
  return { root, rows, exceptions: () => saved?.employments[0]?.exceptions ?? null };
}

describe('a calendar of shifts', () => {
  it('is shown before anything is saved', async () => {
    const { root, rows, exceptions } = await reader(TWO);
    expect(rows()).toEqual(['07:00–19:00', '19:00–07:00']);
    expect(root.textContent).toContain(t('roster.found', { count: 2, first: 'Nov 26, 2026', last: 'Nov 28, 2026' }));
    expect(exceptions()).toBeNull();
    await click(button(root, t('roster.drop')));
    expect(rows()).toEqual([]);
    expect(exceptions()).toBeNull();
  });

  it('is the whole plan unless the person says otherwise', async () => {
    const { root, exceptions } = await reader(TWO);
    await click(button(root, t('roster.take')));
    expect(exceptions()).toEqual([shift('2026-11-26', DAY), shift('2026-11-27'), shift('2026-11-28', NIGHT)]);
    expect(root.textContent).toContain(t('roster.taken', { count: 2 }));
  });

  it('leaves other days alone when the person says so', async () => {
    const { root, exceptions } = await reader(TWO);
    await choose(root, t('roster.other-days.only'));
    await click(button(root, t('roster.take')));
    expect(exceptions()).toEqual([shift('2026-11-26', DAY), shift('2026-11-28', NIGHT)]);
  });

  it('asks whose clock times without a zone mean, and follows the answer', async () => {
    const { root, rows, exceptions } = await reader(calendar(event(':20261126T070000', ':20261126T190000')));
    expect(root.textContent).toContain(t('roster.floating', { count: 1 }));
    expect(rows()).toEqual(['07:00–19:00']);
    await change(root.querySelector('select'), 'Asia/Manila');
    expect(rows()).toEqual(['18:00–06:00']);
    expect(root.querySelector('select')?.value).toBe('Asia/Manila');
    await click(button(root, t('roster.take')));
    expect(exceptions()).toEqual([shift('2026-11-25', { startMinute: 1_080, endMinute: 1_800 })]);
  });

  it('names what it leaves out: whole days, cancelled and overlong events, shifts on top of each other', async () => {
    const { root } = await reader(
      calendar(
        event(';VALUE=DATE:20261126', ';VALUE=DATE:20261127', 'Training day'),
        event(bogota('20261127T070000'), bogota('20261129T190000'), 'Weekend'),
        event(bogota('20261201T070000'), bogota('20261201T120000')),
        event(bogota('20261201T100000'), bogota('20261201T150000')),
      ),
    );
    expect(root.textContent).toContain(t('roster.whole-days', { count: 1 }));
    expect(root.textContent).toContain('Training day');
    expect(root.textContent).toContain(`Weekend ${t('roster.skipped.too-long')}`);
    expect(root.textContent).toContain(t('roster.overlaps', { count: 1 }));
  });

  it('that cannot be read is refused with its line, and nothing is saved', async () => {
    const { root, rows, exceptions } = await reader(
      TWO.replace('DTSTART;TZID=America/Bogota:20261128T190000', 'DTSTART'),
    );
    const alert = root.querySelector('[role=alert]')?.textContent ?? '';
    expect(alert).toContain('because of line 14');
    expect(rows()).toEqual([]);
    expect(exceptions()).toBeNull();
  });

  it('without a shift in reach says so and offers nothing to take', async () => {
    const { root } = await reader(calendar(event(bogota('20200101T070000'), bogota('20200101T190000'))));
    expect(root.textContent).toContain(t('roster.none', { back: 31, ahead: 366 }));
    expect(root.textContent).not.toContain(t('roster.take'));
  });

  it('keeps the shifts on the page when they could not be saved', async () => {
    const { root, rows } = await reader(TWO, { code: 'settings.too-big', field: '' });
    await click(button(root, t('roster.take')));
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('error.settings.too-big'));
    expect(rows()).toHaveLength(2);
  });

  it('draws a long roster in part, and all of it when asked', async () => {
    const events = Array.from({ length: 80 }, (_, index) => {
      const date = new Date(Date.UTC(2026, 10, 26 + index)).toISOString().slice(0, 10).replaceAll('-', '');
      return event(bogota(`${date}T080000`), bogota(`${date}T160000`));
    });
    const { root, rows } = await reader(calendar(...events));
    expect(rows()).toHaveLength(60);
    await click(button(root, t('roster.show-all', { count: 80 })));
    expect(rows()).toHaveLength(80);
  });
});

describe('taking over a roster', () => {
  it('replaces the hours of its own days, and nothing else', () => {
    const before: HoursException[] = [
      shift('2026-11-26', { startMinute: 0, endMinute: 60 }),
      shift('2026-12-24'),
      { kind: 'shift', date: '2026-11-26', mode: 'extra', spans: [{ startMinute: 1_200, endMinute: 1_260 }] },
      { kind: 'holiday', date: '2026-11-26', name: 'Fair' },
    ];
    expect(withRoster(before, [shift('2026-11-26', DAY)])).toEqual([...before.slice(1), shift('2026-11-26', DAY)]);
  });

  it('fills the days between, over the end of a month', () => {
    const filled = withFreeDays([shift('2026-11-29', DAY), shift('2026-12-02', DAY)]);
    expect(filled.map(({ date, spans }) => [date, spans.length])).toEqual([
      ['2026-11-29', 1],
      ['2026-11-30', 0],
      ['2026-12-01', 0],
      ['2026-12-02', 1],
    ]);
    expect(withFreeDays([])).toEqual([]);
  });
});
