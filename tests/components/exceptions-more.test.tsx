// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { alert, checkbox, choose, FAIR, field, status, type World, world } from './exceptions-world.tsx';
import { JOB } from './samples.ts';
import { button, click, submit, t, type } from './screen.tsx';

describe('public holidays', () => {
  const open = async (there: World): Promise<void> => {
    await click(button(there.root, t('exceptions.open-holidays')));
    await choose(field(there.root, t('exceptions.country')), 'ES');
  };

  it('are not read before they are asked for, and then of one country', async () => {
    const there = await world(JOB);
    expect(there.holidays.index).not.toHaveBeenCalled();
    await click(button(there.root, t('exceptions.open-holidays')));
    expect(there.holidays.country).not.toHaveBeenCalled();
    await choose(field(there.root, t('exceptions.country')), 'ES');
    expect(there.holidays.country.mock.calls).toEqual([['ES']]);
    expect(there.root.textContent).toContain('Thanks to them.');
    expect(there.root.querySelector('dialog a')?.getAttribute('href')).toBe('https://licence.example/');
  });

  it('are added as chosen, no day twice, and taken back together', async () => {
    const there = await world({ ...JOB, exceptions: [FAIR] });
    await open(there);
    await click(checkbox(there.root, '2027'));
    await choose(field(there.root, t('exceptions.place')), 'MD');
    expect(checkbox(there.root, 'December 8, 2026').disabled).toBe(true);
    await click(checkbox(there.root, 'January 1, 2026'));
    await submit(there.root);
    const added = there.job().exceptions.slice(1);
    expect(added).toEqual([
      { kind: 'holiday', date: '2026-05-02', name: 'Dos de Mayo' },
      { kind: 'holiday', date: '2027-01-01', name: 'New Year' },
      { kind: 'holiday', date: '2027-05-02', name: 'Dos de Mayo' },
      { kind: 'holiday', date: '2027-12-08', name: 'Immaculate' },
    ]);
    expect(status(there.root)).toContain(t('exceptions.holidays-added', { count: 4 }));
    await click(button(there.root, t('exceptions.undo')));
    expect(there.job().exceptions).toEqual([FAIR]);
  });

  it('of the country before are gone while the next one is being read', async () => {
    const there = await world(JOB);
    await open(there);
    expect(there.root.textContent).toContain('Immaculate');
    there.holidays.country.mockReturnValueOnce(new Promise(() => {}));
    await choose(field(there.root, t('exceptions.country')), 'UY');
    expect(there.root.textContent).not.toContain('Immaculate');
  });

  it('that cannot be read say so, and another country can be chosen', async () => {
    const there = await world(JOB);
    await open(there);
    await choose(field(there.root, t('exceptions.country')), 'UY');
    expect(alert(there.root)).not.toBeNull();
    expect(there.root.textContent).not.toContain('Immaculate');
    await choose(field(there.root, t('exceptions.country')), 'ES');
    expect(alert(there.root)).toBeNull();
    expect(there.root.textContent).toContain('Immaculate');
  });
});

describe('what returns every week', () => {
  it('is added beside what is there, ended on a day, removed and brought back', async () => {
    const { root, job } = await world(JOB);
    await click(button(root, t('exceptions.windows-add')));
    await click(checkbox(root, 'Friday'));
    await submit(root);
    const care = job().windows?.[0];
    expect(care).toMatchObject({ kind: 'care', validFrom: '2026-11-26' });
    expect(care?.pattern.days.map((spans) => spans.length)).toEqual([1, 1, 1, 1, 0, 0, 0]);
    const sentence = 'Care: Mon–Thu 16:00–17:00, from November 26, 2026';
    expect(status(root)).toContain(sentence);

    await click(button(root, t('exceptions.end-one', { what: sentence })));
    await type(field(root, t('exceptions.window-last')), '2026-11-01');
    await submit(root);
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('error.hours.last-before-first'));
    await type(field(root, t('exceptions.window-last')), '2026-12-31');
    await submit(root);
    expect(job().windows?.[0]?.validUntil).toBe('2027-01-01');

    const ended = `${sentence} to December 31, 2026`;
    await click(button(root, t('exceptions.remove-one', { what: ended })));
    expect(job().windows).toEqual([]);
    expect(root.textContent).toContain(t('exceptions.windows-none'));
    await click(button(root, t('exceptions.undo')));
    expect(job().windows?.[0]?.validUntil).toBe('2027-01-01');
  });

  it('asks for the pay of on-call duty only', async () => {
    const { root, job } = await world(JOB);
    await click(button(root, t('exceptions.windows-add')));
    expect(root.textContent).not.toContain(t('exceptions.pay'));
    await choose(field(root, t('exceptions.what')), 'on-call');
    await click(root.querySelectorAll<HTMLInputElement>('dialog input[type=radio]')[1] as HTMLElement);
    await submit(root);
    expect(job().windows?.[0]).toMatchObject({ kind: 'on-call', pay: 'unpaid' });
  });

  it('names a day without any days chosen', async () => {
    const { root, job } = await world(JOB);
    await click(button(root, t('exceptions.windows-add')));
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) await click(checkbox(root, day));
    await submit(root);
    expect(alert(root)?.textContent).toBe(t('error.hours.window-empty'));
    expect(alert(root)?.closest('fieldset')?.querySelector('legend')?.textContent).toBe(t('exceptions.weekdays'));
    expect(job().windows).toBeUndefined();
  });
});
