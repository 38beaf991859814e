// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { HoursEditor } from '../../components/hours/hours-editor.tsx';
import type { Employment } from '../../utils/core/hours/types.ts';
import { JOB, ZONE } from './samples.ts';
import { button, click, show, submit, t, type } from './screen.tsx';

const EMPTY: Employment = { ...JOB, hours: [] };

const editor = (employment = JOB, answer: Awaited<ReturnType<typeof save>> = null) => {
  const onSave = vi.fn(async (_: Employment) => answer);
  const root = show(
    <HoursEditor employment={employment} defaultFrom="2026-11-23" zones={[ZONE]} onSave={onSave} saveLabel="Save" />,
  );
  return { root, onSave };
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
    const days = onSave.mock.calls[0]?.[0].hours[0]?.pattern.days;
    expect(days?.[5]).toEqual(days?.[0]);
    expect(days?.[6]).toEqual([]);
  });

  it('shows what the background refused by its field', async () => {
    const { root } = editor(JOB, { code: 'hours.label-empty', field: 'employments[0].label' });
    await submit(root);
    const alert = root.querySelector('[role=alert]');
    expect(alert?.textContent).toBe(t('error.hours.label-empty'));
    expect(root.querySelector('[aria-invalid=true]')?.getAttribute('aria-describedby')).toBe(alert?.id);
  });
});

const NIGHT = { startMinute: 22 * 60, endMinute: 30 * 60 };
