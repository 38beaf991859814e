// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { HoursEditor } from '../../components/hours/hours-editor.tsx';
import type { Employment, FlexibleDay, HoursPattern } from '../../utils/core/hours/types.ts';
import { JOB, NOW, ZONE } from './samples.ts';
import { button, choose, click, show, submit, t, type } from './screen.tsx';

const editor = (employment: Employment = JOB) => {
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
  return { root, onSave, saved: () => onSave.mock.lastCall?.[0].hours.at(-1)?.pattern };
};
const withPattern = (pattern: HoursPattern): Employment => ({
  ...JOB,
  hours: [{ validFrom: '2026-01-05', pattern }],
});

/** The input with this label above it, the `nth` of its name. */
const labelled = (root: HTMLElement, name: string, nth = 0): HTMLInputElement | null => {
  const found = [...root.querySelectorAll('label')].filter((label) => label.textContent === name)[nth];
  return root.querySelector(`[id="${found?.htmlFor}"]`);
};
const named = (root: HTMLElement, name: string, nth = 0): HTMLInputElement | null =>
  root.querySelectorAll<HTMLInputElement>(`input[aria-label="${name}"]`)[nth] ?? null;
const day = async (root: HTMLElement, name: string, nth = 0): Promise<void> => {
  const label = [...root.querySelectorAll('label')].filter((one) => one.textContent === name)[nth];
  await click(label?.querySelector('input') ?? root);
};
const bars = (root: HTMLElement) =>
  [...root.querySelectorAll('[aria-hidden] > div > svg')].map((bar) => bar.children.length - 1);
const alerts = (root: HTMLElement) => [...root.querySelectorAll('[role=alert]')].map((one) => one.textContent);

const coreStart = t('hours.start-of', { what: t('hours.flexible-core') });
const coreEnd = t('hours.end-of', { what: t('hours.flexible-core') });
const frameEnd = t('hours.end-of', { what: t('hours.flexible-frame') });

