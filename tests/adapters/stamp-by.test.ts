import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { stampBy } from '../../entrypoints/log/time-stamps.ts';
import { fetchStampHere } from '../../utils/adapters/time-stamp-desk.ts';
import { ok } from '../../utils/core/result.ts';

vi.mock('../../utils/adapters/time-stamp-desk.ts', () => ({ fetchStampHere: vi.fn(async () => ok(5_000)) }));

const CHECKPOINT = { log: 'a'.repeat(32), number: 3 };
const URL = 'https://tsa.example.org:8443/tsr?x=1';

describe('a service', () => {
  const request = vi.fn(async () => true);
  beforeEach(() => {
    vi.clearAllMocks();
    browser.permissions.request = request as typeof browser.permissions.request;
  });

  it('is asked once the browser was, within the click, for this one host', async () => {
    const stamped = stampBy(CHECKPOINT, URL);
    // Before anything is awaited: browsers grant nothing once the click is over.
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://tsa.example.org/*'] });
    expect(fetchStampHere).not.toHaveBeenCalled();
    expect(await stamped).toEqual({ ok: true, value: 5_000 });
    expect(fetchStampHere).toHaveBeenCalledExactlyOnceWith({ ...CHECKPOINT, url: URL });
  });

  it('is not asked without permission, nor where its address is none', async () => {
    request.mockResolvedValueOnce(false);
    expect(await stampBy(CHECKPOINT, URL)).toMatchObject({ problem: { code: 'stamp.no-permission' } });
    expect(await stampBy(CHECKPOINT, 'https://[')).toMatchObject({ problem: { code: 'settings.time-stamp-address' } });
    expect(fetchStampHere).not.toHaveBeenCalled();
    expect(request).toHaveBeenCalledTimes(1);
  });
});
