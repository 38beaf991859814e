// @vitest-environment happy-dom
import { act } from 'preact/test-utils';

import { describe, expect, it, vi } from 'vitest';
import { REST_PRESETS } from '../../components/hours/rest-presets.ts';
import { HoursPart } from '../../components/options/hours-part.tsx';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { RestVersion } from '../../utils/core/rest/rule-types.ts';
import type { Problem } from '../../utils/core/result.ts';
import { parseSettings } from '../../utils/core/settings/schema.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { JOB, NOW, SETTINGS, ZONE } from './samples.ts';
import { again, button, change, choose, click, settled, show, t, type } from './screen.tsx';

interface PartOptions {
  readonly jobs?: readonly Employment[];
  readonly oneJob?: boolean;
  readonly unfolded?: boolean;
}

/** The options' part with a settings store behind it that refuses what the background refuses. */
function part(rests: readonly RestVersion[] = [], { jobs = [], oneJob = false, unfolded = true }: PartOptions = {}) {
  let stored: Settings = { ...SETTINGS, employments: [rests.length === 0 ? JOB : { ...JOB, rests }, ...jobs] };
  const save = vi.fn(async (step: (settings: Settings) => Settings): Promise<Problem | null> => {
    const parsed = parseSettings(step(stored));
    if (parsed.ok) stored = parsed.value;
    return parsed.ok ? null : parsed.problem;
  });
  const view = () => (
    <HoursPart settings={stored} now={NOW} zones={[ZONE]} deviceZone={ZONE} saveLabel="Save" {...{ save, oneJob }} />
  );
  const root = show(view());
  const folds = () =>
    [...root.querySelectorAll('details')].filter((one) => one.textContent?.startsWith(t('rests.title')));
  const unfold = () =>
    act(() => {
      for (const fold of folds()) {
        fold.open = true;
        fold.dispatchEvent(new Event('toggle'));
      }
    });
  if (unfolded) void unfold();
  return {
    root,
    save,
    reread: () => again(root, view()),
    replace: (next: readonly RestVersion[]) => {
      stored = { ...stored, employments: [{ ...JOB, rests: next }] };
    },
    rests: (index = 0) => stored.employments[index]?.rests,
    folds,
  };
}

const field = (root: ParentNode, label: string): HTMLInputElement => {
  const found = [...root.querySelectorAll('label')].find((one) => one.textContent === label);
  const input = found && root.querySelector<HTMLInputElement>(`[id="${found.htmlFor}"]`);
  if (!input) throw new Error(`no field “${label}”`);
  return input;
};
const named = <E extends HTMLElement>(root: ParentNode, name: string): E | null =>
  root.querySelector<E>(`[aria-label="${name}"]`);
const submitRests = (root: ParentNode) => click(button(root as HTMLElement, t('rests.save')));
const alerts = (root: ParentNode) => [...root.querySelectorAll('[role=alert]')].map((one) => one.textContent);

const EU: RestVersion = {
  validFrom: '2026-01-05',
  daily: { hours: 11, withinHours: 24 },
  weekly: { kind: 'hours', hours: 35 },
};

