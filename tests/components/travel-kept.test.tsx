// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { Travel } from '../../entrypoints/popup/travel.tsx';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Status } from '../../utils/messages/types.ts';
import { statusOf } from './popup-world.tsx';
import { JOB, NOW, SETTINGS, ZONE } from './samples.ts';
import { again, button, click, show, t } from './screen.tsx';

const send = vi.hoisted(() => vi.fn());
vi.mock('../../utils/messages/send.ts', () => ({ send }));

const LISBON = 'Europe/Lisbon';
const LOCAL: Employment = { ...JOB, id: 'local', zoneRule: 'worker-local' };
const STATUS: Status = { ...statusOf([JOB, LOCAL], NOW), setUp: true, apps: [], mayNotify: true };

const view = (deviceZone: string) => <Travel status={STATUS} deviceZone={deviceZone} />;
const asks = (root: HTMLElement): boolean => root.textContent?.includes('shows the time of') ?? false;

beforeEach(() => {
  localStorage.clear();
  send.mockReset();
});

it('moves the hours of the jobs that travelled, and of no others', async () => {
  send.mockResolvedValue({ ok: true, value: SETTINGS });
  await click(button(show(view(LISBON)), t('travel.follow')));
  const [name, request] = send.mock.calls[0] as [string, { settings: Settings }];
  expect(name).toBe('settings.save');
  expect(request.settings.employments).toEqual([JOB, { ...LOCAL, moves: [{ from: NOW, zone: LISBON }] }]);
});

it('“not now” holds for the zone, also in the next popup, and not for another', async () => {
  const root = show(view(LISBON));
  expect(asks(root)).toBe(true);
  await click(button(root, t('travel.not-now')));
  expect(asks(root)).toBe(false);
  expect(asks(show(view(LISBON)))).toBe(false);
  expect(asks(show(view('Asia/Tokyo')))).toBe(true);
});

it('“not now” is over once the person is home', async () => {
  const root = show(view(LISBON));
  await click(button(root, t('travel.not-now')));
  again(root, view(ZONE));
  expect(asks(root)).toBe(false);
  again(root, view(LISBON));
  expect(asks(root)).toBe(true);
  expect(asks(show(view(LISBON)))).toBe(true);
});
