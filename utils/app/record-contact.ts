import { senderRuleOf } from '../core/apps/notification-rules.ts';
import { type Allowance, allowanceAt } from '../core/contact/flood.ts';
import { privateContent, readSender } from '../core/contact/sender.ts';
import type { ContactSource, Decision, OfferedContact, Treatment } from '../core/contact/types.ts';
import type { Settings } from '../core/settings/types.ts';
import type { Instant } from '../core/time/instant.ts';
import { type Judgement, judgeWatched } from './judge.ts';
import {
  type Append,
  type Clock,
  keysOf,
  type LogStore,
  type Pseudonyms,
  type SettingsStore,
  type Sites,
} from './ports.ts';
import { createSightings } from './sightings.ts';

export interface RecordContactPorts {
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly sites: Pick<Sites, 'granted'>;
  readonly log: LogStore;
  readonly pseudonyms: Pseudonyms;
  /** Is this the message by which the person tries the extension? Then it is noted, and never logged as a contact. */
  readonly isSelfTest: (source: ContactSource, contact: OfferedContact, treatment: Treatment) => boolean;
  readonly countInHours: (app: string, count: number) => Promise<void>;
  readonly changed: () => void;
}

type Decisions = Record<string, Decision>;

export type RecordContact = (items: readonly OfferedContact[], source: ContactSource) => Promise<Readonly<Decisions>>;

/**
 * Judges offered contacts by our own clock and settings, records those that did not come in hours, and says what becomes of each.
 * @throws when the log could not be written: then no answer goes out, and the page fails open.
 */
export function createRecordContact(ports: RecordContactPorts): RecordContact {
  const sightings = createSightings();
  const allowances = new Map<string, Allowance>();

  return async (items, source) => {
    const at = ports.clock.now();
    const settings = await ports.settings.read();
    const judgement = await judgeWatched(ports.sites, settings, source, at);
    if (judgement === null) return decideAll(items, 'native');
    const { app, verdict, treatment, treatmentNow } = judgement;
    const decisions: Decisions = {};
    const appends: Append[] = [];
    const surplus: Append[] = [];
    let inHours = 0;
    for (const contact of items) {
      if (ports.isSelfTest(source, contact, treatment)) {
        decisions[contact.id] = treatment;
        appends.push({ draft: { kind: 'note', what: 'self-test' }, once: `self-test ${contact.id}` });
      } else if (verdict.kind === 'working') {
        decisions[contact.id] = 'native';
        inHours += contact.failedOpen ? 0 : 1; // Late ones were counted when they were first offered.
      } else {
        const seen = { ...contact, app: app.id, tabId: source.tabId, at };
        const known = contact.failedOpen ? null : sightings.meet(seen, treatmentNow);
        decisions[contact.id] = known ?? treatmentNow;
        if (known === null)
          (spend(source.origin, at) ? appends : surplus).push(await appendOf(contact, judgement, settings, source, at));
      }
    }
    if (inHours > 0) await ports.countInHours(app.id, inHours);
    appends.push(...collapse(surplus, app.id, source.origin, at));
    if (appends.length > 0) await write(appends, decisions);
    return decisions;
  };

  /** Takes one single entry from the origin's allowance; false when it has none left. */
  function spend(origin: string, at: Instant): boolean {
    const { left } = allowanceAt(allowances.get(origin), at);
    allowances.set(origin, { left: left >= 1 ? left - 1 : left, at });
    return left >= 1;
  }

  async function write(appends: readonly Append[], decisions: Decisions): Promise<void> {
    const results = await ports.log.append(appends);
    const late: Append[] = [];
    for (const [index, { seq, before }] of results.entries()) {
      const draft = appends[index]?.draft;
      if (before === null || draft?.kind !== 'contact') continue;
      decisions[draft.id] = before;
      if (!draft.failedOpen || before === 'show') continue;
      const note = { kind: 'note', what: 'shown-by-timeout', ref: seq } as const;
      late.push({ draft: note, once: `late ${draft.id}`, unhold: draft.id });
    }
    if (late.length > 0) await ports.log.append(late);
    ports.changed();
  }

  async function appendOf(
    contact: OfferedContact,
    { app, employment, verdict, treatmentNow }: Judgement,
    settings: Settings,
    { origin, tabId, frameId }: ContactSource,
    at: Instant,
  ): Promise<Append> {
    const { id, title, text, route, failedOpen } = contact;
    const sender = readSender(senderRuleOf(app.id), title, text);
    const wantsAlias = sender !== null && settings.record.sender !== 'none';
    const alias = wantsAlias ? await ports.pseudonyms.aliasOf(app.id, sender) : null;
    const draft = {
      kind: 'contact',
      id,
      app: app.id,
      origin,
      route,
      certainty: 'observed',
      treatment: failedOpen ? 'show' : treatmentNow,
      failedOpen,
      employment: employment.id,
      verdict,
      content: privateContent(settings.record, contact, sender, alias),
    } as const;
    if (draft.treatment !== 'hold') return { draft };
    return { draft, held: [{ id, app: app.id, origin, tabId, frameId, at, sender, title, text, handedOverAt: null }] };
  }
}

/** A flood: one counted entry in place of many; what it held is kept as ever. */
function collapse(surplus: readonly Append[], app: string, origin: string, from: Instant): Append[] {
  if (surplus.length === 0) return [];
  const held = surplus.flatMap((append) => append.held ?? []);
  const counts = surplus.flatMap(keysOf);
  return [{ draft: { kind: 'collapse', app, origin, count: counts.length, from }, counts, held }];
}

function decideAll(items: readonly OfferedContact[], decision: Decision): Decisions {
  return Object.fromEntries(items.map(({ id }) => [id, decision]));
}
