import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSelfTest } from '../../utils/app/self-test.ts';
import type { OfferedContact } from '../../utils/core/contact/types.ts';
import type { Text } from '../../utils/core/text/text.ts';
import { CHAT, idOf, SETTINGS, SOURCE, settingsIn, tabsOf, workTab } from './fakes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const testMessage = (n: number): OfferedContact => ({
  id: idOf(n),
  route: 'page',
  title: 'test.title',
  text: 'test.body',
  tag: '',
  cut: false,
  failedOpen: false,
});

function prepared() {
  const text = ((key: string) => key) as unknown as Text;
  const tabs = tabsOf([workTab(SOURCE.tabId, {})], []);
  return { ...createSelfTest({ settings: settingsIn(SETTINGS), tabs, text: async () => text }), done: tabs.done };
}

test('the message that was raised is the test, once', async () => {
  const selfTest = prepared();
  const outcome = selfTest.send(CHAT.id);
  await vi.advanceTimersByTimeAsync(100);
  expect(selfTest.isSelfTest(SOURCE, testMessage(1), 'hold')).toBe(true);
  expect(await outcome).toBe('held');
  expect(selfTest.isSelfTest(SOURCE, { ...testMessage(1), failedOpen: true }, 'hold')).toBe(true);
  expect(selfTest.isSelfTest(SOURCE, testMessage(2), 'hold')).toBe(false);
});

test('a test that comes in too late is still no contact', async () => {
  const selfTest = prepared();
  const outcome = selfTest.send(CHAT.id);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await outcome).toBe('no-answer');
  expect(selfTest.isSelfTest({ ...SOURCE, tabId: SOURCE.tabId + 1 }, testMessage(1), 'hold')).toBe(false);
  expect(selfTest.isSelfTest(SOURCE, testMessage(1), 'hold')).toBe(true);
});

test('in hours too the page asks about the test, and then does as its gate says again', async () => {
  const selfTest = prepared();
  const outcome = selfTest.send(CHAT.id);
  await vi.advanceTimersByTimeAsync(100);
  expect(selfTest.done).toEqual([`ask ${SOURCE.tabId}`, `notify ${SOURCE.tabId} test.title`]);
  selfTest.isSelfTest(SOURCE, testMessage(1), 'hold');
  await outcome;
  expect(selfTest.done.at(-1)).toBe(`gate ${SOURCE.tabId}`);
});
