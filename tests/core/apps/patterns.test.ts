import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appForOrigin,
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
    ['https://app.slack.com/*', { scheme: 'https', host: 'app.slack.com', subdomains: false, port: null }],
    ['https://*.zoom.us/*', { scheme: 'https', host: 'zoom.us', subdomains: true, port: null }],
    ['http://intranet:8065/*', { scheme: 'http', host: 'intranet', subdomains: false, port: 8065 }],
    ['*://127.0.0.1:9000/*', { scheme: '*', host: '127.0.0.1', subdomains: false, port: 9000 }],
    ['http://[::1]:8443/*', { scheme: 'http', host: '[::1]', subdomains: false, port: 8443 }],
    ['HTTPS://Büro.Example/*', { scheme: 'https', host: 'xn--bro-hoa.example', subdomains: false, port: null }],
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
    'https://example.org/path/*',
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
    expect(siteFromText(text)).toEqual({ ok: true, value: { name, pattern } });
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

describe('appForOrigin', () => {
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
    expect(appForOrigin(apps, origin)?.id).toBe(id);
  });

  it('prefers an exact host to a wildcard that also covers it', () => {
    const two = [chosen('wild', 'https://*.example.org/*'), chosen('exact', 'https://example.org/*')];
    expect(appForOrigin(two, 'https://example.org')?.id).toBe('exact');
    expect(appForOrigin(two, 'https://x.example.org')?.id).toBe('wild');
  });

  it('prefers a longer exact host to a shorter wildcard', () => {
    const two = [chosen('wild', 'https://*.b.c.d.e.f.example/*'), chosen('exact', 'https://a.b.c.d.e.f.example/*')];
    expect(appForOrigin(two, 'https://a.b.c.d.e.f.example')?.id).toBe('exact');
  });
});
