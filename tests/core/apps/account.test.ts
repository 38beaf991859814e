import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountFromText } from '../../../utils/core/apps/account.ts';
import { CATALOGUE, catalogueApp } from '../../../utils/core/apps/catalogue.ts';
import { matchesPattern } from '../../../utils/core/apps/patterns.ts';
import { softwareOf } from '../../../utils/core/apps/software.ts';

const SITE = null;
const long = 'x'.repeat(290);

describe('accountFromText', () => {
  it.each([
    ['slack', 'https://app.slack.com/client/T0001/C0002/thread?x=1#y', 'T0001', 'https://app.slack.com/client/T0001/*'],
    ['slack', 'app.slack.com/client/T0001', 'T0001', 'https://app.slack.com/client/T0001/*'],
    ['gmail', 'https://mail.google.com/mail/u/1/#inbox/Fabc', '1', 'https://mail.google.com/mail/u/1/*'],
    ['mattermost', 'http://intranet:8065/night-shift/channels/x', 'night-shift', 'http://intranet:8065/night-shift/*'],
    ['asana', 'https://app.asana.com/0/12/list/', 'list', 'https://app.asana.com/0/12/list/*'],
    [SITE, 'https://x.example/a/b//', 'b', 'https://x.example/a/b/*'],
    [SITE, 'x.example/b\u00fcro', 'b\u00fcro', 'https://x.example/b%C3%BCro/*'],
    [SITE, 'x.example/%zz', '%zz', 'https://x.example/%zz/*'],
  ])('of %s, %s is account %s', (id, text, name, pattern) => {
    const app = id === SITE ? null : catalogueApp(id);
    expect(accountFromText(text, app)).toMatchObject({ ok: true, value: { name, pattern } });
  });

  it.each([
    ['slack', 'https://app.slack.com/', 'site.no-account'],
    ['slack', 'https://app.slack.com/client/', 'site.no-account'],
    ['slack', 'https://app.slack.com/Client/T0001', 'site.no-account'],
    ['slack', 'https://app.slack.com/client//T0001', 'site.no-account'],
    ['slack', 'https://acme.slack.com/client/T0001', 'site.other-app'],
    ['slack', 'https://evil.example/client/T0001', 'site.other-app'],
    ['gmail', 'https://mail.google.com/mail/#inbox', 'site.no-account'],
    ['mattermost', 'https://chat.example', 'site.no-account'],
    [SITE, 'https://x.example//', 'site.no-account'],
    [SITE, 'https://x.example/a*b', 'site.no-account'],
    [SITE, 'https://x.example/a//b', 'site.no-account'],
    [SITE, 'https://x.example/?a=b#c', 'site.no-account'],
    [SITE, `https://x.example/${long}`, 'site.too-long'],
    [SITE, 'javascript:alert(1)', 'site.scheme'],
    [SITE, '', 'site.empty'],
  ])('of %s, %j is refused with %s', (id, text, code) => {
    const result = accountFromText(text, id === SITE ? null : catalogueApp(id));
    expect(result.ok ? 'accepted' : result.problem).toMatchObject({ code, field: 'site' });
  });

  it('covers the address it was read from, whatever is pasted', { timeout: 60_000 }, () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true, size: '+1' }), (text) => {
        const account = accountFromText(text, null);
        taken += account.ok ? 1 : 0;
        return !account.ok || matchesPattern(account.value.pattern, text);
      }),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});

describe('the id of a second account', () => {
  it('leads back to its software', () => {
    expect(catalogueApp('slack-2')?.id).toBe('slack');
    expect(catalogueApp('site-slack')).toBeNull();
  });

  it('is never that of another app', () => {
    for (const { id } of CATALOGUE) expect(softwareOf(id)).toBe(id);
  });
});

it('says of an account by path only what a path can say', () => {
  for (const { accountPath } of CATALOGUE) expect(accountPath ?? '').toMatch(/^(?:\/(?:[a-z]+|<[a-z]+>))*$/);
});
