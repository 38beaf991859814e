// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { HoursEditor } from '../../components/hours/hours-editor.tsx';
import { hasSpans } from '../../components/hours/pattern-form.ts';
import type { Employment, Span } from '../../utils/core/hours/types.ts';
import { JOB, NOW, ZONE } from './samples.ts';
import { again, button, change, choose, click, show, submit, t, type } from './screen.tsx';

const EMPTY: Employment = { ...JOB, hours: [] };

const editor = (employment = JOB, answer: Awaited<ReturnType<typeof save>> = null) => {
  const onSave = vi.fn(async (_: Employment) => answer);
  const root = show(
    <HoursEditor
      employment={employment}
      defaultFrom="2026-11-23"
      now={NOW}
      zones={[ZONE]}
      deviceZone={ZONE}
      onSave={onSave}
      saveLabel="Save"
    />,
  );
  return { root, onSave };
};
/** Of the first version of its hours. */
const daysOf = (employment: Employment | undefined): readonly (readonly Span[])[] => {
  const pattern = employment?.hours[0]?.pattern;
  return pattern !== undefined && hasSpans(pattern) ? pattern.days : [];
};

declare function save(): Promise<{ code: string; field: string } | null>;

const field = (root: HTMLElement, label: string) =>
  root.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
const monday = { start: t('hours.start-on', { day: 'Monday' }), end: t('hours.end-on', { day: 'Monday' }) };

describe('the hours editor', () => {
  it('saves nothing while no day has hours, and says so', async () => {
    const { root, onSave } = editor(EMPTY);
    await submit(root);
    expect(onSave).not.toHaveBeenCalled();
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('error.hours.no-spans'));
  });

  it('names overlapping spans at their day and changes nothing', async () => {
    const { root, onSave } = editor();
    await click(button(root, t('hours.add-span-on', { day: 'Monday' })));
    const starts = root.querySelectorAll<HTMLInputElement>(`input[aria-label="${monday.start}"]`);
    await type(starts[1] ?? null, '16:00');
    await submit(root);
    expect(onSave).not.toHaveBeenCalled();
    const alert = root.querySelector('fieldset [role=alert]');
    expect(alert?.textContent).toContain('overlap');
    expect(alert?.closest('fieldset')?.querySelector('legend')?.textContent).toBe('Monday');
    expect(starts[1]?.getAttribute('aria-invalid')).toBe('true');
    expect(starts[0]?.getAttribute('aria-invalid')).toBeNull();
  });

  it('takes the mark away as soon as the person types on', async () => {
    const { root } = editor();
    await type(field(root, monday.end), 'late');
    await submit(root);
    expect(root.querySelector('[role=alert]')).not.toBeNull();
    await type(field(root, monday.end), '18:00');
    expect(root.querySelector('[role=alert]')).toBeNull();
  });

  it('starts from a preset, says when a span ends the next day, and saves it', async () => {
    const { root, onSave } = editor(EMPTY);
    await click(button(root, t('hours.preset.nights')));
    expect(root.textContent).toContain(t('hours.next-day'));
    await submit(root);
    expect(onSave.mock.calls[0]?.[0].hours).toEqual([
      {
        validFrom: '2026-11-23',
        pattern: { kind: 'weekly', days: Array.from({ length: 7 }, (_, day) => (day < 5 ? [NIGHT] : [])) },
      },
    ]);
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('saved'));
  });

  it('copies a day onto another', async () => {
    const { root, onSave } = editor();
    await click(button(root, t('hours.copy-day', { day: 'Monday' })));
    await click(button(root, t('hours.paste-day', { from: 'Monday', day: 'Saturday' })));
    await submit(root);
    const days = daysOf(onSave.mock.calls[0]?.[0]);
    expect(days?.[5]).toEqual(days?.[0]);
    expect(days?.[6]).toEqual([]);
  });

  it('shows what the background refused by its field, and keeps what was typed', async () => {
    const { root } = editor(JOB, { code: 'hours.label-empty', field: 'employments[0].label' });
    await type(field(root, monday.end), '18:00');
    await submit(root);
    expect(field(root, monday.end)?.value).toBe('18:00');
    const alert = root.querySelector('[role=alert]');
    expect(alert?.textContent).toBe(t('error.hours.label-empty'));
    expect(root.querySelector('[aria-invalid=true]')?.getAttribute('aria-describedby')).toBe(alert?.id);
  });
});

