/** Attacks on whatever reads notifications. Each returns what the page got out of it; none of them throws. */
const attempt = (act) => {
  globalThis.pageIsActing = true;
  try {
    return { outcome: 'returned', value: act() };
  } catch (error) {
    return { outcome: 'threw', value: String(error) };
  } finally {
    globalThis.pageIsActing = false;
  }
};

const raise = (title, options) => attempt(() => new Notification(title, options).title.length);

/** Text that shows as something else than it says, and halves of characters. */
const TRICKS = {
  'right-to-left-override': 'Pay \u202Egnp.ecipS',
  isolates: '\u2066left\u2069\u2067right\u2069',
  'lone-surrogates': '\uD83D half \uDC00',
  controls: 'line\u0000one\u0007\u001B[31mred\u009B',
  'zero-width': 'A\u200Bna\u200D\uFEFF',
  combining: `Z${'\u0335'.repeat(2_000)}`,
  markup: '<img src=x onerror="alert(1)"> &amp; <b>bold</b>',
  formula: '=HYPERLINK("http://127.0.0.1/","click")',
  lines: 'one\r\ntwo\u2028three\u0085four',
};

globalThis.hostile = {
  tricks: Object.keys(TRICKS),
  trick: (name) => raise(TRICKS[name], { body: TRICKS[name], tag: TRICKS[name] }),

  /** Many at once. Tells how long the page itself stood still for it. */
  flood(count, prefix) {
    const began = performance.now();
    const { outcome } = attempt(() => {
      for (let i = 0; i < count; i += 1) new Notification(`${prefix} ${i}`);
    });
    return { outcome, blockedMs: performance.now() - began };
  },

  huge: (characters) => raise(`huge ${'x'.repeat(characters)}`, { body: 'y'.repeat(characters) }),

  /** A getter in the options that throws: the page must get its own error back, as it does natively. */
  throwingGetter: () =>
    raise('throwing getter', {
      get body() {
        throw new RangeError('from the page');
      },
    }),

  /** Getters that give another answer each time they are asked. */
  fickleGetter() {
    let asked = 0;
    const result = raise('fickle getter', {
      get body() {
        asked += 1;
        return `answer ${asked}`;
      },
    });
    return { ...result, asked };
  },

  /** Objects instead of strings, as some real apps pass. */
  objectTitle: () => raise({ toString: () => 'from an object' }, { body: { toString: () => 'object body' }, tag: 42 }),
  throwingTitle: () =>
    raise({
      toString() {
        throw new RangeError('from the page');
      },
    }),
  symbolTitle: () => raise(Symbol('title')),
  noArguments: () => attempt(() => new Notification()),
  withoutNew: () => attempt(() => Notification('without new')),

  /** Something that lies about being an object: options through a Proxy that notes every question. */
  curiousOptions() {
    const asked = [];
    const options = new Proxy({}, { get: (_, name) => void asked.push(String(name)), has: () => false });
    return { ...raise('curious options', options), asked };
  },

  /** Invents what a private line might look like: events of these names, with a port of the page's own. */
  forge(names) {
    const { port1, port2 } = new MessageChannel();
    const heard = [];
    port1.onmessage = ({ data }) => heard.push(String(data));
    const results = names.map((name) =>
      attempt(() => {
        const taken = [document, globalThis].map((target) => {
          const event = new MessageEvent(name, { ports: [port2], cancelable: true });
          target.dispatchEvent(event);
          return event.defaultPrevented;
        });
        return taken.some(Boolean);
      }),
    );
    port1.postMessage('g1,9999999999999');
    postMessage({ type: 'clocked-off', working: true }, '*');
    return { results, heard };
  },

  /** Ways around the page's own constructor that a decent app has no use for; known not to be covered. */
  fromWorker(title) {
    const code = `new Notification(${JSON.stringify(title)}); postMessage('done');`;
    const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    return new Promise((resolve) => {
      worker.onmessage = () => resolve('done');
      worker.onerror = (event) => resolve(event.message);
    });
  },
};
