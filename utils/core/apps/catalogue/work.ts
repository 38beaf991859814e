import type { CatalogueApp } from '../types.ts';
import { entry } from './entry.ts';

/** Calendars, meetings and project boards. Of most, how they notify is not known. */
export const WORK_APPS: readonly CatalogueApp[] = [
  entry({
    id: 'google-calendar',
    name: 'Google Calendar',
    category: 'calendar',
    patterns: ['https://calendar.google.com/*'],
    routes: ['page-registration', 'none'],
    confidence: 'high',
    noteKey: 'app-note.google-calendar',
  }),
  entry({ id: 'google-meet', name: 'Google Meet', category: 'meeting', patterns: ['https://meet.google.com/*'] }),
  entry({
    id: 'zoom',
    name: 'Zoom',
    category: 'meeting',
    patterns: ['https://*.zoom.us/*', 'https://*.zoomgov.com/*'],
  }),
  entry({ id: 'webex', name: 'Webex', category: 'meeting', patterns: ['https://*.webex.com/*'] }),
  entry({
    id: 'basecamp',
    name: 'Basecamp',
    category: 'project',
    patterns: ['https://3.basecamp.com/*', 'https://launchpad.37signals.com/*'],
  }),
  entry({ id: 'asana', name: 'Asana', category: 'project', patterns: ['https://app.asana.com/*'] }),
  entry({
    id: 'jira',
    name: 'Jira / Confluence',
    category: 'project',
    patterns: ['https://*.atlassian.net/*'],
    selfHosted: true,
  }),
  entry({ id: 'trello', name: 'Trello', category: 'project', patterns: ['https://trello.com/*'] }),
  entry({ id: 'clickup', name: 'ClickUp', category: 'project', patterns: ['https://app.clickup.com/*'] }),
  entry({
    id: 'notion',
    name: 'Notion',
    category: 'project',
    patterns: ['https://www.notion.so/*', 'https://mail.notion.so/*'],
  }),
  entry({ id: 'monday', name: 'monday.com', category: 'project', patterns: ['https://*.monday.com/*'] }),
  entry({
    id: 'bitrix24',
    name: 'Bitrix24',
    category: 'project',
    // One zone per country; the .es zone serves Latin America.
    patterns: [
      ...['com', 'eu', 'de', 'es', 'com.br', 'fr', 'it', 'com.tr', 'ru', 'ua'],
      ...['pl', 'kz', 'by', 'in', 'cn', 'id', 'vn', 'jp', 'uk'],
    ].map((zone) => `https://*.bitrix24.${zone}/*`),
    selfHosted: true,
    confidence: 'medium',
  }),
];