describe('a rotation in the editor', () => {
  it('is chosen, gets its length and first day, and is saved', async () => {
    const { root, onSave } = editor(EMPTY);
    await click(button(root, t('hours.preset.shifts')));
    expect([...root.querySelectorAll('fieldset legend.unseen')].map((legend) => legend.textContent)).toEqual(
      [1, 2, 3, 4].map((number) => t('hours.day-number', { number })),
    );
    await change(root.querySelector('input[type=number]'), '6');
    await type(root.querySelector('input[type=date]'), '2026-11-24');
    await submit(root);
    const pattern = onSave.mock.calls[0]?.[0].hours[0]?.pattern;
    expect(pattern).toMatchObject({ kind: 'rotating', anchor: '2026-11-24' });
    expect(daysOf(onSave.mock.calls[0]?.[0]).map((spans) => spans.length)).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it('that is no number of days changes nothing', async () => {
    const { root } = editor(EMPTY);
    await click(button(root, t('hours.preset.shifts')));
    for (const wrong of ['0', '367', '2.5', '']) await change(root.querySelector('input[type=number]'), wrong);
    expect(root.querySelectorAll('fieldset legend.unseen')).toHaveLength(4);
  });

  it('with an unreadable first day says so at that field', async () => {
    const { root, onSave } = editor(EMPTY);
    await click(button(root, t('hours.preset.shifts')));
    await type(root.querySelector('input[type=date]'), '');
    await submit(root);
    expect(onSave).not.toHaveBeenCalled();
    expect(root.querySelector('[aria-invalid=true]')).toBe(root.querySelector('input[type=date]'));
  });

  it('turns into a week of seven days again', async () => {
    const { root } = editor(EMPTY);
    await click(button(root, t('hours.preset.shifts')));
    await choose(root, t('hours.repeat.weekly'));
    expect(root.querySelectorAll('fieldset legend.unseen')).toHaveLength(7);
  });
});

describe('the sentence under the picture', () => {
  it('says what the hours as typed mean now, and follows them', async () => {
    const { root } = editor();
    const sentence = (text: string) => t('hours.now', { sentence: text });
    expect(root.textContent).toContain(
      sentence('Thursday 20:14 is outside your hours; your next shift starts Friday 09:00.'),
    );
    await type(field(root, t('hours.end-on', { day: 'Thursday' })), '21:00');
    expect(root.textContent).toContain(
      sentence('Thursday 20:14 is within your contracted hours, until Thursday 21:00.'),
    );
    await type(field(root, t('hours.end-on', { day: 'Thursday' })), '21:0');
    expect(root.textContent).toContain(t('hours.now-unknown'));
    expect(editor(EMPTY).root.textContent).toContain(t('hours.now-unknown'));
  });
});

describe('hours that come in while the editor is open', () => {
  const view = (employment: Employment) => (
    <HoursEditor
      employment={employment}
      defaultFrom="2026-11-23"
      now={NOW}
      zones={[ZONE]}
      deviceZone={ZONE}
      onSave={async () => null}
      saveLabel="Save"
    />
  );

  it('leave the form alone when they were saved here, and begin a new one when they come from elsewhere', async () => {
    const root = show(view(JOB));
    await type(field(root, monday.end), '18:00');
    await submit(root);
    const days = daysOf(JOB).map((day, index) => (index === 0 ? [{ endMinute: 1_080, startMinute: 540 }] : day));
    again(root, view({ ...JOB, hours: [{ pattern: { days, kind: 'weekly' }, validFrom: '2026-01-05' }] }));
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('saved'));
    expect(button(root, t('hours.undo')).disabled).toBe(false);
    await type(field(root, monday.end), '19:00');
    again(root, view({ ...JOB, hours: [{ validFrom: '2026-02-02', pattern: { kind: 'weekly', days } }] }));
    expect(field(root, monday.end)?.value).toBe('18:00');
    expect(button(root, t('hours.undo')).disabled).toBe(true);
  });
});

describe('undo', () => {
  it('takes back one step at a time; typing in one field is one step', async () => {
    const { root } = editor();
    const undo = button(root, t('hours.undo'));
    expect(undo.disabled).toBe(true);
    for (const text of ['1', '18', '18:', '18:00']) await type(field(root, monday.end), text);
    await click(button(root, t('hours.add-span-on', { day: 'Sunday' })));
    await click(button(root, t('hours.add-span-on', { day: 'Sunday' })));
    const sundays = () => root.querySelectorAll(`input[aria-label="${t('hours.start-on', { day: 'Sunday' })}"]`).length;
    expect(sundays()).toBe(2);
    await click(undo);
    expect(sundays()).toBe(1);
    await click(undo);
    expect(sundays()).toBe(0);
    expect(field(root, monday.end)?.value).toBe('18:00');
    await click(undo);
    expect(field(root, monday.end)?.value).toBe('17:00');
    expect(undo.disabled).toBe(true);
  });
});

describe('drawing with a pointer', () => {
  /** Every bar is 1 440 px wide: a pixel is a minute. */
  const draw = async (root: HTMLElement, day: number, from: number, to: number): Promise<void> => {
    const bar = root.querySelectorAll<SVGElement>('svg')[day];
    if (bar === undefined) throw new Error('no such bar');
    bar.getBoundingClientRect = () => ({ left: 0, width: 1_440 }) as DOMRect;
    bar.setPointerCapture = () => undefined;
    const point = (kind: string, clientX: number) =>
      act(() => void bar.dispatchEvent(new PointerEvent(kind, { clientX, bubbles: true, pointerId: 1 })));
    await point('pointerdown', from);
    await point('pointermove', to);
    await point('pointerup', to);
  };

  it('over free time adds hours, at an edge moves it, and in the middle of hours does nothing', async () => {
    const { root, onSave } = editor();
    await draw(root, 5, 600, 720);
    await draw(root, 0, 1_022, 1_110);
    await draw(root, 1, 700, 1_200);
    await draw(root, 2, 1_014, 900);
    await submit(root);
    const days = daysOf(onSave.mock.calls[0]?.[0]);
    expect(days?.[5]).toEqual([{ startMinute: 600, endMinute: 720 }]);
    expect(days?.[0]).toEqual([{ startMinute: 540, endMinute: 1_110 }]);
    expect(days?.[1]).toEqual([{ startMinute: 540, endMinute: 1_020 }]);
    expect(days?.[2]).toEqual([{ startMinute: 540, endMinute: 900 }]);
  });
});

const NIGHT = { startMinute: 22 * 60, endMinute: 30 * 60 };
