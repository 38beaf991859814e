import { readFields, textOf } from './fields.ts';
import { afterwards, apply, defineValue, getOwnPropertyDescriptor, getterOf, PromiseOf, wrap } from './natives.ts';
import { isGranted } from './notification.ts';
import type { Offers } from './offers.ts';
import { createStandIn, type StandIn } from './stand-in.ts';

/** How many held notifications `getNotifications()` can still list; older ones are only in our own list. */
const LISTED_CAP = 200;

interface Listed {
  readonly registration: unknown;
  readonly standIn: StandIn;
}

/** Puts Proxies over `showNotification`, as called from the page, and over `getNotifications`, which must list the held. */
export function hookRegistration(offers: Offers): void {
  const prototype = globalThis.ServiceWorkerRegistration?.prototype;
  const show = prototype?.showNotification;
  const list = prototype?.getNotifications;
  if (typeof show !== 'function' || typeof list !== 'function') return;
  const NativeNotification = Notification;
  const scopeOf = getterOf(prototype, 'scope') as () => string;
  const listed: Listed[] = [];

  const isRegistration = (value: unknown): boolean => {
    try {
      return typeof apply(scopeOf, value, []) === 'string';
    } catch {
      return false; // The getter refuses anything but a registration; the native call then says so to the page.
    }
  };

  /** Lists a held notification; of those before it, what is closed, of the same tag or too old goes. */
  const remember = (registration: unknown, standIn: StandIn): void => {
    const { tag } = standIn;
    const surplus = listed.length - LISTED_CAP + 1;
    let kept = 0;
    for (let i = 0; i < listed.length; i += 1) {
      const entry = listed[i] as Listed;
      if (tag !== '' && entry.standIn.tag === tag && entry.registration === registration) entry.standIn.close();
      if (i < surplus || entry.standIn.isClosed()) continue;
      listed[kept] = entry;
      kept += 1;
    }
    listed.length = kept;
    defineValue(listed, kept, { registration, standIn }, true);
  };

  replaceMethod(
    prototype,
    'showNotification',
    wrap(show, 'apply', (target: typeof show, registration: ServiceWorkerRegistration, args: unknown[]) => {
      const native = (): Promise<void> => apply(target, registration, args as [string]) as Promise<void>;
      if (args.length === 0 || !isRegistration(registration) || !isGranted() || offers.passes()) {
        return native();
      }
      return new PromiseOf<void>((resolve, reject) => {
        // A throw in here rejects, as a failed conversion of the arguments does natively.
        const fields = readFields(args[0], args[1]);
        const standIn = createStandIn(fields, NativeNotification, (shown) => {
          afterwards(apply(target, registration, [shown.title, shown.init]) as Promise<void>, resolve, reject);
          return null;
        });
        offers.make(
          'page-registration',
          fields.title,
          textOf(fields, 'body'),
          standIn.tag,
          (letter, mark) => {
            if (letter === 'h') {
              remember(registration, standIn);
              resolve();
            }
            standIn.settle(letter, mark);
          },
          standIn.click,
        );
      });
    }),
  );

  replaceMethod(
    prototype,
    'getNotifications',
    wrap(list, 'apply', (target: typeof list, registration: ServiceWorkerRegistration, args: unknown[]) => {
      const native = apply(target, registration, args as []) as Promise<Notification[]>;
      if (listed.length === 0) return native;
      const wanted = (args[0] as { tag?: unknown } | undefined | null)?.tag;
      return new PromiseOf<Notification[]>((resolve, reject) => {
        afterwards(
          native,
          (shown) => {
            for (let i = 0; i < listed.length; i += 1) {
              const { registration: owner, standIn } = listed[i] as Listed;
              const asked = wanted === undefined || wanted === '' || wanted === standIn.tag;
              if (owner === registration && asked && !standIn.isClosed())
                defineValue(shown, shown.length, standIn.face, true);
            }
            resolve(shown);
          },
          reject,
        );
      });
    }),
  );
}

function replaceMethod(owner: object, key: string, method: unknown): void {
  const enumerable = getOwnPropertyDescriptor(owner, key)?.enumerable ?? true;
  defineValue(owner, key, method, enumerable);
}
