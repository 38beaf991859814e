import { readFields, textOf } from './fields.ts';
import {
  apply,
  construct,
  defineProperty,
  defineValue,
  getOwnPropertyDescriptor,
  getterOf,
  monotonic,
  wrap,
} from './natives.ts';
import type { Offers } from './offers.ts';
import { createStandIn, type StandIn } from './stand-in.ts';

const Native = globalThis.Notification;
const permissionOf = Native && (getterOf(Native, 'permission') as () => string);

/** Chromium asks another process on each reading, a third of a millisecond; a burst need not ask for every one. */
const GRANT_LASTS_MS = 100;
let grantedUntil = -1;

/** Permission is never faked: without it every call runs natively and fails as it always did. */
export function isGranted(): boolean {
  if (monotonic() < grantedUntil) return true;
  const granted = apply(permissionOf, Native, []) === 'granted';
  if (granted) grantedUntil = monotonic() + GRANT_LASTS_MS;
  return granted;
}

/** Puts a Proxy over the page's `Notification`: `new` may be held, all else stays the native's own. */
export function hookNotification(offers: Offers): void {
  if (typeof Native !== 'function') return; // Not a secure context.
  /** The standing notification of each tag: a newer one of the same tag takes its place. */
  const byTag = { __proto__: null } as unknown as Record<string, StandIn | undefined>;

  const hooked = wrap(Native, 'construct', (target: typeof Native, args: unknown[], newTarget: typeof Native) => {
    if (args.length === 0 || !isGranted() || offers.passes()) return construct(target, args, newTarget);
    const fields = readFields(args[0], args[1]);
    // The browser's own constructor refuses these, with the right words.
    if (fields.odd) return construct(target, [fields.title, fields.init], target);
    const standIn = createStandIn(
      fields,
      newTarget,
      (shown) => construct(target, [shown.title, shown.init], target) as Notification,
    );
    offers.make(
      'page',
      fields.title,
      textOf(fields, 'body'),
      standIn.tag,
      (letter, mark) => {
        if (letter === 'h' && standIn.tag !== '') {
          byTag[standIn.tag]?.close();
          byTag[standIn.tag] = standIn;
        }
        standIn.settle(letter, mark);
      },
      standIn.click,
    );
    return standIn.face;
  });

  const descriptor = getOwnPropertyDescriptor(globalThis, 'Notification');
  defineProperty(globalThis, 'Notification', { __proto__: null, ...descriptor, value: hooked } as PropertyDescriptor);
  defineValue(Native.prototype, 'constructor', hooked);
}
