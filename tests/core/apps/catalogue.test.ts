import { describe, expect, it } from 'vitest';
import { CATALOGUE, catalogueApp } from '../../../utils/core/apps/catalogue.ts';
import { APPS_WITH_RULES, senderRuleOf } from '../../../utils/core/apps/notification-rules.ts';
import { parsePattern } from '../../../utils/core/apps/patterns.ts';
import { titleCount } from '../../../utils/core/apps/title.ts';
import { readSender } from '../../../utils/core/contact/sender.ts';

/** Titles as their sources show them, with the count a person would read. */
const TITLES: readonly [app: string, title: string, count: number | null][] = [
  ['gmail', 'Inbox (2,669) - me@gmail.com - Gmail', 2_669],
  ['gmail', 'Inbox (1) - name@yourdomain.com - Your Org Mail', 1],
  ['gmail', 'Inbox (21,407) - me@gmail.com - Gmail', 21_407],
  ['gmail', 'Caixa de entrada (1.234) - x@x.com - E-mail de X', 1_234],
  ['gmail', 'Boîte de réception (1\u202f234) - x@x.com - Gmail', 1_234],
  ['gmail', '收件箱 - x@gmail.com - Gmail', null],
  ['slack', 'am-media-all (Channel) - Intermedia - 1 new item - Slack', 1],
  ['slack', '! general (Channel) - Acme - 2 new items - Slack', 2],
  ['slack', 'Viktor Gavrylenko (DM) - Sintegrum Team - 1 new item - Slack', 1],
  ['slack', '* general (Channel) - Acme - Slack', 0],
  ['slack', 'general (Channel) - Acme - Slack', null],
  ['teams', '(3) Chat | Microsoft Teams', 3],
  ['teams', '\u200e(3) Chat | Microsoft Teams', 3],
  ['teams', 'Calendar | Microsoft Teams', null],
  ['whatsapp', '(1) WhatsApp', 1],
  ['whatsapp', '(\u200e34\u200f) WhatsApp Business', 34],
  ['telegram', '3 notifications', 3],
  ['telegram', 'Telegram Web', null],
  ['discord', '(1) Discord | #general | Server One', 1],
  ['discord', '(224) Discord | Amigos', 224],
  ['discord', '(1466) Discord | @friend', 1_466],
  ['discord', '• Discord | #general', 0],
  ['mattermost', '(2) Town Square - Team Mattermost', 2],
  ['mattermost', '* Town Square - Team Mattermost', 0],
  ['rocketchat', '(5) Rocket.Chat', 5],
  ['rocketchat', '(•) Rocket.Chat', 0],
  ['rocketchat', '[7] (2) general', 7],
  ['rocketchat', '[999+] general', 999],
  ['zulip', '(3) #channel > topic - Acme - Zulip', 3],
  ['element', 'Element [3] | Project room', 3],
  ['element', `${'x'.repeat(600)} [3]`, null],
  ['zimbra', 'Zimbra: Inbox (19)', 19],
  ['roundcube', '(4) Roundcube Webmail :: Inbox', 4],
  ['proton-mail', '(1) Inbox | emailaddress@proton.me | Proton Mail', 1],
  ['proton-mail', '(99+) Inbox | emailaddress@proton.me | Proton Mail', 99],
  ['yahoo-mail', '(1 unread) - fake@fake.com - Yahoo Mail', 1],
];

const SENDERS: readonly [app: string, title: string, text: string, sender: string | null][] = [
  ['zulip', 'Ana Perez (to you)', '', 'Ana Perez'],
  ['zulip', '4 messages from Ana Perez (#engineering > release)', '', 'Ana Perez'],
  ['element', 'Ana Perez (Project room)', 'the server is down', 'Ana Perez'],
  ['element', 'Ana Perez', '', 'Ana Perez'],
  ['mattermost', 'Direct Message', '@ana: can you check the invoice?', 'ana'],
  ['mattermost', 'Town Square', '@ana uploaded a file', null],
  ['whatsapp', 'Ana Perez', '', 'Ana Perez'],
  ['telegram', 'Ana Perez @ Sales team', '', 'Ana Perez'],
  ['telegram', 'Ana Perez', 'hi @ all', 'Ana Perez'],
  ['proton-mail', 'New email received', 'From: Ana Perez - Quarterly report', null],
  ['roundcube', 'New Email!', 'You have received new mail.', null],
];

describe('the catalogue', () => {
  it('holds every service of the survey that still exists', () => {
    expect(CATALOGUE).toHaveLength(37);
    expect(catalogueApp('workplace')).toBeNull();
  });

  it('has ids that are unique, plain and free of the prefix of added sites', () => {
    const ids = CATALOGUE.map((app) => app.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^(?!site-)[a-z0-9-]{3,32}$/u);
  });

  it.each(CATALOGUE.map((app) => [app.id, app] as const))(
    '%s has valid patterns, or every employer hosts it',
    (id, app) => {
      for (const pattern of app.patterns) {
        expect(parsePattern(pattern), pattern).toMatchObject({ port: null, scheme: 'https' });
      }
      expect(new Set(app.patterns).size).toBe(app.patterns.length);
      expect(app.selfHosted || app.patterns.length > 0).toBe(true);
      expect(app.routes.length).toBeGreaterThan(0);
      expect(app.noteKey ?? `app-note.${id}`).toBe(`app-note.${id}`);
    },
  );

  it('gives no origin to two apps', () => {
    const patterns = CATALOGUE.flatMap((app) => app.patterns);
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  it('tells a limit of every app that a site worker or the page itself may notify for', () => {
    const limited = CATALOGUE.filter((app) => app.routes.includes('push') || app.routes.includes('none'));
    expect(limited.filter((app) => app.noteKey === null)).toEqual([]);
  });
});

describe('titleCount', () => {
  it.each(TITLES)('%s: %j counts %s', (id, title, count) => {
    expect(titleCount(catalogueApp(id)?.titleRule ?? '', title)).toBe(count);
  });

  it('has an example of every rule', () => {
    const tried = new Set(TITLES.map(([id]) => id));
    expect(CATALOGUE.filter((app) => app.titleRule !== null && !tried.has(app.id))).toEqual([]);
  });

  it.each(CATALOGUE.flatMap((app) => (app.titleRule === null ? [] : [[app.id, app.titleRule] as const])))(
    'the rule of %s reads a hostile title at once',
    (_, rule) => {
      const started = performance.now();
      for (const piece of ['(', ' - 1 ', '1', '\u202f1', '[1', '! ']) titleCount(rule, piece.repeat(200_000));
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );
});

describe('sender rules', () => {
  it.each(SENDERS)('%s: %j, %j is from %s', (id, title, text, sender) => {
    expect(readSender(senderRuleOf(id), title, text)).toBe(sender);
  });

  it('has an example of every rule', () => {
    const tried = new Set(SENDERS.map(([id]) => id));
    expect(APPS_WITH_RULES.filter((id) => !tried.has(id))).toEqual([]);
  });

  it('has no rule for an app that the catalogue does not know', () => {
    expect(APPS_WITH_RULES.filter((id) => catalogueApp(id) === null)).toEqual([]);
  });
});
