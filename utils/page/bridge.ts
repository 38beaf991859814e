import type { Bridge, Gate } from '../core/gate/types.ts';
import { createQueue, type Reply } from './bridge-queue.ts';

import { LETTER_OF, type Offer } from './protocol.ts';
import { takePort } from './take-port.ts';

/** The little of the extension API that a bridge uses; no polyfill reaches a web page. */
interface ExtensionApi {
  readonly runtime: {
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: {
      addListener(listener: (message: Order, sender: unknown, reply: (value: unknown) => void) => void): void;
    };
  };
  readonly storage: {
    readonly local: { get(key: string): Promise<Record<string, unknown>> };
    readonly onChanged: { addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void };
  };
}

/** Orders from the background: click a held contact; or answer whether this frame is in a call. */
interface Order {
  readonly click?: string;
  readonly call?: 'ask';
}

/** Of this isolated world, which page scripts cannot see. Injecting twice must not connect twice. */
const world = globalThis as typeof globalThis & { browser?: ExtensionApi; chrome?: ExtensionApi; clockedOff?: Bridge };

const GATE_KEY = 'gate';

/** Counts of in-hours notifications gather for this long before they wake the background. */
const COUNT_DELAY_MS = 5_000;

/** Starts the ISOLATED side of one document, unless a living one is there already. */
export function startBridge(): void {
  const before = world.clockedOff;
  if (before !== undefined && !before.isOrphaned()) return;
  before?.retire();
  const api = (world.browser ?? world.chrome) as ExtensionApi;
  const isOrphaned = (): boolean => api.runtime.id === undefined;
  let port: MessagePort | null = null;
  let inCall = false;
  const tell = (message: string): void => port?.postMessage(message);
  const pass = (gate: Gate | undefined): void => tellGate(gate, tell);
  world.clockedOff = { isOrphaned, retire: () => tell('x'), pass };

  const call = async (name: string, request: unknown): Promise<unknown> => {
    const envelope = (await api.runtime.sendMessage({ name, request })) as
      | { ok?: boolean; value?: unknown }
      | undefined;
    return envelope?.ok === true ? envelope.value : undefined;
  };

  const idStart = hex(crypto.getRandomValues(new Uint8Array(ID_START_BYTES)));
  takePort((taken) => {
    port = taken;
    const queue = createQueue({
      ask: (items) => call('contact.seen', { items }) as Promise<Reply | undefined>,
      answered: (id, decision, mark) => tell(`d${numberIn(id)},${LETTER_OF[decision]},${mark}`),
      orphaned: () => tell('x'),
      isOrphaned,
      later: (run, delayMs) => setTimeout(run, delayMs),
    });
    const count = createCounter((sum) => call('contact.in-hours', { count: sum }));
    const idOf = (n: number): string => idStart + n.toString(16).padStart(ID_NUMBER_DIGITS, '0');
    taken.onmessage = ({ data }) => {
      const message = String(data);
      const body = message.slice(1);
      if (message[0] === 'o') {
        const offers = JSON.parse(body) as readonly Offer[];
        queue.add(offers.map(({ n, ...claims }) => ({ ...claims, id: idOf(n), failedOpen: false })));
      } else if (message[0] === 'l') queue.markLate(idOf(Number(body)));
      else if (message[0] === 'h') count(Number(body));
      else if (message[0] === 'c') {
        inCall = body === '1';
        void call('call.state', { inCall }).catch(() => isOrphaned() && tell('x'));
      }
    };
    api.runtime.onMessage.addListener((order, _sender, reply) => {
      if (order.click?.startsWith(idStart)) tell(`k${numberIn(order.click)}`);
      if (order.call === 'ask' && inCall) reply(true); // Frames that are in no call stay silent.
    });
    api.storage.onChanged.addListener((changes) => {
      if (changes[GATE_KEY] !== undefined) pass(changes[GATE_KEY].newValue as Gate);
    });
    api.storage.local.get(GATE_KEY).then(
      (items) => pass(items[GATE_KEY] as Gate | undefined),
      () => tell('x'), // Orphaned between injection and now.
    );
  });
}

function tellGate(gate: Gate | undefined, tell: (message: string) => void): void {
  if (gate !== undefined && gate.workerMessages.length > 0) tell(`w${JSON.stringify(gate.workerMessages)}`);
  tell(gate?.working === true ? `g1,${gate.until}` : 'g0,0');
}

/** A contact's id: random for each document, then the number of the offer within it. 32 hex digits together. */
const ID_START_BYTES = 12;
const ID_NUMBER_DIGITS = 8;

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const numberIn = (id: string): number => Number.parseInt(id.slice(-ID_NUMBER_DIGITS), 16);

/** Gathers counts and tells them rarely; what could not be told is kept for the next time. */
function createCounter(tell: (count: number) => Promise<unknown>): (count: number) => void {
  let sum = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (sum === 0) return;
    const told = sum;
    sum = 0;
    const reply = await tell(told).catch(() => undefined); // Orphaned or asleep: counted again below.
    if (reply === undefined) sum += told;
  };
  addEventListener('pagehide', () => void flush());
  return (count) => {
    sum += count;
    timer ??= setTimeout(() => void flush(), COUNT_DELAY_MS);
  };
}