describe('the rest rules of a job', () => {
  it('are folded away, with a sentence that says what holds', () => {
    const [none] = part([], { unfolded: false }).folds();
    expect(none?.open).toBe(false);
    expect(none?.querySelector('form')).toBeNull();
    expect(none?.querySelector('summary')?.textContent).toBe('Rest no rules yet');
    const [some] = part([{ ...EU, weeklyCap: 37.5 }], { unfolded: false }).folds();
    expect(some?.querySelector('summary')?.textContent).toBe(
      'Rest 11 hours of rest within 24 hours from the start of the work of each day; 35 hours on end in each week; at most 37.5 hours of work in each week',
    );
  });

  it('are typed in and saved, from the Monday of this week unless told otherwise', async () => {
    const { root, folds, rests } = part();
    const [fold] = folds();
    await type(field(root, t('rests.daily')), '11,5');
    await choose(fold as HTMLElement, 'within 24 hours');
    await choose(fold as HTMLElement, t('rests.weekly.window'));
    await change(named<HTMLSelectElement>(root, 'It begins: day'), '6');
    await type(named<HTMLInputElement>(root, 'It begins: time'), '21:00');
    await change(named<HTMLSelectElement>(root, 'It ends: day'), '1');
    await type(named<HTMLInputElement>(root, 'It ends: time'), '6:00');
    await type(field(root, t('rests.cap')), ' 42 ');
    await submitRests(root);
    expect(rests()).toEqual([
      {
        validFrom: '2026-11-23',
        daily: { hours: 11.5, withinHours: 24 },
        weekly: { kind: 'window', startMinute: 8_460, endMinute: 10_440 },
        weeklyCap: 42,
      },
    ]);
    expect(fold?.textContent).toContain(t('saved'));
  });

  it('begin from a law by a button, which names article and month and changes nothing by itself', async () => {
    const { root, rests, save } = part();
    await click(button(root, 'Argentina'));
    expect(save).not.toHaveBeenCalled();
    const help = [...root.querySelectorAll('details [role=status]')].map((one) => one.textContent).join('');
    expect(help).toContain('LCT art. 197');
    expect(help).toContain('Checked in June 2026');
    expect(help).toContain('Your law or contract may grant something else, or more.');
    expect(named<HTMLInputElement>(root, 'It ends: time')?.value).toBe('24:00');
    await submitRests(root);
    expect(rests()).toEqual([{ validFrom: '2026-11-23', ...REST_PRESETS.ar.rules }]);
  });

  it.each(Object.entries(REST_PRESETS))(
    'from the button of %s are sound, and leave nothing of another',
    async (code, { rules }) => {
      const { root, rests } = part([{ ...EU, weeklyCap: 60 }]);
      await click(button(root, new Intl.DisplayNames('en', { type: 'region' }).of(code.toUpperCase()) ?? ''));
      await submitRests(root);
      expect(rests()).toEqual([{ validFrom: '2026-01-05', ...rules }]);
    },
  );

  it('change from a day on, and earlier days keep what they had', async () => {
    const { root, rests } = part([EU]);
    await type(field(root, t('rests.daily')), '12');
    const dates = [...root.querySelectorAll<HTMLInputElement>('details input[type=date]')];
    await type(dates[0] ?? null, '2026-12-01');
    await submitRests(root);
    const { validFrom: _, ...rules } = EU;
    expect(rests()).toEqual([
      { ...EU, validUntil: '2026-12-01' },
      { validFrom: '2026-12-01', ...rules, daily: { hours: 12, withinHours: 24 } },
    ]);
  });

  it('end where all fields are emptied; what ended is shown as no rules', async () => {
    const { root, rests, reread, folds } = part([EU]);
    await type(field(root, t('rests.daily')), '');
    await choose(root, t('rests.weekly.none'));
    await type(root.querySelector('details input[type=date]'), '2026-12-01');
    await submitRests(root);
    expect(rests()).toEqual([{ ...EU, validUntil: '2026-12-01' }]);
    void reread();
    expect(folds()[0]?.querySelector('summary')?.textContent).toBe('Rest no rules yet');
    const other = part(rests());
    expect(field(other.root, t('rests.daily')).value).toBe('');
    expect(other.root.querySelector<HTMLInputElement>('details input[type=date]')?.value).toBe('2026-12-01');
  });

  it.each([
    ['rests.daily', 'much', 'Write a number of hours, such as 11 or 37.5.'],
    ['rests.daily', '24', 'A daily rest must be longer than nothing and shorter than 24 hours'],
    ['rests.cap', '0', 'The most hours of a week must be more than 0 and at most 168'],
  ] as const)('what is wrong is said at its field and not saved: %s %s', async (label, text, sentence) => {
    const { root, save } = part([EU]);
    await type(field(root, t(label)), text);
    await submitRests(root);
    expect(save).not.toHaveBeenCalled();
    expect(alerts(root)).toEqual([expect.stringContaining(sentence)]);
    const input = field(root, t(label));
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-describedby')).toContain(root.querySelector('[role=alert]')?.id);
    await type(input, '10');
    expect(alerts(root)).toEqual([]);
  });

  it('a time of the week that is none is said at that time', async () => {
    const { root, save } = part();
    await click(button(root, 'Chile'));
    await type(named<HTMLInputElement>(root, 'It ends: time'), '25:00');
    await submitRests(root);
    expect(save).not.toHaveBeenCalled();
    expect(alerts(root)).toEqual([expect.stringContaining('The weekly rest must end after it begins')]);
    expect(named(root, 'It ends: time')?.getAttribute('aria-invalid')).toBe('true');
    expect(named(root, 'It begins: time')?.getAttribute('aria-invalid')).toBeNull();
  });

  it('belong to one job: the others keep theirs, and hours saved beside them leave them alone', async () => {
    const { root, rests, reread, folds } = part([EU], { jobs: [{ ...JOB, id: 'job-2', label: 'Night clinic' }] });
    const second = folds()[1] as HTMLElement;
    await type(field(second, t('rests.cap')), '20');
    await submitRests(second);
    expect(rests(1)).toEqual([{ validFrom: '2026-11-23', weeklyCap: 20 }]);
    expect(rests(0)).toEqual([EU]);
    reread();
    await act(async () => {
      root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      await settled();
    });
    expect([rests(0), rests(1)]).toEqual([[EU], [{ validFrom: '2026-11-23', weeklyCap: 20 }]]);
  });

  it('from elsewhere fill the fields anew; those saved here stay as typed', async () => {
    const { root, reread, replace, folds } = part([EU]);
    await type(field(root, t('rests.daily')), '12,0');
    await submitRests(root);
    reread();
    expect(field(root, t('rests.daily')).value).toBe('12,0');
    expect(folds()[0]?.textContent).toContain(t('saved'));
    replace([{ ...EU, daily: { hours: 9 } }]);
    reread();
    expect(field(root, t('rests.daily')).value).toBe('9');
  });

  it('are not asked for on the first day, nor of a job without hours yet', async () => {
    expect(part([], { oneJob: true }).folds()).toHaveLength(0);
    const { root, folds } = part();
    await click(button(root, t('jobs.add')));
    expect(folds()).toHaveLength(1);
  });
});
