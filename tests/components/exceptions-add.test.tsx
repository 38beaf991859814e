// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { HoursException } from '../../utils/core/hours/types.ts';
import { alert, choose, dayButton, FAIR, field, LEAVE, status, world } from './exceptions-world.tsx';
import { at, JOB } from './samples.ts';
import { button, click, submit, t, type } from './screen.tsx';

describe('adding a day', () => {
  it('begins with the day that was chosen, and says what it has already', async () => {
    const { root } = await world({ ...JOB, exceptions: [FAIR] });
    await click(dayButton(root, '2026-12-08'));
    expect(field(root, t('exceptions.first-day')).value).toBe('2026-12-08');
    expect(root.querySelector('dialog')?.textContent).toContain('Tue, December 8: public holiday (Fair)');
  });

  it('saves leave up to the first day back, and can be undone', async () => {
    const { root, job } = await world({ ...JOB, exceptions: [FAIR] });
    dayButton(root, '2026-12-21').focus();
    await click(dayButton(root, '2026-12-21'));
    field(root, t('exceptions.last-day')).focus();
    await type(field(root, t('exceptions.last-day')), '2027-01-03');
    await submit(root);
    expect(job().exceptions).toEqual([FAIR, LEAVE]);
    expect(root.querySelector('dialog')).toBeNull();
    expect(document.activeElement?.getAttribute('data-date')).toBe('2026-12-21');
    expect(status(root)).toContain('Added: Mon, December 21 to Sun, January 3, 2027: annual leave');
    await click(button(root, t('exceptions.undo')));
    expect(job().exceptions).toEqual([FAIR]);
  });

  it('shows a mistake at its field and loses nothing, also through another kind', async () => {
    const { root, job } = await world(JOB);
    await click(dayButton(root, '2026-12-01'));
    await choose(field(root, t('exceptions.what')), 'overtime');
    await type(field(root, t('exceptions.reason')), 'Year end');
    await type(field(root, t('exceptions.time-of', { what: t('exceptions.to') })), '17:00');
    await submit(root);
    expect(alert(root)?.textContent).toBe(t('error.hours.override-empty'));
    expect(alert(root)?.closest('fieldset')?.querySelector('legend')?.textContent).toBe(t('exceptions.to'));
    expect(job().exceptions).toEqual([]);
    await choose(field(root, t('exceptions.what')), 'holiday');
    expect(alert(root)).toBeNull();
    await choose(field(root, t('exceptions.what')), 'overtime');
    expect(field(root, t('exceptions.reason')).value).toBe('Year end');
    await type(field(root, t('exceptions.time-of', { what: t('exceptions.to') })), '21:00');
    await submit(root);
    expect(job().exceptions).toEqual([
      { kind: 'overtime', from: at('2026-12-01', '18:00'), until: at('2026-12-01', '21:00'), reason: 'Year end' },
    ]);
  });

  it('names the span that is wrong', async () => {
    const { root } = await world(JOB);
    await click(dayButton(root, '2026-12-01'));
    await choose(field(root, t('exceptions.what')), 'shift');
    await click(button(root, t('exceptions.add-hours')));
    await submit(root);
    expect(alert(root)?.textContent).toBe(t('error.hours.time'));
    expect(field(root, t('exceptions.start', { number: 2 })).getAttribute('aria-describedby')).toBe(alert(root)?.id);
    expect(field(root, t('exceptions.start', { number: 1 })).getAttribute('aria-invalid')).toBeNull();
  });

  it('changes one job and no other', async () => {
    const { root, job } = await world(JOB, { ...JOB, id: 'two', label: 'Freelance', exceptions: [FAIR] });
    await click(dayButton(root, '2026-12-21'));
    await submit(root);
    expect(job('job').exceptions).toHaveLength(1);
    expect(job('two').exceptions).toEqual([FAIR]);
  });

  it('does not take the same twice', async () => {
    const { root, job } = await world({ ...JOB, exceptions: [shift('2026-12-01')] });
    await click(dayButton(root, '2026-12-01'));
    await choose(field(root, t('exceptions.what')), 'shift');
    await submit(root);
    expect(alert(root)?.textContent).toBe(t('error.hours.exception-twice'));
    expect(job().exceptions).toHaveLength(1);
  });

  it('stays open with what the background refused', async () => {
    const { root, refuse } = await world(JOB);
    refuse({ code: 'settings.too-big', field: '' });
    await click(dayButton(root, '2026-12-01'));
    await submit(root);
    expect(alert(root)?.textContent).toBe(t('error.settings.too-big'));
    expect(status(root)).toBe('');
  });

  it.each([
    ['leave', 'exceptions.private'],
    ['care', 'exceptions.private-care'],
  ] as const)('says of %s what no export names', async (kind, key) => {
    const { root } = await world(JOB);
    await click(button(root, t('exceptions.open-add')));
    await choose(field(root, t('exceptions.what')), kind);
    expect(root.querySelector('dialog')?.textContent).toContain(t(key));
  });

  it('takes a break once, says it in the list, and can be undone', async () => {
    const { root, job } = await world(JOB);
    await click(dayButton(root, '2026-12-01'));
    await choose(field(root, t('exceptions.what')), 'break');
    expect(root.querySelector('dialog')?.textContent).not.toContain(t('exceptions.private-care'));
    await type(field(root, t('exceptions.time-of', { what: t('exceptions.from') })), '12:00');
    await type(field(root, t('exceptions.time-of', { what: t('exceptions.to') })), '12:45');
    await submit(root);
    expect(job().exceptions).toEqual([
      { kind: 'break', from: at('2026-12-01', '12:00'), until: at('2026-12-01', '12:45') },
    ]);
    expect(root.querySelector('section')?.textContent).toContain('Tue, December 1, 12:00–12:45: break');
    await click(button(root, t('exceptions.undo')));
    expect(job().exceptions).toEqual([]);
  });

  it('names the zone of the job where times are asked for', async () => {
    const { root } = await world(JOB);
    await click(button(root, t('exceptions.open-add')));
    await choose(field(root, t('exceptions.what')), 'on-call');
    expect(root.querySelector('dialog')?.textContent).toContain(t('exceptions.zone', { zone: 'America/Bogota' }));
  });
});

function shift(date: string): HoursException {
  return { kind: 'shift', date, mode: 'instead', spans: [{ startMinute: 540, endMinute: 780 }] };
}
