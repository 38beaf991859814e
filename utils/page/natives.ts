/**
 * The page realm's own functions, taken before any page script can replace them.
 *
 * Rules of this folder, since a page may poison every prototype afterwards: call methods through `apply`, never as
 * `x.method()` on built-ins; no `for…of`, spread, array destructuring or array methods; object literals that a
 * built-in will read carry `__proto__: null`; nothing here throws into the page but what the native call would throw.
 */
type Method = (...args: never[]) => unknown;

export const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;
export const ProxyOf = Proxy;
export const PromiseOf = Promise;
export const now = Date.now.bind(Date);
export const monotonic = performance.now.bind(performance);
export const parseJson = JSON.parse;
export const toJson = JSON.stringify;
export const toNumber = Number;
export const later = setTimeout.bind(globalThis);
export const afterTask = queueMicrotask.bind(globalThis);
export const every = setInterval.bind(globalThis);
export const cancelEvery = clearInterval.bind(globalThis);
export const cloneOf = structuredClone.bind(globalThis);
export const EventOf = Event;
export const EventTargetOf = EventTarget;

/** Turns a method into a function of its receiver, called through our own `apply`. */
const uncurry =
  <This, Args extends unknown[], Out>(method: (this: This, ...args: Args) => Out) =>
  (receiver: This, ...args: Args): Out =>
    apply(method, receiver, args);

/** The getter of an accessor that the browser defines on `owner`; undefined where this browser lacks it. */
export function getterOf(owner: object, key: string): (() => unknown) | undefined {
  return getOwnPropertyDescriptor(owner, key)?.get;
}

const events = EventTarget.prototype;
type Listener = (event: Event) => void;
export const listen: (target: EventTarget, type: string, listener: Listener) => void = uncurry(events.addEventListener);
export const unlisten: (target: EventTarget, type: string, listener: Listener) => void = uncurry(
  events.removeEventListener,
);
export const dispatch = uncurry(events.dispatchEvent);
export const prevent = uncurry(Event.prototype.preventDefault);
export const isPrevented = uncurry(getterOf(Event.prototype, 'defaultPrevented') as (this: Event) => boolean);
export const post: (port: MessagePort, text: string) => void = uncurry(MessagePort.prototype.postMessage);
export const sliceOf = uncurry(String.prototype.slice);
export const positionOf = uncurry(String.prototype.indexOf);
export const afterwards: <T>(promise: Promise<T>, done: (value: T) => void, failed: (why: unknown) => void) => void =
  uncurry(Promise.prototype.then);

const start = uncurry(MessagePort.prototype.start);
const dataOf = uncurry(getterOf(MessageEvent.prototype, 'data') as (this: Event) => unknown);

export function listenToPort(port: MessagePort, take: (text: string) => void): void {
  listen(port, 'message', (event) => {
    const data = dataOf(event);
    if (typeof data === 'string') take(data);
  });
  start(port);
}

/** Defines a value that behaves like an attribute the browser defined, on an object that a page may have poisoned. */
export function defineValue(target: object, key: PropertyKey, value: unknown, enumerable = false): void {
  defineProperty(target, key, {
    __proto__: null,
    value,
    enumerable,
    writable: true,
    configurable: true,
  } as PropertyDescriptor);
}

export function defineAccessor(target: object, key: string, get: () => unknown, set?: (value: unknown) => void): void {
  defineProperty(target, key, {
    __proto__: null,
    get,
    set,
    enumerable: false,
    configurable: true,
  } as PropertyDescriptor);
}

/** A Proxy whose only trap is `name`; everything else (statics, prototype, `name`, `length`) stays the native's own. */
export function wrap<T extends object>(target: T, name: 'apply' | 'construct', trap: Method): T {
  return new ProxyOf(target, { __proto__: null, [name]: trap } as ProxyHandler<T>);
}
