import { CHAT_APPS } from './catalogue/chat.ts';
import { MAIL_APPS } from './catalogue/mail.ts';
import { WORK_APPS } from './catalogue/work.ts';
import { softwareOf } from './software.ts';
import type { CatalogueApp } from './types.ts';

/** Every work app we know of, as data; what `confidence: 'low'` marks was never seen at work by anybody we can name. */
export const CATALOGUE: readonly CatalogueApp[] = [...MAIL_APPS, ...CHAT_APPS, ...WORK_APPS];

const BY_ID: ReadonlyMap<string, CatalogueApp> = new Map(CATALOGUE.map((app) => [app.id, app]));

/** Null for sites that the person added. */
export const catalogueApp = (id: string): CatalogueApp | null => BY_ID.get(softwareOf(id)) ?? null;
