import type { CatalogueApp } from '../types.ts';
import { entry } from './entry.ts';

/** Zoho runs one data centre per domain; beyond .com they are taken from its published list. */
const ZOHO = [
  'zoho.com',
  'zoho.eu',
  'zoho.in',
  'zoho.com.au',
  'zoho.jp',
  'zoho.com.cn',
  'zoho.sa',
  'zoho.ae',
  'zohocloud.ca',
];
export const zohoPatterns = (product: string): string[] => ZOHO.map((domain) => `https://${product}.${domain}/*`);

export const MAIL_APPS: readonly CatalogueApp[] = [
  entry({
    id: 'gmail',
    name: 'Gmail',
    category: 'email',
    patterns: ['https://mail.google.com/*'],
    routes: ['page', 'page-registration'],
    confidence: 'medium',
    // The count belongs to the view on screen; an opened mail whose subject ends in a number can look the same.
    titleRule: String.raw`^[^()]*\((\d+)\)\s+-\s+\S+@\S+\s+-\s`,
    accountPath: '/mail/u/<n>',
    noteKey: 'app-note.gmail',
  }),
  entry({
    id: 'outlook',
    name: 'Outlook',
    category: 'email',
    patterns: [
      'https://outlook.office.com/*',
      'https://outlook.office365.com/*',
      'https://outlook.cloud.microsoft/*',
      'https://outlook.live.com/*',
      'https://outlook.office365.us/*',
    ],
    routes: ['none', 'push'],
    confidence: 'high',
    noteKey: 'app-note.outlook',
  }),
  entry({
    id: 'proton-mail',
    name: 'Proton Mail',
    category: 'email',
    patterns: ['https://mail.proton.me/*'],
    routes: ['page'],
    confidence: 'high',
    // The text names the sender after a prefix that changes with the language, so no sender rule.
    titleRule: String.raw`^\((\d+)\)\s.*Proton`,
  }),
  entry({
    id: 'yahoo-mail',
    name: 'Yahoo Mail',
    category: 'email',
    patterns: ['https://mail.yahoo.com/*'],
    confidence: 'medium',
    titleRule: String.raw`^\((\d+)\s[^)]*\)\s-\s`,
  }),
  entry({
    id: 'fastmail',
    name: 'Fastmail',
    category: 'email',
    patterns: ['https://www.fastmail.com/*', 'https://app.fastmail.com/*'],
  }),
  entry({
    id: 'zoho-mail',
    name: 'Zoho Mail',
    category: 'email',
    patterns: zohoPatterns('mail'),
    confidence: 'medium',
  }),
  entry({
    id: 'roundcube',
    name: 'Roundcube',
    category: 'email',
    selfHosted: true,
    routes: ['page'],
    confidence: 'high',
    titleRule: String.raw`^\((\d+)\)\s`,
    noteKey: 'app-note.roundcube',
  }),
  entry({
    id: 'zimbra',
    name: 'Zimbra',
    category: 'email',
    selfHosted: true,
    confidence: 'medium',
    titleRule: String.raw`^Zimbra:.*\((\d+)\)`,
  }),
];