describe('no fixed hours in the editor', () => {
  const BLOCK: HoursPattern = { kind: 'block', blockMinutes: 720, usualEndMinute: 1_260, daysOff: [7] };

  it('are chosen, filled in and saved; the sentence follows', async () => {
    const { root, saved } = editor();
    await choose(root, t('hours.repeat.block'));
    expect(root.textContent).toContain(t('hours.block-says', { start: '06:00', end: '18:00' }));
    await click(button(root, t('hours.block-rest-set', { rest: '8 hours' })));
    await type(labelled(root, t('hours.block-end')), '22:00');
    await day(root, 'Saturday');
    await day(root, 'Friday');
    expect(root.textContent).toContain(t('hours.block-says', { start: '06:00', end: '22:00' }));
    await submit(root);
    expect(saved()).toEqual({ kind: 'block', blockMinutes: 480, usualEndMinute: 1_320, daysOff: [5, 7] });
  });

  it('may have a core after midnight, in a frame that runs over it', async () => {
    const night: FlexibleDay = {
      frame: { startMinute: 1_320, endMinute: 1_800 },
      core: { startMinute: 1_500, endMinute: 1_620 },
      usualStartMinute: 1_320,
      quotaMinutes: 420,
    };
    const { root, saved } = editor(
      withPattern({ kind: 'flexible', days: [night, null, null, null, null, null, null] }),
    );
    expect([named(root, coreStart)?.value, named(root, coreEnd)?.value]).toEqual(['01:00', '03:00']);
    await type(named(root, coreEnd), '03:30');
    await submit(root);
    const longer = { ...night, core: { startMinute: 1_500, endMinute: 1_650 } };
    expect(saved()).toEqual({ kind: 'flexible', days: [longer, null, null, null, null, null, null] });
  });

  it('open as they are, drawn by their usual times, and are saved unchanged', async () => {
    const { root, saved } = editor(withPattern(BLOCK));
    expect(labelled(root, t('hours.block-rest'))?.value).toBe('12:00');
    expect(labelled(root, t('hours.block-end'))?.value).toBe('21:00');
    expect(bars(root)).toEqual([1, 1, 1, 1, 1, 1, 0]);
    expect(named(root, t('hours.start-on', { day: 'Monday' }))).toBeNull();
    await submit(root);
    expect(saved()).toEqual(BLOCK);
  });

  it('have each refusal told at its field', async () => {
    const { root, onSave } = editor(withPattern(BLOCK));
    const rest = labelled(root, t('hours.block-rest'));
    await type(rest, '24:00');
    await submit(root);
    expect(alerts(root)).toEqual([t('error.hours.rest-length')]);
    expect(rest?.getAttribute('aria-invalid')).toBe('true');
    await type(rest, '12:00');
    const end = labelled(root, t('hours.block-end'));
    await type(end, 'nine');
    await submit(root);
    expect(alerts(root)).toEqual([t('error.hours.time')]);
    expect(end?.getAttribute('aria-invalid')).toBe('true');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('with all days off are refused at the days', async () => {
    const { root, onSave } = editor({
      ...JOB,
      hours: [
        ...JOB.hours.map((one) => ({ ...one, validUntil: '2026-02-02' })),
        { validFrom: '2026-02-02', pattern: BLOCK },
      ],
    });
    for (const name of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']) await day(root, name);
    await submit(root);
    expect(onSave).not.toHaveBeenCalled();
    expect(alerts(root)).toEqual([t('error.hours.all-days-off')]);
    const days = root.querySelector('[role=alert]')?.closest('fieldset');
    expect(days?.querySelector('legend')?.textContent).toBe(t('hours.block-days-off'));
  });

  it('of a part of the year have their refusals told there', async () => {
    const { root } = editor({
      ...JOB,
      hours: JOB.hours.map((one) => ({ ...one, seasons: [{ from: '07-01', until: '09-01', pattern: BLOCK }] })),
    });
    await click(button(root, t('hours.season-edit-one', { what: 'July 1 to August 31: no fixed hours' })));
    const rest = labelled(root, t('hours.block-rest'));
    await type(rest, '0:00');
    await submit(root);
    expect(alerts(root)).toEqual([t('error.hours.rest-length')]);
    expect(rest?.getAttribute('aria-invalid')).toBe('true');
  });

  it('lose nothing while other kinds are tried, and neither do those', async () => {
    const { root } = editor();
    const end = () => labelled(root, t('hours.block-end'));
    const monday = () => named(root, t('hours.end-on', { day: 'Monday' }));
    await type(monday(), '18:00');
    await choose(root, t('hours.repeat.block'));
    await type(end(), '23:00');
    await choose(root, t('hours.repeat.flexible'));
    expect(end()).toBeNull();
    await choose(root, t('hours.repeat.weekly'));
    expect(monday()?.value).toBe('18:00');
    await choose(root, t('hours.repeat.block'));
    expect(end()?.value).toBe('23:00');
  });

  it('are undone step by step', async () => {
    const { root } = editor(withPattern(BLOCK));
    const undo = button(root, t('hours.undo'));
    const value = (label: 'hours.block-rest' | 'hours.block-end') => labelled(root, t(label))?.value;
    for (const text of ['2', '22', '22:00']) await type(labelled(root, t('hours.block-end')), text);
    await type(labelled(root, t('hours.block-rest')), '10:00');
    await click(undo);
    expect([value('hours.block-rest'), value('hours.block-end')]).toEqual(['12:00', '22:00']);
    await click(undo);
    expect(value('hours.block-end')).toBe('21:00');
    expect(undo.disabled).toBe(true);
  });
});

describe('flexible hours in the editor', () => {
  const LONG: FlexibleDay = {
    frame: { startMinute: 420, endMinute: 1_140 },
    core: { startMinute: 600, endMinute: 900 },
    usualStartMinute: 540,
    quotaMinutes: 480,
  };
  const SHORT: FlexibleDay = {
    ...LONG,
    core: null,
    frame: { startMinute: 420, endMinute: 960 },
    quotaMinutes: 360,
  };
  const FLEXIBLE: HoursPattern = { kind: 'flexible', days: [LONG, LONG, LONG, LONG, SHORT, null, null] };

  it('are chosen, filled in and saved; the sentence follows', async () => {
    const { root, saved } = editor();
    await choose(root, t('hours.repeat.flexible'));
    await type(labelled(root, t('hours.flexible-usual')), '08:30');
    await type(labelled(root, t('hours.flexible-length')), '7:00');
    await day(root, 'Friday');
    expect(root.textContent).toContain(
      t('hours.flexible-says-core', { usual: '08:30', length: '7 hours', start: '10:00', end: '15:00' }),
    );
    await submit(root);
    const one = { ...LONG, usualStartMinute: 510, quotaMinutes: 420 };
    expect(saved()).toEqual({ kind: 'flexible', days: [one, one, one, one, null, null, null] });
  });

  it('open as they are, drawn by their usual times, and are saved unchanged', async () => {
    const { root, saved } = editor(withPattern(FLEXIBLE));
    expect([0, 1].map((nth) => named(root, coreStart, nth)?.value)).toEqual(['10:00', '']);
    expect([0, 1].map((nth) => labelled(root, t('hours.flexible-length'), nth)?.value)).toEqual(['08:00', '06:00']);
    expect([...root.querySelectorAll('[data-group] > legend')].map((legend) => legend.textContent)).toEqual([
      'Mon–Thu 07:00–19:00',
      'Fri 07:00–16:00',
    ]);
    expect(bars(root)).toEqual([1, 1, 1, 1, 1, 0, 0]);
    await submit(root);
    expect(saved()).toEqual(FLEXIBLE);
  });

  it('have days that differ, which then stand there alone, until they are removed', async () => {
    const { root, saved } = editor(withPattern({ kind: 'flexible', days: [LONG, LONG, LONG, LONG, LONG, null, null] }));
    await click(button(root, t('hours.flexible-add')));
    const first = root.querySelectorAll('[data-group]')[1]?.querySelector('input');
    expect(first).toBeDefined();
    expect(document.activeElement).toBe(first);
    await day(root, 'Friday', 1);
    await type(named(root, frameEnd, 1), '16:00');
    await type(named(root, coreStart, 1), '');
    await type(named(root, coreEnd, 1), '');
    await type(labelled(root, t('hours.flexible-length'), 1), '06:00');
    await submit(root);
    expect(saved()).toEqual(FLEXIBLE);
    await click(button(root, t('hours.flexible-remove-one', { what: 'Fri 07:00–16:00' })));
    await submit(root);
    expect(saved()).toEqual({ kind: 'flexible', days: [LONG, LONG, LONG, LONG, null, null, null] });
    await click(button(root, t('hours.undo')));
    await submit(root);
    expect(saved()).toEqual(FLEXIBLE);
  });

  it.each([
    ['core', '05:00', 'hours.core-outside-frame'],
    ['core', 'ten', 'hours.time'],
    ['usual', '11:00', 'hours.usual-start'],
    ['length', '04:00', 'hours.quota-shorter-than-core'],
    ['length', 'long', 'hours.quota-length'],
  ] as const)('have a wrong %s (%s) told at its field of the days that it is about', async (part, text, code) => {
    const { root, onSave } = editor(
      withPattern({ kind: 'flexible', days: [SHORT, null, LONG, null, null, null, null] }),
    );
    const input = part === 'core' ? named(root, coreStart, 1) : labelled(root, t(`hours.flexible-${part}`), 1);
    await type(input, text);
    await submit(root);
    expect(onSave).not.toHaveBeenCalled();
    const start = t(`error.${code}`, { core: '05:00–15:00', frame: '07:00–19:00' }).split('{')[0] ?? '';
    expect(alerts(root)).toHaveLength(1);
    expect(alerts(root)[0]).toContain(start);
    expect(input?.getAttribute('aria-invalid')).toBe('true');
    const described = input?.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described).toContain(root.querySelector('[role=alert]')?.id);
  });

  it('of no day are refused', async () => {
    const { root, onSave } = editor(
      withPattern({ kind: 'flexible', days: [LONG, null, null, null, null, null, null] }),
    );
    await day(root, 'Monday');
    await submit(root);
    expect(onSave).not.toHaveBeenCalled();
    expect(alerts(root)).toHaveLength(1);
  });

  it('of a part of the year have their refusals told there', async () => {
    const { root } = editor({
      ...JOB,
      hours: JOB.hours.map((one) => ({ ...one, seasons: [{ from: '07-01', until: '09-01', pattern: FLEXIBLE }] })),
    });
    const what = 'July 1 to August 31: flexible within Mon–Thu 07:00–19:00; Fri 07:00–16:00';
    await click(button(root, t('hours.season-edit-one', { what })));
    await type(labelled(root, t('hours.flexible-length'), 1), '');
    await submit(root);
    expect(alerts(root)).toEqual([t('error.hours.quota-length')]);
    expect(labelled(root, t('hours.flexible-length'), 1)?.getAttribute('aria-invalid')).toBe('true');
    expect(labelled(root, t('hours.flexible-length'), 0)?.getAttribute('aria-invalid')).toBeNull();
  });
});
