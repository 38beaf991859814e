import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appAt,
  matchesPattern,
  parsePattern,
  permissionPattern,
  siteFromText,
} from '../../../utils/core/apps/patterns.ts';
import type { ChosenApp } from '../../../utils/core/apps/types.ts';

const chosen = (id: string, ...patterns: string[]): ChosenApp => ({
  id,
  name: id,
  patterns,
  employment: 'job',
  treatment: 'general',
});

describe('parsePattern', () => {
  it.each([
    ['https://app.slack.com/*', { scheme: 'https', host: 'app.slack.com', subdomains: false, port: null, path: '' }],
    ['https://*.zoom.us/*', { scheme: 'https', host: 'zoom.us', subdomains: true, port: null, path: '' }],
    ['http://intranet:8065/*', { scheme: 'http', host: 'intranet', subdomains: false, port: 8065, path: '' }],
    ['*://127.0.0.1:9000/*', { scheme: '*', host: '127.0.0.1', subdomains: false, port: 9000, path: '' }],
    ['http://[::1]:8443/*', { scheme: 'http', host: '[::1]', subdomains: false, port: 8443, path: '' }],
    [
      'HTTPS://Büro.Example/*',
      { scheme: 'https', host: 'xn--bro-hoa.example', subdomains: false, port: null, path: '' },
    ],
    [
      'https://app.slack.com/client/T0001/*',
      { scheme: 'https', host: 'app.slack.com', subdomains: false, port: null, path: '/client/T0001' },
    ],
    [
      'https://*.example.org:8065/%74eam/b\u00fcro%2fx/*',
      { scheme: 'https', host: 'example.org', subdomains: true, port: 8065, path: '/team/b%C3%BCro%2Fx' },
    ],
  ])('reads %s', (text, site) => {
    expect(parsePattern(text)).toEqual(site);
  });

  it.each([
    '',
    '<all_urls>',
    '*://*/*',
    'https://*/*',
    'https://*.*.example.org/*',
    'https://example.org',
    'https://example.org/path',
    'https://example.org/path/',
    'https://example.org//*',
    'https://example.org/a//b/*',
    'https://example.org/a*/*',
    'https://example.org/*/b/*',
    'https://example.org/a/../b/*',
    'https://example.org/%2e%2E/*',
    'https://example.org/./*',
    'https://example.org/a?b/*',
    'https://example.org/a#b/*',
    'https://example.org/a\\b/*',
    'https://example.org/a b/*',
    'https://user@example.org/*',
    'https://example.org:0/*',
    'https://example.org:65536/*',
    'https://*.127.0.0.1/*',
    'https://*.[::1]/*',
    'https://..example.org/*',
    'https://exa mple.org/*',
    'file:///*',
    'ws://example.org/*',
    'javascript://example.org/*',
    'https://[::zz]/*',
    `https://${'a'.repeat(300)}.org/*`,
  ])('refuses %s', (text) => {
    expect(parsePattern(text)).toBeNull();
  });
});

describe('matchesPattern', () => {
  it.each([
    ['https://app.slack.com/*', 'https://app.slack.com', true],
    ['https://app.slack.com/*', 'https://app.slack.com:8443/x', true],
    ['https://app.slack.com/*', 'http://app.slack.com/', false],
    ['https://app.slack.com/*', 'https://app.slack.com.evil.example/', false],
    ['https://app.slack.com/*', 'https://evilapp.slack.com/', false],
    ['https://*.zoom.us/*', 'https://zoom.us', true],
    ['https://*.zoom.us/*', 'https://eu02.web.zoom.us/wc/1', true],
    ['https://*.zoom.us/*', 'https://notzoom.us', false],
    ['*://intranet:8065/*', 'http://intranet:8065', true],
    ['*://intranet:8065/*', 'http://intranet', false],
    ['https://intranet:443/*', 'https://intranet', true],
    ['*://intranet/*', 'ftp://intranet', false],
    ['*://[::1]/*', 'http://[0:0::1]:9/', true],
    ['https://büro.example/*', 'https://xn--bro-hoa.example', true],
    ['https://example.org/*', 'https://example.org./', true],
    ['https://x.example/a/*', 'https://x.example/a', true],
    ['https://x.example/a/*', 'https://x.example/a/', true],
    ['https://x.example/a/*', 'https://x.example/a/b?c#d', true],
    ['https://x.example/a/*', 'https://x.example/ab', false],
    ['https://x.example/a/*', 'https://x.example/A/', false],
    ['https://x.example/a/*', 'https://x.example/', false],
    ['https://x.example/a/*', 'https://x.example//a/', false],
    ['https://x.example/a/*', 'https://x.example/b/..%2fa/', false],
    ['https://x.example/a/*', 'https://x.example/b/../a/', true],
    ['https://x.example/a/*', 'https://x.example/%61/', true],
    ['https://x.example/a/*', 'https://x.example/?/a/', false],
    ['https://x.example/a/*', 'https://x.example/#/a/', false],
    ['https://x.example/a/*', 'https://x.example.evil.example/a/', false],
    ['https://x.example/a/b/*', 'https://x.example/a%2Fb/', false],
    ['https://x.example/a%2fb/*', 'https://x.example/a%2Fb/', true],
    ['https://x.example/...a/*', 'https://x.example/...a/', true],
    ['https://x.example/%zz/*', 'https://x.example/%zz/', true],
    ['https://x.example/b\u00fcro/*', 'https://x.example/b%c3%bcro/', true],
    ['http://x.example:8065/a/*', 'http://x.example:8065/a', true],
    ['http://x.example:8065/a/*', 'http://x.example/a', false],
    ['https://example.org/*', 'null', false],
    ['https://example.org/*', '', false],
    ['nonsense', 'https://example.org', false],
  ])('%s covers %s: %s', (pattern, url, covered) => {
    expect(matchesPattern(pattern, url)).toBe(covered);
  });
});

