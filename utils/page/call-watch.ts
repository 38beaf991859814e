import { afterwards, apply, cancelEvery, defineValue, every, getterOf, wrap } from './natives.ts';
import type { Offers } from './offers.ts';

/** `stop()` on a track fires no event, so a live microphone is looked at this often while there is one. */
const LOOK_EVERY_MS = 2_000;

/**
 * Tells whether the page holds a live microphone, so that a tab in a call is never muted. Nothing else about the stream is
 * looked at, and nothing about it leaves the page but "in a call" and "no longer".
 */
export function watchCalls(offers: Offers): void {
  const prototype = globalThis.MediaDevices?.prototype;
  const ask = prototype?.getUserMedia;
  const readyState = globalThis.MediaStreamTrack && getterOf(MediaStreamTrack.prototype, 'readyState');
  if (typeof ask !== 'function' || readyState === undefined) return;
  const { getAudioTracks } = MediaStream.prototype;
  let live: MediaStreamTrack[] = [];
  let timer: ReturnType<typeof setInterval> | undefined;

  const look = (): void => {
    for (let i = 0; i < live.length; i += 1) {
      if (apply(readyState, live[i], []) === 'live') return;
    }
    cancelEvery(timer);
    live = [];
    offers.tellCall(false);
  };

  const watch = (stream: MediaStream): void => {
    const tracks = apply(getAudioTracks, stream, []) as MediaStreamTrack[];
    if (tracks.length === 0) return;
    if (live.length === 0) {
      timer = every(look, LOOK_EVERY_MS);
      offers.tellCall(true);
    }
    for (let i = 0; i < tracks.length; i += 1) defineValue(live, live.length, tracks[i], true);
  };

  const hooked = wrap(ask, 'apply', (target: typeof ask, devices: MediaDevices, args: unknown[]) => {
    const stream = apply(target, devices, args as []) as Promise<MediaStream>;
    afterwards(stream, watch, () => undefined); // A refusal is the page's own to handle: it has the same promise.
    return stream;
  });
  defineValue(prototype, 'getUserMedia', hooked, true);
}
