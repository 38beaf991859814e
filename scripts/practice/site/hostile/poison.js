/**
 * With `?poison` in its address the page spoils what scripts are made of, before anything else of it runs, and listens in.
 * `overheard` lists everything that reached a spoilt function and did not come from the page itself: a script that took its
 * natives in time leaves it empty.
 */
globalThis.overheard = [];
/** True while the page's own code runs: what it calls itself is no leak. */
globalThis.pageIsActing = true;

if (new URLSearchParams(location.search).has('poison')) {
  const apply = Reflect.apply;
  const own = Object.getOwnPropertyDescriptor;
  const define = Object.defineProperty;
  const record = (where) => {
    if (globalThis.pageIsActing) return;
    const value = { value: where, configurable: true, enumerable: true, writable: true };
    define(globalThis.overheard, globalThis.overheard.length, value);
  };

  const spoilMethod = (owner, name, label) => {
    const native = owner[name];
    if (typeof native !== 'function') return;
    const spoilt = function spoilt(...args) {
      record(label);
      return apply(native, this, args);
    };
    define(owner, name, { ...own(owner, name), value: spoilt });
  };

  const spoilGetter = (owner, name, label) => {
    const native = own(owner, name);
    if (native?.get === undefined) return;
    const get = function get() {
      record(label);
      return apply(native.get, this, []);
    };
    define(owner, name, { ...native, get });
  };

  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) {
    spoilMethod(EventTarget.prototype, name, `EventTarget.${name}`);
  }
  for (const name of ['postMessage', 'start', 'close']) spoilMethod(MessagePort.prototype, name, `MessagePort.${name}`);
  for (const name of ['data', 'ports', 'source']) spoilGetter(MessageEvent.prototype, name, `MessageEvent.${name}`);
  for (const name of ['preventDefault', 'stopImmediatePropagation']) {
    spoilMethod(Event.prototype, name, `Event.${name}`);
  }
  for (const name of ['call', 'apply', 'bind']) spoilMethod(Function.prototype, name, `Function.${name}`);
  for (const name of ['then', 'catch', 'finally']) spoilMethod(Promise.prototype, name, `Promise.${name}`);
  for (const name of ['slice', 'indexOf', 'substring', 'split', 'startsWith']) {
    spoilMethod(String.prototype, name, `String.${name}`);
  }
  for (const name of ['push', 'map', 'filter', 'find', 'shift', 'splice', Symbol.iterator]) {
    spoilMethod(Array.prototype, name, `Array.${String(name)}`);
  }
  for (const name of ['get', 'set', 'has', 'delete']) spoilMethod(Map.prototype, name, `Map.${name}`);
  for (const name of ['stringify', 'parse']) spoilMethod(JSON, name, `JSON.${name}`);
  for (const name of ['apply', 'construct', 'get', 'set', 'defineProperty']) {
    spoilMethod(Reflect, name, `Reflect.${name}`);
  }
  for (const name of ['defineProperty', 'create', 'keys', 'entries']) spoilMethod(Object, name, `Object.${name}`);
  spoilMethod(globalThis, 'setTimeout', 'setTimeout');
  spoilMethod(globalThis, 'postMessage', 'postMessage');

  // A setter up the chain catches plain assignments to fresh objects, an inherited getter feeds code that reads too much.
  for (const name of ['route', 'title', 'text', 'tag', 'decide', 'timer', '0', '1']) {
    define(Object.prototype, name, {
      configurable: true,
      get: () => undefined,
      set(value) {
        record(`Object.prototype.${name}`);
        define(this, name, { value, configurable: true, enumerable: true, writable: true });
      },
    });
  }
}
globalThis.pageIsActing = false;
