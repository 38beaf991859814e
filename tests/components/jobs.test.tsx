// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { HoursPart } from '../../components/options/hours-part.tsx';
import { withoutEmployment } from '../../components/settings/edit.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { JOB, NOW, SETTINGS, ZONE } from './samples.ts';
import { button, click, show, submit, t, type } from './screen.tsx';

const OTHER = { ...JOB, id: 'job-2', label: 'Night clinic' };
const TWO: Settings = { ...SETTINGS, employments: [JOB, OTHER] };
const LISBON = 'Europe/Lisbon';

function part(settings: Settings, deviceZone = ZONE) {
  let saved: Settings | null = null;
  const save = vi.fn(async (change: (settled: Settings) => Settings): Promise<Problem | null> => {
    saved = change(settings);
    return null;
  });
  const root = show(
    <HoursPart {...{ settings, deviceZone, save }} now={NOW} zones={[ZONE, LISBON]} saveLabel="Save" />,
  );
  return { root, saved: () => saved };
}

describe('several jobs', () => {
  it('a second one is added under an id of its own, beside the first', async () => {
    const { root, saved } = part(SETTINGS);
    await click(button(root, t('jobs.add')));
    const form = root.querySelectorAll('form')[1] as HTMLElement;
    await click(button(form, t('hours.preset.nights')));
    await submit(form.parentElement as HTMLElement);
    expect(saved()?.employments.map(({ id, label }) => [id, label])).toEqual([
      ['job', 'Support'],
      ['job-2', t('jobs.new-label', { number: 2 })],
    ]);
    expect(saved()?.employments[0]).toEqual(JOB);
  });

  it('one is removed only after a question, and its apps go to the other', async () => {
    const { root, saved } = part(TWO);
    await click(button(root, t('jobs.remove')));
    expect(saved()).toBeNull();
    expect(root.textContent).toContain(t('jobs.remove-ask', { label: 'Support', other: 'Night clinic' }));
    await click(button(root, t('jobs.remove-yes')));
    expect(saved()?.employments).toEqual([OTHER]);
    expect(saved()?.apps.map(({ employment }) => employment)).toEqual(['job-2', 'job-2']);
  });

  it('is kept when the person says so, and the only job cannot be removed', async () => {
    const { root, saved } = part(TWO);
    await click(button(root, t('jobs.remove')));
    await click(button(root, t('jobs.keep')));
    expect(saved()).toBeNull();
    expect(part(SETTINGS).root.textContent).not.toContain(t('jobs.remove'));
  });

  it('apps of other jobs stay where they are', () => {
    const apps = SETTINGS.apps.map((app, index) => ({ ...app, employment: index === 0 ? 'job' : 'job-2' }));
    expect(withoutEmployment({ ...TWO, apps }, 'job-2', 'job').apps.map(({ employment }) => employment)).toEqual([
      'job',
      'job',
    ]);
  });
});

describe('a person who travels', () => {
  const LOCAL: Settings = { ...SETTINGS, employments: [{ ...JOB, zoneRule: 'worker-local' }] };

  it('is asked, and the hours move from now on', async () => {
    const { root, saved } = part(LOCAL, LISBON);
    const names = { device: LISBON, zone: ZONE };
    expect(root.textContent).toContain(t('hours.travelled', names));
    await click(button(root, t('hours.travelled-move', names)));
    expect(saved()?.employments[0]).toEqual({
      ...JOB,
      zoneRule: 'worker-local',
      moves: [{ from: NOW, zone: LISBON }],
    });
  });

  it('is not asked at home, nor where the hours stay with their zone, nor where the clock is the same', () => {
    const asked = (settings: Settings, zone: string) =>
      part(settings, zone).root.textContent?.includes('shows the time');
    expect(asked(LOCAL, ZONE)).toBe(false);
    expect(asked(SETTINGS, LISBON)).toBe(false);
    expect(asked(LOCAL, 'America/Lima')).toBe(false);
    expect(asked(LOCAL, LISBON)).toBe(true);
  });
});

it('an edited job keeps its name for the travelling rule', async () => {
  const { root, saved } = part(SETTINGS);
  await type(root.querySelector('input[maxlength]:not([maxlength="5"])'), 'Help desk');
  await submit(root);
  expect(saved()?.employments[0]).toEqual({ ...JOB, label: 'Help desk' });
});
