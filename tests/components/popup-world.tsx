import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { type PopupStatus, PopupView, type PopupViewProps } from '../../components/popup/popup-view.tsx';
import { combinedStateAt } from '../../utils/core/hours/combined.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import { verdictAt } from '../../utils/core/hours/verdict.ts';
import { weekOfHours } from '../../utils/core/hours/week.ts';
import { at, JOB, NOW, SETTINGS, ZONE } from './samples.ts';
import { settled, show } from './screen.tsx';

export const statusOf = (jobs: readonly Employment[], now: number, part: Partial<PopupStatus> = {}): PopupStatus => ({
  now,
  settings: { ...SETTINGS, employments: jobs },
  verdicts: Object.fromEntries(jobs.map((job) => [job.id, verdictAt(job, now)])),
  ...combinedStateAt(jobs, now),
  override: null,
  week: weekOfHours(jobs[0] ?? JOB, now),
  apps: SETTINGS.apps.map(({ id, name, patterns }) => ({ id, name, origins: patterns, watching: true })),
  heldCount: 0,
  today: { afterHours: {}, inHours: {} },
  logBroken: false,
  vault: 'none',
  ...part,
});

export const statusAt = (now: number, part: Partial<PopupStatus> = {}): PopupStatus => statusOf([JOB], now, part);

export const onCallAt = (now: number): PopupStatus => {
  const duty = { kind: 'on-call', from: NOW - 1, until: at('2026-11-26', '22:00'), pay: 'paid' } as const;
  return statusOf([{ ...JOB, exceptions: [duty] }], now);
};

export const popup = (part: Partial<PopupViewProps>) => {
  const props: PopupViewProps = {
    status: statusAt(NOW),
    held: null,
    contacts: [],
    deviceZone: ZONE,
    travel: null,
    onCareStart: vi.fn(),
    onCareEnd: vi.fn(),
    onCopy: vi.fn(async () => true),
    onReveal: vi.fn(),
    onOpen: vi.fn(),
    onDismiss: vi.fn(),
    onStart: vi.fn(async () => null),
    onEnd: vi.fn(),
    onAllow: vi.fn(),
    onSetUp: vi.fn(),
    onLog: vi.fn(),
    onOptions: vi.fn(),
    onLock: vi.fn(),
    ...part,
  };
  return { root: show(<PopupView {...props} />), props };
};

/** With the parts of it that are fetched when first shown. */
export const wholePopup = async (part: Partial<PopupViewProps>) => {
  const shown = popup(part);
  await act(async () => {
    await vi.dynamicImportSettled();
    await settled();
  });
  return shown;
};