describe('permissionPattern', () => {
  it.each([
    ['http://intranet:8065/*', 'http://intranet/*'],
    ['http://[::1]:8065/*', 'http://[::1]/*'],
    ['https://*.zoom.us/*', 'https://*.zoom.us/*'],
    ['https://app.slack.com/client/T0001/*', 'https://app.slack.com/*'],
    ['nonsense', 'nonsense'],
  ])('%s asks for %s', (pattern, asked) => {
    expect(permissionPattern(pattern)).toBe(asked);
  });
});

describe('siteFromText', { timeout: 60_000 }, () => {
  it.each([
    ['chat.example.org', 'chat.example.org', 'https://chat.example.org/*'],
    ['  https://Chat.Example.org/team/x?y#z ', 'chat.example.org', 'https://chat.example.org/*'],
    ['http://intranet:8065', 'intranet:8065', 'http://intranet:8065/*'],
    ['intranet:8065/channels', 'intranet:8065', '*://intranet:8065/*'],
    ['localhost:3000', 'localhost:3000', '*://localhost:3000/*'],
    ['192.168.1.20', '192.168.1.20', '*://192.168.1.20/*'],
    ['[::1]:8065', '[::1]:8065', '*://[::1]:8065/*'],
    ['büro.example', 'büro.example', 'https://xn--bro-hoa.example/*'],
    ['chat.example.org.', 'chat.example.org', 'https://chat.example.org/*'],
    ['https://chat.example.org:443/', 'chat.example.org', 'https://chat.example.org/*'],
    ['my_host.corp.example', 'my_host.corp.example', 'https://my_host.corp.example/*'],
  ])('takes %s', (text, name, pattern) => {
    expect(siteFromText(text)).toMatchObject({ ok: true, value: { name, pattern } });
  });

  it.each([
    ['', 'site.empty'],
    ['   ', 'site.empty'],
    ['javascript:alert(1)', 'site.scheme'],
    ['JavaScript://example.org/%0aalert(1)', 'site.scheme'],
    ['file:///etc/passwd', 'site.scheme'],
    ['ftp://example.org', 'site.scheme'],
    ['chrome://extensions', 'site.scheme'],
    ['data:text/html,hi', 'site.scheme'],
    ['mailto:ana@example.org', 'site.scheme'],
    ['slack:open', 'site.scheme'],
    ['https://ana:secret@example.org', 'site.credentials'],
    ['ana@example.org', 'site.credentials'],
    ['ana:secret@example.org', 'site.credentials'],
    ['*', 'site.not-a-url'],
    ['*.example.org', 'site.not-a-url'],
    ['https://*/*', 'site.not-a-url'],
    ['my chat', 'site.not-a-url'],
    ['https://', 'site.not-a-url'],
    ['https://exa\u0000mple.org', 'site.not-a-url'],
    ['https://exa\nmple.org', 'site.not-a-url'],
    ['https://example..org', 'site.not-a-url'],
    ['https://example.org:99999', 'site.not-a-url'],
    ['/team/x', 'site.not-a-url'],
    ['https:///team/x', 'site.not-a-url'],
    ['https://good.example\\@evil.example', 'site.credentials'],
    ['good.example\\x', 'site.not-a-url'],
    [`https://example.org/${'x'.repeat(3_000)}`, 'site.too-long'],
  ])('refuses %j with %s', (text, code) => {
    const result = siteFromText(text);
    expect(result.ok ? 'accepted' : result.problem).toMatchObject({ code, field: 'site' });
  });

  it('gives only patterns that parse and cover what was typed, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' }), fc.domain()), (text) => {
        const site = siteFromText(text);
        if (!site.ok) return true;
        const { pattern } = site.value;
        const url = text.includes('://') ? text.trim() : `https://${text.trim()}`;
        return parsePattern(pattern) !== null && matchesPattern(pattern, url);
      }),
      { numRuns: 500 },
    );
  });
});

