// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { HoursException } from '../../utils/core/hours/types.ts';
import { dayButton, FAIR, LEAVE, PAST, press, status, WORD, world } from './exceptions-world.tsx';
import { JOB } from './samples.ts';
import { button, click, t } from './screen.tsx';

describe('the year of a job', () => {
  it('waits for hours', async () => {
    const { root } = await world();
    expect(root.textContent).toBe(t('exceptions.hours-first'));
  });

  it('says the kind of each day in words and by a letter, and its hours', async () => {
    const { root } = await world({ ...JOB, exceptions: [LEAVE, FAIR] });
    expect(dayButton(root, '2026-12-08').getAttribute('aria-label')).toBe(
      'Tuesday, December 8: Public holiday; no hours',
    );
    expect(dayButton(root, '2026-12-08').querySelector('[data-letters]')?.getAttribute('data-letters')).toBe('H');
    expect(dayButton(root, '2026-12-09').getAttribute('aria-label')).toBe('Wednesday, December 9: 09:00–17:00');
    expect(root.querySelector('[aria-current=date]')?.getAttribute('data-date')).toBe('2026-11-26');
    expect(root.querySelectorAll('table caption')).toHaveLength(12);
  });

  it('is one stop for Tab, and the arrow keys go on into the next year', async () => {
    const { root } = await world(JOB);
    const reached = (): (string | null)[] =>
      [...root.querySelectorAll('[data-date][tabindex="0"]')].map((day) => day.getAttribute('data-date'));
    expect(reached()).toEqual(['2026-11-26']);
    await press(dayButton(root, '2026-11-26'), 'PageDown');
    await press(document.activeElement, 'ArrowDown');
    expect(reached()).toEqual(['2027-01-02']);
    expect(document.activeElement?.getAttribute('data-date')).toBe('2027-01-02');
  });

  it('can be turned', async () => {
    const { root } = await world({ ...JOB, exceptions: [LEAVE] });
    await click(button(root, t('exceptions.next-year')));
    expect(root.textContent).toContain(t('exceptions.in-year', { year: '2027' }));
    expect(dayButton(root, '2027-01-03').getAttribute('aria-label')).toContain('Leave');
  });

  it('has one part per job, under its name', async () => {
    const { root } = await world(JOB, { ...JOB, id: 'two', label: 'Freelance', exceptions: [FAIR] });
    expect([...root.querySelectorAll('h3')].map((one) => one.textContent)).toEqual(['Support', 'Freelance']);
    expect(root.querySelectorAll('h4')).toHaveLength(4);
    expect(root.querySelectorAll('[data-date="2026-12-08"][aria-label*="holiday"]')).toHaveLength(1);
  });
});

describe('the list', () => {
  it('folds away what is over, and leaves out what was a word for a moment', async () => {
    const { root } = await world({ ...JOB, exceptions: [LEAVE, PAST, WORD, FAIR] });
    const rows = (): (string | undefined)[] =>
      [...root.querySelectorAll('section li > span:nth-child(2)')].map((row) => row.textContent);
    expect(rows()).toEqual([
      'Tue, December 8: public holiday (Fair)',
      'Mon, December 21 to Sun, January 3, 2027: annual leave',
    ]);
    await click(button(root, t('exceptions.earlier', { count: 1 })));
    expect(rows()[0]).toBe('Fri, May 1: public holiday (Labour Day)');
    expect(root.textContent).not.toContain('WORD');
  });

  it('removes one and brings it back in its place, keeping what came meanwhile', async () => {
    const { root, job, meanwhile } = await world({ ...JOB, exceptions: [LEAVE, FAIR] });
    const remove = t('exceptions.remove-one', { what: 'Mon, December 21 to Sun, January 3, 2027: annual leave' });
    await click(button(root, remove));
    expect(job().exceptions).toEqual([FAIR]);
    expect(status(root)).toContain('Removed: Mon, December 21');
    expect(document.activeElement?.tagName).toBe('SECTION');
    meanwhile((settings) => ({
      ...settings,
      employments: settings.employments.map((one) => ({ ...one, exceptions: [...one.exceptions, WORD] })),
    }));
    await click(button(root, t('exceptions.undo')));
    expect(job().exceptions).toEqual([LEAVE, FAIR, WORD]);
    expect(status(root)).toContain(t('exceptions.undone'));
  });

  it('says why something was not removed', async () => {
    const shifts = { ...JOB, hours: [], exceptions: [shift('2026-12-01')] };
    const { root, job } = await world(shifts);
    await click(button(root, t('exceptions.remove-one', { what: SHIFT_SENTENCE })));
    expect(status(root)).toContain(t('error.hours.no-spans'));
    expect(job().exceptions).toHaveLength(1);
  });
});

const SHIFT_SENTENCE = 'Tue, December 1: 09:00–13:00 instead of the usual hours';
function shift(date: string): HoursException {
  return { kind: 'shift', date, mode: 'instead', spans: [{ startMinute: 540, endMinute: 780 }] };
}
