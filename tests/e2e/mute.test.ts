import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import { setUpHours } from './support/person.ts';
import { standStill } from './support/stand-still.ts';
import { discard, type Sound, tabSounds, turnTo, withTabId } from './support/tab-sound.ts';
import { useWorld } from './support/world.ts';

/** What the page keeps of its call. */
interface InCall {
  call?: MediaStream;
}

const PATIENCE_MS = 20_000;

describe('sound after hours', () => {
  const world = useWorld({ fakeMicrophone: true });
  let desk: Page;

  const hours = async (state: 'working' | 'off', muteAfterHours = true): Promise<void> => {
    desk = await setUpHours(world().driver, {
      hours: state,
      origins: [world().practice.origin],
      change: { muteAfterHours },
    });
  };

  const soundOf = async (id: number): Promise<Sound | undefined> =>
    (await tabSounds(desk)).find((tab) => tab.id === id)?.sound;
  const untilSound = (id: number, wanted: Sound) =>
    until(`the tab to be ${wanted}`, async () => (await soundOf(id)) === wanted, PATIENCE_MS);

  const openTab = (url: string) => withTabId(desk, () => world().driver.openPage(url));
  const openWork = (path = '/') => openTab(`${world().practice.origin}${path}`);

  /** Another work tab: once it is muted, all tabs have been looked at. */
  const untilLookedAt = async (): Promise<void> => {
    const marker = await openWork('/frames/');
    await untilSound(marker.id, 'muted by us');
    await marker.page.close();
  };

  const startCall = (page: Page) =>
    page.evaluate(async () => {
      (globalThis as InCall).call = await navigator.mediaDevices.getUserMedia({ audio: true });
    });
  const endCall = (page: Page) =>
    page.evaluate(() => {
      for (const track of (globalThis as InCall).call?.getTracks() ?? []) track.stop();
    });

  beforeEach(async () => {
    await hours('working');
    for (const page of await world().driver.pages()) {
      if (page.url().startsWith('http')) await page.close();
    }
  });

  test('work tabs are muted, others are not, and the start of hours brings the sound back', async () => {
    const work = await openWork();
    const other = await openTab(`${world().practice.otherOrigin}/`);
    expect([await soundOf(work.id), await soundOf(other.id)]).toEqual(['on', 'on']);
    await hours('off');
    await untilSound(work.id, 'muted by us');
    expect(await soundOf(other.id)).toBe('on');
    const late = await openWork('/strict/');
    await untilSound(late.id, 'muted by us');
    await hours('working');
    for (const { id } of [work, late]) await untilSound(id, 'on');
  });

  test('the option taken back brings the sound back at once; without it nothing is muted', async () => {
    const work = await openWork();
    await hours('off');
    await untilSound(work.id, 'muted by us');
    await hours('off', false);
    await untilSound(work.id, 'on');
  });

  test('what the person muted stays muted, what the person unmuted stays on', async () => {
    const { driver } = world();
    const work = await openWork();
    await driver.muteByHand(work.page, true);
    await untilSound(work.id, 'muted by others');
    await hours('off');
    await hours('working');
    expect(await soundOf(work.id)).toBe('muted by others');
    await driver.muteByHand(work.page, false);
    await untilSound(work.id, 'on');
    await hours('off');
    await untilLookedAt();
    expect(await soundOf(work.id)).toBe('on');
  });

  test('a tab that leaves for another site is unmuted, and muted again when it comes back', async () => {
    const { practice } = world();
    const work = await openWork();
    await hours('off');
    await untilSound(work.id, 'muted by us');
    await work.page.goto(`${practice.otherOrigin}/`);
    await untilSound(work.id, 'on');
    await work.page.goto(`${practice.origin}/`);
    await untilSound(work.id, 'muted by us');
  });

  test('a tab that was discarded is muted again once it is loaded anew', async () => {
    const { driver, practice } = world();
    const work = await openWork();
    await hours('off');
    await untilSound(work.id, 'muted by us');
    await driver.hide(work.page);
    await discard(desk, work.id);
    const address = `${practice.origin}/`;
    const asleep = await until(
      'the tab to be discarded',
      async () => (await tabSounds(desk)).find(({ url, discarded }) => url === address && discarded),
      PATIENCE_MS,
    );
    await turnTo(desk, asleep.id);
    await until(
      'the tab to be loaded and muted',
      async () =>
        (await tabSounds(desk)).some((tab) => tab.url === address && !tab.discarded && tab.sound === 'muted by us'),
      PATIENCE_MS,
    );
  });

  test('a tab with a live microphone is left alone, and muted when the call is over', async () => {
    const work = await openWork();
    const quiet = await openWork('/strict/');
    await startCall(work.page);
    await hours('off');
    await untilSound(quiet.id, 'muted by us');
    expect(await soundOf(work.id)).toBe('on');
    await endCall(work.page);
    await untilSound(work.id, 'muted by us');
  });

  test('a page that stands still holds nobody up', async () => {
    const work = await openWork();
    const still = await standStill(work.page, 10_000);
    const first = await Promise.race([hours('off').then(() => 'hours saved'), still.over.then(() => 'page moves')]);
    expect(first).toBe('hours saved');
    await still.over;
    await hours('off');
    await untilSound(work.id, 'muted by us');
  });

  test('a call that begins after hours unmutes its tab, until it ends', async () => {
    const work = await openWork();
    await hours('off');
    await untilSound(work.id, 'muted by us');
    await startCall(work.page);
    await untilSound(work.id, 'on');
    await untilLookedAt();
    expect(await soundOf(work.id)).toBe('on');
    await endCall(work.page);
    await untilSound(work.id, 'muted by us');
  });
});
