// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { travelledJobs } from '../../components/hours/travel.ts';
import { TravelQuestion, type TravelQuestionProps } from '../../components/popup/travel-question.tsx';
import { notNowIn } from '../../entrypoints/popup/not-now.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import { JOB, NOW, ZONE } from './samples.ts';
import { button, click, show, t } from './screen.tsx';

const LISBON = 'Europe/Lisbon';
const LOCAL: Employment = { ...JOB, zoneRule: 'worker-local' };

describe('did the person travel?', () => {
  it.each<[string, Employment, string, boolean]>([
    ['hours that come along, elsewhere', LOCAL, LISBON, true],
    ['hours that come along, at home', LOCAL, ZONE, false],
    ['hours that come along, where the clock is the same', LOCAL, 'America/Lima', false],
    ['hours that stay', JOB, LISBON, false],
    ['hours that moved already', { ...LOCAL, moves: [{ from: NOW - 1, zone: LISBON }] }, LISBON, false],
    ['hours that moved, back home', { ...LOCAL, moves: [{ from: NOW - 1, zone: LISBON }] }, ZONE, true],
  ])('%s', (_, job, deviceZone, asked) => {
    expect(travelledJobs([JOB, job], NOW, deviceZone)).toEqual(asked ? [job] : []);
  });

  const question = (part: Partial<TravelQuestionProps>) => {
    const props = { onFollow: vi.fn(async () => null), onNotNow: vi.fn() };
    const all = { travelled: [LOCAL], now: NOW, deviceZone: LISBON, ...props, ...part };
    return { root: show(<TravelQuestion {...all} />), props };
  };

  it('is asked and answered in the popup', async () => {
    const { root, props } = question({});
    expect(root.textContent).toContain(
      'This computer shows the time of Europe/Lisbon, your hours follow America/Bogota.',
    );
    await click(button(root, t('travel.follow')));
    expect(props.onFollow).toHaveBeenCalledOnce();
    await click(button(root, t('travel.not-now')));
    expect(props.onNotNow).toHaveBeenCalledOnce();
  });

  it('names the zones of all jobs that it moves, each once', () => {
    const travelled = [LOCAL, { ...LOCAL, id: 'two' }, { ...LOCAL, id: 'three', zone: 'America/Sao_Paulo' }];
    expect(question({ travelled }).root.textContent).toContain(
      'your hours follow America/Bogota and America/Sao Paulo.',
    );
  });

  it('says why the hours were not moved', async () => {
    const refused = { code: 'hours.too-many-moves', field: '', values: { most: 100 } };
    const { root } = question({ onFollow: vi.fn(async () => refused) });
    await click(button(root, t('travel.follow')));
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t.problem(refused));
  });
});

describe('“not now”', () => {
  const store = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };

  it('is kept with its zone for the next popup, until it is forgotten', () => {
    const shared = store();
    const notNow = notNowIn(() => shared);
    expect(notNow.zone()).toBeNull();
    notNow.keep(LISBON);
    expect(notNowIn(() => shared).zone()).toBe(LISBON);
    notNow.forget();
    expect(notNow.zone()).toBeNull();
  });

  it('breaks nothing where the browser keeps nothing', () => {
    const closed = notNowIn(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    closed.keep(LISBON);
    closed.forget();
    expect(closed.zone()).toBeNull();
  });
});
