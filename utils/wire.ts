import { browser } from 'wxt/browser';
import { createAlarms } from './adapters/alarms.ts';
import { createAnnouncer } from './adapters/announcer.ts';
import { createBadge } from './adapters/badge.ts';
import { createCheckpointStore } from './adapters/checkpoint-store.ts';
import { createStamp, systemClock } from './adapters/clock.ts';
import { randomBytes, sha256 } from './adapters/crypto.ts';
import { openDatabase } from './adapters/database.ts';
import { createDayCountStore } from './adapters/day-count-store.ts';
import { createGateStore } from './adapters/gate-store.ts';
import { createHeldStore } from './adapters/held-store.ts';
import { createLineTimes } from './adapters/line-times.ts';
import { createLogStore } from './adapters/log-store.ts';
import { createLoggedWatchStore } from './adapters/logged-watch-store.ts';
import { createNotifier } from './adapters/notifier.ts';
import { createPseudonyms } from './adapters/pseudonyms.ts';
import { createSettingsStore } from './adapters/settings-store.ts';
import { signatureCrypto } from './adapters/signature-crypto.ts';
import { createSigningKeys } from './adapters/signing-key.ts';
import { createSites } from './adapters/sites.ts';
import { createTabs } from './adapters/tabs.ts';
import { loadText } from './adapters/text.ts';
import { endSession, readSession } from './adapters/vault-session.ts';
import { readVaultState } from './adapters/vault-state.ts';
import { annotate } from './app/annotate.ts';
import { appendOwn } from './app/append-own.ts';
import { createCarePause } from './app/care-pause.ts';
import { createChangeSettings } from './app/change-settings.ts';
import { createCountInHours } from './app/count-in-hours.ts';
import { dueCheckpoint } from './app/due-checkpoint.ts';
import { eraseAll } from './app/erase-all.ts';
import { erasePrivate } from './app/erase-private.ts';
import { createHeldItems } from './app/held-items.ts';
import { createKeepRecord } from './app/keep-record.ts';
import { createKeepUp } from './app/keep-up.ts';
import { keepWatched } from './app/keep-watched.ts';
import { watchLog } from './app/log-health.ts';
import { makeCheckpoint } from './app/make-checkpoint.ts';
import type { TabWatch } from './app/ports.ts';
import { readStatus } from './app/read-status.ts';
import { createRecordContact } from './app/record-contact.ts';
import { reportContact } from './app/report-contact.ts';
import { createSelfTest } from './app/self-test.ts';
import { hex } from './core/log/bytes.ts';
import type { Handlers } from './messages/router.ts';

/** Bytes of the random name of one run of the background. */
const EPOCH_BYTES = 8;

export interface App {
  readonly handlers: Handlers;
  /** Settles all that follows from the hour: gate, badge, alarm, mutes, hand-over. */
  keepUp(): Promise<void>;
  /** Settles also which sites are watched. */
  rewatch(): Promise<void>;
  /** Opens the first-run page, once in the life of a profile. */
  welcome(): Promise<void>;
}

