import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleOf, isDouble, type SeenContact } from '../../../utils/core/contact/doubles.ts';

const seen = (over: Partial<SeenContact> = {}): SeenContact => ({
  app: 'slack',
  route: 'page',
  tabId: 1,
  title: 'Ana',
  text: 'see you at 9',
  tag: 'm1',
  at: 1_000_000,
  ...over,
});

describe('isDouble', () => {
  it.each([
    ['another route', { route: 'page-registration' }, true],
    ['another tab', { tabId: 2 }, true],
    ['another route that knows no tag', { route: 'title', tag: '' }, true],
    ['another tab five seconds later', { tabId: 2, at: 1_005_000 }, true],
    ['another tab five seconds earlier', { tabId: 2, at: 995_000 }, true],
    ['another tab more than five seconds later', { tabId: 2, at: 1_005_001 }, false],
    ['the same route and tab', {}, false],
    ['another tab with another text', { tabId: 2, text: 'see you at 8' }, false],
    ['another tab with another title', { tabId: 2, title: 'Eva' }, false],
    ['another tab with another tag', { tabId: 2, tag: 'm2' }, false],
    ['another app', { tabId: 2, app: 'teams' }, false],
  ] as const)('%s: %s', (_, over, double) => {
    expect(isDouble(seen(), seen(over))).toBe(double);
    expect(isDouble(seen(over), seen())).toBe(double);
  });
});

describe('doubleOf', { timeout: 60_000 }, () => {
  it('counts hidden previews once per message, however two tabs interleave', () => {
    const hidden = { title: 'New message', text: '', tag: '' };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.infiniteStream(fc.boolean()), (count, coin) => {
        const left = { 1: count, 2: count };
        const messages: SeenContact[][] = [];
        for (let at = 0; left[1] + left[2] > 0; at += 1) {
          const tabId = (coin.next().value && left[1] > 0) || left[2] === 0 ? 1 : 2;
          left[tabId] -= 1;
          const next = seen({ ...hidden, tabId, at });
          const known = messages[doubleOf(messages, next)];
          if (known === undefined) messages.push([next]);
          else known.push(next);
        }
        expect(messages).toHaveLength(count);
      }),
    );
  });

  it('keeps two equal messages of one tab apart', () => {
    expect(doubleOf([[seen()]], seen())).toBe(-1);
  });
});
