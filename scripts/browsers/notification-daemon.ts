import { join } from 'node:path';
import { createBroker, createClient, defineInterface, type MessageBus } from 'dbus-native';
import { ShownList } from './shown-list.ts';

const PATH = '/org/freedesktop/Notifications';
const NAME = 'org.freedesktop.Notifications';

/** Reasons of the signal NotificationClosed in the Desktop Notifications Specification. */
const DISMISSED_BY_PERSON = 2;
const CLOSED_BY_CALL = 3;

interface NotifyCall {
  readonly app: string;
  readonly replaces: number;
  readonly icon: string;
  readonly summary: string;
  readonly body: string;
  /** Key and label by turns; the key `default` stands for a click on the notification itself. */
  readonly actions: readonly string[];
  readonly hints: Readonly<Record<string, unknown>>;
  readonly timeout: number;
}

/** The desktop's side of notifications: the place where Chromium on Linux hands over what it wants displayed. */
export interface NotificationDaemon {
  /** What to give the browser as DBUS_SESSION_BUS_ADDRESS. */
  readonly address: string;
  readonly shown: ShownList;
  /** A click by the person, or on the button `action`. */
  click(id: string, action?: string): Promise<void>;
  /** The person waves it away. */
  dismiss(id: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a message bus of our own in `folder` with our own notification service on it. A private bus keeps the
 * developer's desktop out of it; a service of our own sees every notification, in every desktop and none.
 */
export async function startNotificationDaemon(folder: string): Promise<NotificationDaemon> {
  const broker = createBroker();
  const address = await new Promise<string>((resolve, reject) => {
    broker.listen({ socket: join(folder, 'bus') }, (error, where) => (error ? reject(error) : resolve(where)));
  });
  const bus: MessageBus = createClient({ busAddress: address, plainValues: true });
  const shown = new ShownList();
  /** Our record for each number on the bus: a replacement keeps its number, but is a sight of its own. */
  const records = new Map<number, string>();
  let lastNumber = 0;
  let lastRecord = 0;

  const closeRecord = (number: number, by: 'browser' | 'person' | 'replaced'): void => {
    const record = records.get(number);
    if (record === undefined) return;
    records.delete(number);
    shown.close(record, by, Date.now());
  };

  const notify = (call: NotifyCall): number => {
    const number = call.replaces === 0 ? ++lastNumber : call.replaces;
    if (call.replaces !== 0) closeRecord(number, 'replaced');
    const id = String(++lastRecord);
    records.set(number, id);
    shown.add({
      id,
      title: call.summary,
      ...splitBody(call.body),
      silent: 'suppress-sound' in call.hints ? call.hints['suppress-sound'] === true : null,
      at: Date.now(),
      details: {
        number,
        app: call.app,
        actions: call.actions,
        timeout: call.timeout,
        hints: withoutPictures(call.hints),
      },
    });
    return number;
  };

  const service = defineInterface({
    name: NAME,
    methods: {
      Notify: {
        in: {
          app: 's',
          replaces: 'u',
          icon: 's',
          summary: 's',
          body: 's',
          actions: 'as',
          hints: 'a{sv}',
          timeout: 'i',
        },
        out: { id: 'u' },
        handler: notify,
      },
      CloseNotification: {
        in: { id: 'u' },
        handler: ({ id }: { id: number }) => {
          closeRecord(id, 'browser');
          service.emit.NotificationClosed?.(id, CLOSED_BY_CALL);
        },
      },
      GetCapabilities: {
        out: { capabilities: 'as' },
        handler: () => ['actions', 'body', 'body-hyperlinks', 'body-images', 'icon-static', 'persistence', 'sound'],
      },
      GetServerInformation: {
        out: { name: 's', vendor: 's', version: 's', spec: 's' },
        handler: () => ({ name: 'observer', vendor: 'clocked-off', version: '1', spec: '1.2' }),
      },
    },
    signals: {
      NotificationClosed: { args: { id: 'u', reason: 'u' } },
      ActionInvoked: { args: { id: 'u', key: 's' } },
    },
  });
  await bus.export(PATH, service);
  await bus.ownName(NAME);

  const numberOf = (id: string): number => {
    const number = shown.get(id).details.number;
    if (typeof number !== 'number' || records.get(number) !== id) throw new Error(`Notification ${id} is closed.`);
    return number;
  };
  const closeByPerson = (number: number): void => {
    closeRecord(number, 'person');
    service.emit.NotificationClosed?.(number, DISMISSED_BY_PERSON);
  };

  return {
    address,
    shown,
    dismiss: async (id) => {
      await repliesSent();
      closeByPerson(numberOf(id));
    },
    click: async (id, action = 'default') => {
      await repliesSent();
      const number = numberOf(id);
      service.emit.ActionInvoked?.(number, action);
      // Desktops take a notification away once it was clicked.
      closeByPerson(number);
    },
    close: async () => {
      await bus.close();
      await new Promise<void>((resolve) => broker.close(resolve));
    },
  };
}

/** A notification is on our list before the browser has heard its number; a click before that would find nobody. */
const repliesSent = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Chromium writes the site as a link above the site's text. */
function splitBody(body: string): { origin: string | null; body: string } {
  const [link, href] = body.match(/^<a href="([^"]*)">[^<]*<\/a>(?:\n\n)?/) ?? [];
  return { origin: href === undefined ? null : new URL(href).origin, body: body.slice(link?.length ?? 0) };
}

/** Pictures are megabytes of pixels and say nothing that a test asks about. */
function withoutPictures(hints: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(hints).map(([key, value]) => [
      key,
      /image|icon/.test(key) && typeof value !== 'string' ? '…' : value,
    ]),
  );
}
