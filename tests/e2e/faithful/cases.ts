/**
 * What web apps do with a notification, each run twice in a real page: once where no script of ours runs, once where it is
 * held. Both must answer the same. Every function is self-contained, since it is sent into the page as text.
 *
 * The first ten are the ways in which earlier wrappers broke sites: Zulip, Teams, Gmail, Mattermost, Roundcube, Meta's
 * apps, Telegram and others.
 */
export interface Case {
  readonly name: string;
  readonly run: () => unknown;
}

export const CASES: readonly Case[] = [
  {
    name: 'Zulip: close() is a method of every instance, and closing fires close once',
    run: async () => {
      const n = new Notification('close');
      let closes = 0;
      n.addEventListener('close', () => {
        closes += 1;
      });
      await new Promise((resolve) => n.addEventListener('show', resolve));
      const closed = new Promise((resolve) => n.addEventListener('close', resolve));
      n.close();
      n.close();
      await closed;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return [typeof n.close, n.close.length, closes];
    },
  },
  {
    name: 'Zulip: it is an EventTarget with listeners of its own',
    run: async () => {
      const n = new Notification('target');
      const seen: string[] = [];
      const extra = (): unknown => seen.push('removed');
      n.addEventListener('show', extra);
      n.addEventListener('show', () => seen.push('kept'));
      n.addEventListener('show', { handleEvent: () => seen.push('object') });
      n.removeEventListener('show', extra);
      await new Promise((resolve) => n.addEventListener('show', resolve));
      n.dispatchEvent(new Event('custom'));
      return [n instanceof EventTarget, seen];
    },
  },
  {
    name: 'Teams: show comes later, never while the constructor runs, and dispatchEvent works',
    run: async () => {
      const n = new Notification('lifecycle');
      let early = true;
      const shown = new Promise((resolve) => {
        n.onshow = () => resolve(early);
      });
      await Promise.resolve();
      early = false;
      const wasEarly = await shown;
      let dispatched = 0;
      n.addEventListener('click', () => {
        dispatched += 1;
      });
      n.dispatchEvent(new Event('click'));
      return [wasEarly, dispatched];
    },
  },
  {
    name: 'Gmail and Ferdium: onclick and listeners both run, in the order in which they were set',
    run: () => {
      const n = new Notification('click');
      const order: string[] = [];
      n.addEventListener('click', () => order.push('first'));
      n.onclick = () => order.push('replaced');
      n.addEventListener('click', () => order.push('third'));
      n.onclick = () => order.push('second');
      n.dispatchEvent(new Event('click'));
      const was = typeof n.onclick;
      n.onclick = null;
      n.dispatchEvent(new Event('click'));
      (n as unknown as { onclick: unknown }).onclick = 5;
      return [order, was, n.onclick];
    },
  },
  {
    name: 'subclasses keep their class, their prototype and their methods',
    run: () => {
      class Mine extends Notification {
        readonly own = 'own';
        greet(): string {
          return `hello from ${this.title}`;
        }
      }
      const n = new Mine('sub', { body: 'class' });
      return [n instanceof Mine, n instanceof Notification, n.greet(), n.own, n.body, n.constructor === Mine];
    },
  },
  {
    name: 'Google Chat and Telegram: showNotification resolves, and getNotifications lists it',
    run: async () => {
      const registration = await navigator.serviceWorker.ready;
      for (const old of await registration.getNotifications()) old.close();
      const result = await registration.showNotification('registered', { body: 'b', tag: 'r', data: { chat: 7 } });
      await registration.showNotification('other', { tag: 'o' });
      const listed = await registration.getNotifications({ tag: 'r' });
      const all = (await registration.getNotifications()).map(({ title }) => title).sort();
      const [first] = listed;
      const facts = [first?.title, first?.body, first?.tag, first?.data, first instanceof Notification];
      return [result, listed.length, all, facts];
    },
  },
  {
    name: 'Zulip: a reference to Notification saved by the first script of the page is the same thing',
    run: () => {
      const saved = (window as unknown as { savedNotification: typeof Notification }).savedNotification;
      return [saved === Notification, new saved('saved') instanceof Notification];
    },
  },
  {
    name: 'Element and Mattermost: statics, and requestPermission in its callback form',
    run: async () => {
      const called = await new Promise((resolve) => void Notification.requestPermission(resolve));
      const promised = await Notification.requestPermission();
      const { maxActions } = Notification as unknown as { maxActions?: number };
      return [called, promised, Notification.permission, maxActions, Notification.name, Notification.length];
    },
  },
  {
    name: 'permission is what the browser says, and permissions.query agrees',
    run: async () => [Notification.permission, (await navigator.permissions.query({ name: 'notifications' })).state],
  },
  {
    name: 'Meta: titles and bodies that are no strings',
    run: () => {
      const odd = (title: unknown, body: unknown): unknown => {
        try {
          const n = new Notification(title as string, { body: body as string });
          return [n.title, n.body];
        } catch (error) {
          return (error as Error).name;
        }
      };
      const speaking = { toString: () => 'speaks' };
      const throwing = {
        toString: () => {
          throw new RangeError('no');
        },
      };
      return [
        odd(undefined, null),
        odd(7, { a: 1 }),
        odd(speaking, [1, 2]),
        odd(Symbol('s'), 'x'),
        odd('x', Symbol('s')),
        odd(throwing, 'x'),
        odd('\ud800lone', '\u202ebidi'),
      ];
    },
  },
  {
    name: 'identity: class string, constructor, own keys',
    run: () => {
      const n = new Notification('identity');
      return [
        Object.prototype.toString.call(n),
        n.constructor === Notification,
        Object.getPrototypeOf(n) === Notification.prototype,
        Object.keys(n),
        JSON.stringify(n),
        Notification.prototype.constructor === Notification,
        Object.keys(Object.getOwnPropertyDescriptor(window, 'Notification') ?? {}).sort(),
        Object.getOwnPropertyDescriptor(window, 'Notification')?.enumerable,
        /native code/u.test(Function.prototype.toString.call(Notification)),
      ];
    },
  },
  {
    name: 'attributes: what was given, the defaults, and no way to write them',
    run: () => {
      const given = new Notification('given', {
        body: 'b',
        dir: 'rtl',
        icon: '/icon.png',
        lang: 'es',
        tag: 't',
        requireInteraction: true,
        silent: true,
        data: [1, { two: 2 }],
      });
      const plain = new Notification('plain');
      const read = (n: Notification): unknown[] => {
        const { title, body, dir, icon, lang, tag, requireInteraction, silent, data } = n;
        return [
          title,
          body,
          dir,
          icon.replace(location.origin, 'https://site'),
          lang,
          tag,
          requireInteraction,
          silent,
          data,
        ];
      };
      let wrote = 'silently ignored';
      try {
        (plain as unknown as { title: string }).title = 'changed';
      } catch (error) {
        wrote = (error as Error).name;
      }
      const withActions = (): unknown => {
        try {
          const options = { actions: [{ action: 'a', title: 'A' }] } as NotificationOptions;
          return (new Notification('actions', options) as unknown as { actions: unknown }).actions;
        } catch (error) {
          return (error as Error).name;
        }
      };
      const quiet = new Notification('quiet', { silent: null });
      const keys = ['badge', 'image', 'renotify', 'timestamp', 'vibrate', 'actions', 'navigate'].map(
        (key) => key in plain,
      );
      return [read(given), read(plain), wrote, plain.title, quiet.silent, withActions(), keys];
    },
  },
  {
    name: 'attributes: data is a clone, and what cannot be cloned is refused as natively',
    run: () => {
      const data = { nested: { n: 1 } };
      const n = new Notification('clone', { data });
      data.nested.n = 2;
      let refused = 'not refused';
      try {
        new Notification('function', { data: () => 1 });
      } catch (error) {
        refused = (error as Error).name;
      }
      const again = n.data;
      return [n.data, n.data === again, refused];
    },
  },
  {
    name: 'options: every member is read once, in the standard’s order',
    run: () => {
      const reads: string[] = [];
      const known = ['body', 'data', 'dir', 'icon', 'lang', 'requireInteraction', 'silent', 'tag'];
      const options = new Proxy({}, { get: (_target, key) => void reads.push(String(key)) });
      new Notification('reads', options);
      return reads.filter((key) => known.includes(key));
    },
  },
  {
    name: 'options: a getter that throws throws into the page',
    run: () => {
      const options = {
        get body(): string {
          throw new EvalError('mine');
        },
      };
      try {
        return new Notification('throws', options).title;
      } catch (error) {
        return [(error as Error).name, (error as Error).message];
      }
    },
  },
  {
    name: 'errors: no new, no arguments, options that are no object, a direction that is none, renotify without a tag',
    run: () => {
      const attempt = (make: () => unknown): string => {
        try {
          make();
          return 'no error';
        } catch (error) {
          return `${(error as Error).name}: ${(error as Error).message}`;
        }
      };
      const Loose = Notification as unknown as { (title: string): unknown; new (...args: unknown[]): unknown };
      return [
        attempt(() => Loose('called')),
        attempt(() => new Loose()),
        attempt(() => new Loose('t', 'text')),
        attempt(() => new Loose('t', { dir: 'sideways' })),
        attempt(() => new Loose('t', { renotify: true })),
        attempt(() => new Loose('t', { actions: [{ action: 'a', title: 'A' }] })),
        attempt(() => new Loose('t', null)),
      ];
    },
  },
  {
    name: 'errors: showNotification rejects, and never throws',
    run: async () => {
      const registration = await navigator.serviceWorker.ready;
      const attempt = async (make: () => Promise<unknown>): Promise<string> => {
        let promise: Promise<unknown>;
        try {
          promise = make();
        } catch (error) {
          return `threw ${(error as Error).name}`;
        }
        return promise.then(
          () => 'resolved',
          (error: Error) => `rejected ${error.name}`,
        );
      };
      const show = registration.showNotification as (...args: unknown[]) => Promise<unknown>;
      return [
        await attempt(() => show.call(registration)),
        await attempt(() => show.call({}, 't')),
        await attempt(() => show.call(registration, Symbol('s'))),
        await attempt(() => show.call(registration, 't', { data: () => 1 })),
        [show.name, show.length],
      ];
    },
  },
  {
    name: 'tags: a newer notification of the same tag closes the older one',
    run: async () => {
      const first = new Notification('first', { tag: 'same' });
      await new Promise((resolve) => first.addEventListener('show', resolve));
      const closed = new Promise((resolve) => first.addEventListener('close', () => resolve('closed')));
      const second = new Notification('second', { tag: 'same' });
      await new Promise((resolve) => second.addEventListener('show', resolve));
      return [await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 1_000, 'still open'))])];
    },
  },
  {
    name: 'Roundcube and Rocket.Chat: reading fields that do not exist is undefined, and setting them is allowed',
    run: () => {
      const n = new Notification('odd fields') as Notification & { permission?: string; reply?: unknown };
      n.reply = () => 1;
      return [n.permission, typeof n.reply];
    },
  },
  {
    name: 'a handler that throws does not stop the others',
    run: async () => {
      const errors: string[] = [];
      const note = (event: ErrorEvent): void => {
        errors.push(event.message.replace(/^Uncaught (Error: )?|^Error: /u, ''));
        event.preventDefault();
      };
      addEventListener('error', note);
      const n = new Notification('throws');
      n.onshow = () => {
        throw new Error('in a handler');
      };
      await new Promise((resolve) => n.addEventListener('show', resolve));
      removeEventListener('error', note);
      return errors;
    },
  },
];
