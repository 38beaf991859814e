/**
 * Frames of every kind in which a work app may run code. `practiceFrames.raise(kind, title)` opens one and raises a
 * notification in it. The frame's name tells the kind, so that answers find back.
 */
const INNER = `${location.origin}/frames/inner.js`;
const MARKUP = `<!doctype html><title>inner</title><script src="${INNER}"></script>`;

/** Whoever answers: `ready` with the frame's name, or a report on what was raised. */
function answer(fits) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The frame did not answer.')), 10_000);
    addEventListener('message', function listen({ data }) {
      if (!fits(data)) return;
      clearTimeout(timer);
      removeEventListener('message', listen);
      resolve(data);
    });
  });
}

function addFrame(kind, properties = {}, attributes = {}) {
  const frame = document.createElement('iframe');
  frame.name = kind;
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  Object.assign(frame, properties);
  document.body.append(frame);
  return frame;
}

/** Puts the inner script into a document of our own origin by hand. */
function addScript(inner) {
  const script = inner.createElement('script');
  script.src = INNER;
  inner.head.append(script);
}

const otherHost = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';

const KINDS = {
  'same-origin': (kind) => addFrame(kind, { src: '/frames/inner.html' }).contentWindow,
  'cross-origin': (kind) => addFrame(kind, { src: `//${otherHost}:${location.port}/frames/inner.html` }).contentWindow,
  sandboxed: (kind) => addFrame(kind, { src: '/frames/inner.html' }, { sandbox: 'allow-scripts' }).contentWindow,
  'sandboxed-same-origin': (kind) =>
    addFrame(kind, { src: '/frames/inner.html' }, { sandbox: 'allow-scripts allow-same-origin' }).contentWindow,
  'about-blank': (kind) => {
    const frame = addFrame(kind);
    addScript(frame.contentDocument);
    return frame.contentWindow;
  },
  srcdoc: (kind) => addFrame(kind, {}, { srcdoc: MARKUP }).contentWindow,
  'sandboxed-srcdoc': (kind) => addFrame(kind, {}, { srcdoc: MARKUP, sandbox: 'allow-scripts' }).contentWindow,
  blob: (kind) => addFrame(kind, { src: URL.createObjectURL(new Blob([MARKUP], { type: 'text/html' })) }).contentWindow,
  data: (kind) => addFrame(kind, { src: `data:text/html,${encodeURIComponent(MARKUP)}` }).contentWindow,
  'document-write': (kind) => {
    const { contentDocument: inner, contentWindow } = addFrame(kind);
    inner.open();
    inner.write(MARKUP);
    inner.close();
    return contentWindow;
  },
  'javascript-url': (kind) => addFrame(kind, { src: `javascript:${JSON.stringify(MARKUP)}` }).contentWindow,
  'window-open': (kind) => open('/frames/inner.html', kind),
  'window-open-blank': (kind) => {
    const inner = open('about:blank', kind);
    addScript(inner.document);
    return inner;
  },
};

globalThis.practiceFrames = {
  kinds: Object.keys(KINDS),

  async raise(kind, title) {
    const ready = answer((data) => data?.ready === kind);
    const inner = KINDS[kind](kind);
    await ready;
    const report = answer((data) => data?.raised === title);
    inner.postMessage({ raise: title }, '*');
    return report;
  },
};