describe('appAt', () => {
  const apps = [
    chosen('wide', 'https://*.example.org/*'),
    chosen('narrow', 'https://*.team.example.org/*'),
    chosen('exact', 'https://chat.team.example.org/*'),
    chosen('port', 'https://chat.team.example.org:8443/*'),
    chosen('late', 'https://chat.team.example.org/*'),
  ];

  it.each([
    ['https://example.org', 'wide'],
    ['https://x.team.example.org', 'narrow'],
    ['https://chat.team.example.org', 'exact'],
    ['https://chat.team.example.org:8443', 'port'],
    ['http://example.org', undefined],
    ['null', undefined],
    ['', undefined],
  ])('%s belongs to %s', (origin, id) => {
    expect(appAt(apps, origin)?.id).toBe(id);
  });

  it('prefers an exact host to a wildcard that also covers it', () => {
    const two = [chosen('wild', 'https://*.example.org/*'), chosen('exact', 'https://example.org/*')];
    expect(appAt(two, 'https://example.org')?.id).toBe('exact');
    expect(appAt(two, 'https://x.example.org')?.id).toBe('wild');
  });

  it('prefers a longer exact host to a shorter wildcard', () => {
    const two = [chosen('wild', 'https://*.b.c.d.e.f.example/*'), chosen('exact', 'https://a.b.c.d.e.f.example/*')];
    expect(appAt(two, 'https://a.b.c.d.e.f.example')?.id).toBe('exact');
  });

  const accounts = [
    chosen('slack', 'https://app.slack.com/client/T0001/*'),
    chosen('slack-2', 'https://app.slack.com/client/T0002/*'),
    chosen('team', 'https://app.slack.com/client/T0002/C7/*'),
  ];

  it.each([
    ['https://app.slack.com/client/T0001', 'slack'],
    ['https://app.slack.com/client/T0001/C1?x#y', 'slack'],
    ['https://app.slack.com/client/T0002/C1', 'slack-2'],
    ['https://app.slack.com/client/T0002/C7/thread', 'team'],
    ['https://app.slack.com/client/T0003/C1', undefined],
    ['https://app.slack.com/client/T00011', undefined],
    ['https://app.slack.com/', undefined],
    ['https://app.slack.com', undefined],
  ])('where only accounts were chosen, %s belongs to %s', (address, id) => {
    expect(appAt(accounts, address)?.id).toBe(id);
  });

  it('gives what no account covers to the app that has the whole site', () => {
    const both = [...accounts, chosen('whole', 'https://app.slack.com/*')];
    expect(appAt(both, 'https://app.slack.com/client/T0003/C1')?.id).toBe('whole');
    expect(appAt(both, 'https://app.slack.com/client/T0001/C1')?.id).toBe('slack');
  });

  it('goes by host first, then path, then port', () => {
    const ladder = [
      chosen('e', 'https://*.x.example/a/*'),
      chosen('c', '*://h.x.example/*'),
      chosen('b', 'https://h.x.example:443/*'),
      chosen('a', '*://h.x.example/a/*'),
    ];
    for (let left = ladder.length; left > 0; left--)
      expect(appAt(ladder.slice(0, left), 'https://h.x.example/a')?.id).toBe(ladder[left - 1]?.id);
  });

  it('gives an address to one app at most, which covers it and is the same in any order of choice', () => {
    const word = fc.constantFrom('a', 'b', 'A', '%61', 'a%2Fb', 'b\u00fc', '%zz');
    const path = fc.array(word, { maxLength: 3 }).map((words) => words.map((part) => `/${part}`).join(''));
    const host = fc.constantFrom('x.example', 'y.x.example', 'z.y.x.example');
    const port = fc.constantFrom('', ':443', ':8443');
    const pattern = fc
      .tuple(fc.constantFrom('*', 'http', 'https'), fc.constantFrom('', '*.'), host, port, path)
      .map(([scheme, wild, name, at, below]) => `${scheme}://${wild}${name}${at}${below}/*`);
    const apps = fc
      .array(fc.array(pattern, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
      .map((lists) => lists.map((patterns, n) => chosen(`app-${n}`, ...patterns)));
    const address = fc.tuple(fc.constantFrom('http', 'https'), host, port, path).map((parts) => {
      const [scheme, name, at, below] = parts;
      return `${scheme}://${name}${at}${below}`;
    });
    const shuffled = apps.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    let found = 0;
    fc.assert(
      fc.property(shuffled, address, ([list, mixed], at) => {
        const app = appAt(list, at);
        expect(appAt(mixed, at)?.id).toBe(app?.id);
        const covering = list.filter(({ patterns }) => patterns.some((one) => matchesPattern(one, at)));
        expect(covering.length > 0).toBe(app !== null);
        if (app !== null) expect(covering).toContain(app);
        found += app === null ? 0 : 1;
      }),
      { numRuns: 2_000 },
    );
    expect(found).toBeGreaterThan(200);
  });
});
