import { expect, test } from 'vitest';
import { createRouter, type Handlers, type SenderData } from '../../utils/messages/router.ts';
import { RULES } from '../../utils/messages/schemas.ts';
import { idOf, offer } from '../app/fakes.ts';

const BASE = 'moz-extension://0b5c/';
const PAGE: SenderData = { id: 'us', url: `${BASE}popup.html` };
const BRIDGE: SenderData = {
  id: 'us',
  url: 'https://chat.example.org/room',
  origin: 'https://chat.example.org',
  frameId: 3,
  tab: { id: 7, url: 'https://chat.example.org/room', incognito: false },
};

/** Handlers that note what reached them. */
function setUp() {
  const reached: unknown[] = [];
  const errors: unknown[] = [];
  const handlers = Object.fromEntries(
    Object.keys(RULES).map((name) => [
      name,
      async (request: unknown, source: unknown) => {
        if (name === 'held.read') throw new Error('broken');
        reached.push([name, request, source]);
        return `reply to ${name}`;
      },
    ]),
  ) as unknown as Handlers;
  return { answer: createRouter(handlers, 'us', BASE, (error) => errors.push(error)), reached, errors };
}

const seen = { name: 'contact.seen', request: { items: [offer(1)] } };
const status = { name: 'status.read', request: null };

test('a bridge is answered, and its origin, tab and frame are the browser’s word', async () => {
  const { answer, reached } = setUp();
  expect(await answer(seen, BRIDGE)).toEqual({ ok: true, value: 'reply to contact.seen' });
  expect(reached).toEqual([
    [
      'contact.seen',
      seen.request,
      { origin: 'https://chat.example.org', address: 'https://chat.example.org/room', tabId: 7, frameId: 3 },
    ],
  ]);
});

// What both browsers put there was looked at: `sender.url` stays as the document was loaded when its page moves on.
test.each([
  [
    'a page that moved on',
    {},
    'https://chat.example.org/client/T2/C1?x#y',
    'https://chat.example.org/client/T2/C1?x#y',
  ],
  ['a blank frame', { url: 'about:blank' }, 'https://chat.example.org/client/T2', 'https://chat.example.org/client/T2'],
  ['a frame in another site', {}, 'https://portal.example/', 'https://chat.example.org/room'],
  ['a frame in a site we may not see', {}, undefined, 'https://chat.example.org/room'],
  ['a blank frame in another site', { url: 'about:blank' }, 'https://portal.example/', 'https://chat.example.org/'],
  ['a site on another port', {}, 'https://chat.example.org:8443/client/T2', 'https://chat.example.org/room'],
])('the address of %s is the browser’s word', async (_name, change, url, address) => {
  const { answer, reached } = setUp();
  await answer(seen, { ...BRIDGE, ...change, tab: { ...BRIDGE.tab, url } });
  expect(reached).toMatchObject([['contact.seen', seen.request, { origin: 'https://chat.example.org', address }]]);
});

test('no payload names its own address', async () => {
  const { answer, reached } = setUp();
  const address = 'https://chat.example.org/client/T9';
  for (const request of [{ ...seen.request, address }, { items: [{ ...offer(1), address }] }])
    expect(await answer({ name: 'contact.seen', request }, BRIDGE)).toMatchObject({ ok: false });
  expect(reached).toEqual([]);
});

test.each([
  ['a sandboxed frame', { origin: 'null', url: 'https://chat.example.org/frame' }],
  ['a data: frame', { origin: 'null', url: 'data:text/html,x' }],
  ['a blank frame without an origin', { origin: undefined, url: 'about:blank' }],
])('%s counts as the page it lies in', async (_name, change) => {
  const { answer, reached } = setUp();
  await answer(seen, { ...BRIDGE, ...change });
  expect(reached).toMatchObject([['contact.seen', seen.request, { origin: 'https://chat.example.org' }]]);
});

test('each message is answered to one class of caller only', async () => {
  for (const [name, { from }] of Object.entries(RULES)) {
    const { answer, reached } = setUp();
    await answer({ name, request: null }, from === 'page' ? BRIDGE : PAGE);
    expect(await answer({ name, request: null }, from === 'page' ? BRIDGE : PAGE)).toMatchObject({
      ok: false,
      error: 'not allowed',
    });
    expect(reached).toEqual([]);
  }
});

test('private windows and senders without a tab are refused', async () => {
  const { answer } = setUp();
  const refused = { ok: false, error: 'not allowed' };
  expect(await answer(seen, { ...BRIDGE, tab: { ...BRIDGE.tab, incognito: true } })).toEqual(refused);
  expect(await answer(seen, { id: 'us', url: BRIDGE.url })).toEqual(refused);
});

test('other extensions and unknown messages get no answer at all', () => {
  const { answer } = setUp();
  expect(answer(status, { ...PAGE, id: 'them' })).toBeUndefined();
  for (const message of [null, 'status.read', { name: 'nope' }, { name: 'toString' }, { name: 'status.changed' }]) {
    expect(answer(message, PAGE)).toBeUndefined();
  }
});