/** The composition root: adapters to use-cases to messages. Used by the background only. */
export async function wire(tabWatch: TabWatch): Promise<App> {
  const db = await openDatabase();
  const clock = systemClock;
  const settings = createSettingsStore(db);
  const held = createHeldStore(db);
  const days = createDayCountStore(db);
  const sites = createSites();
  const tabs = createTabs();
  const notifier = createNotifier();
  const announcer = createAnnouncer();
  const changed = (): void => announcer.statusChanged();
  const text = async () => loadText((await settings.read()).language);

  const writer = `${browser.runtime.getManifest().version} ${import.meta.env.BROWSER}`;
  const stamp = createStamp(clock, hex(randomBytes(EPOCH_BYTES)));
  const store = createLogStore({ db, stamp, random: randomBytes, sha256, writer });
  const log = watchLog(store, changed);

  const pseudonyms = createPseudonyms(db);
  const { sha512 } = signatureCrypto;
  const checkpoints = createCheckpointStore(db);
  const signed = { clock, log, keys: createSigningKeys(db), checkpoints, sha512 };
  const logged = createLoggedWatchStore(db);
  const lineTimes = createLineTimes(db);
  const record = createKeepRecord({
    steps: [
      () => readSession(clock.now()).then(() => false), // Removes the key of a log that locks by itself.
      () => log.beat().then(() => false),
      () => keepWatched({ clock, settings, sites, log, logged }),
      () => dueCheckpoint({ ...signed, settings, lineTimes }),
    ],
    changed,
    report: (error) => console.error(error),
  });

  const keepUp = createKeepUp({
    clock,
    settings,
    held,
    sites,
    tabs,
    notifier,
    gate: createGateStore(),
    badge: createBadge(),
    alarms: createAlarms(),
    tabWatch,
    text,
    changed,
    logBroken: log.broken,
    record: () => void record(),
  });
  const selfTest = createSelfTest({ settings, tabs, text });
  const countInHours = createCountInHours({ clock, settings, sites, days, changed });
  const recordContact = createRecordContact({
    clock,
    settings,
    sites,
    log,
    pseudonyms,
    isSelfTest: selfTest.isSelfTest,
    countInHours: countInHours.add,
    changed: () => void keepUp.refreshBadge(),
  });
  const change = createChangeSettings({ clock, settings, log, sha256, changed: keepUp.rewatch });
  const care = createCarePause({ clock, settings, log, changed: keepUp.rewatch });
  const heldItems = createHeldItems({ held, settings, tabs, changed: () => void keepUp.refreshBadge() });

  const done = async (work: Promise<void>): Promise<null> => {
    await work;
    return null;
  };
  const handlers: Handlers = {
    'contact.seen': async ({ items }, source) => ({
      decisions: await recordContact(items, source),
      mark: (await text())('mark.flag'),
    }),
    'contact.in-hours': ({ count }, source) => done(countInHours.tell(count, source)),
    'call.state': () => done(keepUp.settleMutes()),
    'status.read': () =>
      readStatus({
        clock,
        settings,
        held,
        days,
        sites,
        notifier,
        logBroken: log.broken,
        vault: () => readVaultState(db, clock.now()),
      }),
    'settings.save': ({ settings: value }) => change.save(value),
    'settings.export': () => change.exportFile(),
    'override.start': (override) => change.startOverride(override),
    'override.end': () => change.endOverride(),
    'care.start': () => care.start(),
    'care.end': () => care.end(),
    'held.read': () => held.all(),
    'held.open': ({ id, origin }) => done(heldItems.open(id, origin)),
    'held.dismiss': ({ ids }) => done(heldItems.dismiss(ids)),
    'checkpoints.make': async () => {
      const made = await makeCheckpoint(signed, 'asked');
      changed();
      return made;
    },
    'log.annotate': (saying) => annotate({ log, changed }, saying),
    'log.report': (report) => reportContact({ clock, settings, log, changed }, report),
    'log.chain': ({ draft }) => appendOwn({ log, changed }, draft),
    'log.erase': (erasure) => erasePrivate({ log, changed }, erasure),
    'log.erase-all': ({ settings: too }) =>
      done(eraseAll({ log: store, pseudonyms, vault: { forget: endSession }, settings, changed: keepUp.rewatch }, too)),
    'vault.changed': async () => {
      changed();
      return null;
    },
    'sites.refresh': () => done(keepUp.rewatch()),
    'test.send': ({ app }) => selfTest.send(app),
  };
  const welcome = async (): Promise<void> => {
    if ((await db.get('state', 'welcomed')) === true) return;
    await db.put('state', true, 'welcomed');
    await tabs.create(browser.runtime.getURL('/welcome.html'));
  };
  return { handlers, keepUp: keepUp.settle, rewatch: keepUp.rewatch, welcome };
}
