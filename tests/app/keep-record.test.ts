import { expect, test } from 'vitest';
import { createKeepRecord } from '../../utils/app/keep-record.ts';
import { createKeepUp, type KeepUpPorts } from '../../utils/app/keep-up.ts';
import { clockAt, EVENING, SETTINGS, settingsIn } from './fakes.ts';

function recording(...news: readonly (boolean | Error)[]) {
  const done: string[] = [];
  const record = createKeepRecord({
    steps: news.map((one, index) => async () => {
      done.push(`step ${index}`);
      if (one instanceof Error) throw one;
      return one;
    }),
    changed: () => done.push('changed'),
    report: (error) => done.push(`report ${String(error)}`),
  });
  return { record, done };
}

test('the steps come one after the other; what they wrote is told once', async () => {
  const { record, done } = recording(true, false, true);
  await record();
  expect(done).toEqual(['step 0', 'step 1', 'step 2', 'changed']);
});

test('nothing is told where nothing was written', async () => {
  const { record, done } = recording(false, false);
  await record();
  expect(done).toEqual(['step 0', 'step 1']);
});

test('a step that fails is reported, keeps no other from its turn, and is tried again', async () => {
  const { record, done } = recording(true, new Error('broken'), false);
  await record();
  await record();
  const once = ['step 0', 'step 1', 'report Error: broken', 'step 2', 'changed'];
  expect(done).toEqual([...once, ...once]);
});

test('calls in a row are one, and one that comes while it runs has its own turn afterwards', async () => {
  const { record, done } = recording(false);
  await Promise.all([record(), record(), record()]);
  expect(done).toEqual(['step 0']);
  const running = record();
  await Promise.resolve();
  await Promise.all([running, record(), record()]);
  expect(done).toEqual(['step 0', 'step 0', 'step 0']);
});

test('settling the hour writes down what is due, also where settling fails', async () => {
  for (const gate of [async () => undefined, async () => Promise.reject(new Error('gate'))]) {
    let recorded = 0;
    const ports = {
      clock: clockAt(EVENING),
      settings: settingsIn(SETTINGS),
      tabWatch: { want: () => undefined },
      gate: { write: gate },
      alarms: { schedule: async () => undefined },
      badge: { show: async () => undefined },
      held: { all: async () => [] },
      tabs: { open: async () => [] },
      text: async () => (key: string) => key,
      changed: () => undefined,
      logBroken: () => false,
      record: () => {
        recorded += 1;
      },
    };
    await createKeepUp(ports as unknown as KeepUpPorts)
      .settle()
      .catch(() => undefined);
    expect(recorded).toBe(1);
  }
});