test.each([
  ['no items', { items: [] }],
  ['too many items', { items: Array.from({ length: 251 }, (_, n) => offer(n)) }],
  ['an id of another form', { items: [{ ...offer(1), id: '../../x' }] }],
  ['a title beyond the cap', { items: [offer(1, { title: 'x'.repeat(513) })] }],
  ['an unknown key', { items: [{ ...offer(1), origin: 'https://other.example' }] }],
  ['a route that a page cannot have', { items: [{ ...offer(1), route: 'manual' }] }],
  ['nothing', undefined],
])('a malformed request is refused: %s', async (_name, request) => {
  const { answer, reached } = setUp();
  expect(await answer({ name: 'contact.seen', request }, BRIDGE)).toMatchObject({ ok: false });
  expect(reached).toEqual([]);
});

test('a handler’s failure is reported and answered as no success', async () => {
  const { answer, errors } = setUp();
  expect(await answer({ name: 'held.read', request: null }, PAGE)).toEqual({ ok: false, error: 'broken' });
  expect(errors).toHaveLength(1);
});

const saying = { id: idOf(1), ref: 3, what: 'annotation', fields: { role: 'hr', minutes: 5 }, files: [] };
const file = { sha256: 'a'.repeat(64), bytes: 0 };
const report = {
  id: idOf(1),
  channel: 'call',
  employment: 'job',
  when: null,
  end: null,
  who: 'the lead',
  words: '',
  files: [file, { ...file, name: 'plan.pdf', type: 'application/pdf' }],
  anyway: false,
};

const anchor = { kind: 'anchor', what: 'rfc3161', last: 8, when: 1_795_534_224_000, digest: 'a'.repeat(64) };
const bundle = { kind: 'export', first: 1, last: 8, stubs: 4, opened: 1, parts: ['alias'], digest: 'b'.repeat(64) };

test('what the person says and types in reaches the background from our own pages', async () => {
  const { answer, reached } = setUp();
  await answer({ name: 'log.annotate', request: saying }, PAGE);
  await answer({ name: 'log.report', request: report }, PAGE);
  for (const draft of [anchor, bundle]) await answer({ name: 'log.chain', request: { draft } }, PAGE);
  expect(reached).toMatchObject([
    ['log.annotate', saying, {}],
    ['log.report', report, {}],
    ['log.chain', { draft: anchor }, {}],
    ['log.chain', { draft: bundle }, {}],
  ]);
});

test('what left comes in the order in which the log writes it, however it was sent', async () => {
  const { answer, reached } = setUp();
  const draft = Object.fromEntries(Object.entries(bundle).toReversed());
  await answer({ name: 'log.chain', request: { draft } }, PAGE);
  expect(JSON.stringify(reached)).toContain(JSON.stringify(bundle));
});

test.each([
  ['log.annotate', 'another kind of note', { ...saying, what: 'self-test' }],
  ['log.annotate', 'a line that has no number', { ...saying, ref: -1 }],
  ['log.annotate', 'a field with parts', { ...saying, fields: { role: { deep: 1 } } }],
  ['log.annotate', 'words beyond the cap', { ...saying, fields: { words: 'x'.repeat(1_001) } }],
  ['log.report', 'an unknown channel', { ...report, channel: 'telex' }],
  ['log.report', 'a time that is no number', { ...report, when: '2026-11-24' }],
  ['log.report', 'a file without a hash', { ...report, files: [{ sha256: 'x', bytes: 1 }] }],
  ['log.report', 'a long name of a file', { ...report, files: [{ ...file, name: 'x'.repeat(101) }] }],
  ['log.report', 'a file itself', { ...report, files: [{ ...file, content: 'AAAA' }] }],
  ['log.annotate', 'no list of files', { ...saying, files: undefined }],
  ['log.annotate', 'too many files', { ...saying, files: Array(6).fill(file) }],
  ['log.report', 'too many files', { ...report, files: Array(6).fill(file) }],
  ['log.report', 'a certainty of its own', { ...report, sure: 'observed' }],
  ['log.chain', 'a contact', { draft: { ...anchor, kind: 'contact' } }],
  ['log.chain', 'another kind of anchor', { draft: { ...anchor, what: 'word' } }],
  ['log.chain', 'a hash of another length', { draft: { ...bundle, digest: 'b' } }],
  ['log.chain', 'the name of a file', { draft: { ...bundle, file: 'evidence.zip' } }],
  ['log.chain', 'a part without end', { draft: { ...bundle, parts: ['x'.repeat(17)] } }],
])('%s is refused with %s', async (name, _what, request) => {
  const { answer, reached } = setUp();
  expect(await answer({ name, request }, PAGE)).toMatchObject({ ok: false });
  expect(reached).toEqual([]);
});
