import type { OfferedContact } from '../core/contact/types.ts';
import {
  apply,
  cancelLater,
  later,
  listenToPort,
  now,
  parseJson,
  positionOf,
  post,
  sliceOf,
  toJson,
  toNumber,
} from './natives.ts';
import type { DecisionLetter, Offer, WorkerMessageShape } from './protocol.ts';

/** No answer within this time: show natively (DESIGN §4, fail open). */
const ANSWER_TIME_MS = 2_000;

/** After a long task of the page, timers may run before answers that already lie in the queue; let those in first. */
const QUEUE_GRACE_MS = 50;

/** Caps of core/contact/types.ts; spelled out since page code imports nothing but types. Code units. */
const TITLE_CAP = 512;
const TEXT_CAP = 2_048;
const TAG_CAP = 256;

export type Decide = (letter: DecisionLetter, mark: string) => void;

interface Waiting {
  readonly decide: Decide;
  /** Runs when the person opens the held offer from our list. */
  readonly click: () => void;
  timer: ReturnType<typeof setTimeout> | undefined;
  settled: boolean;
}

/** The hook's side of the line: its gate, and the offers it has made. */
export interface Offers {
  /** May the native call run at once? During hours it may, and is only counted; likewise once the extension is gone. */
  passes(): boolean;
  /** Offers a contact; `decide` is called exactly once, at the latest when the time for an answer is over. */
  make(
    route: OfferedContact['route'],
    title: string,
    text: string,
    tag: string,
    decide: Decide,
    click: () => void,
  ): void;
  /** Tells whether the page is in a call. */
  tellCall(inCall: boolean): void;
  readonly workerMessages: readonly WorkerMessageShape[];
}

export function createOffers(port: MessagePort): Offers {
  const waiting = { __proto__: null } as unknown as Record<number, Waiting | undefined>;
  let workerMessages: readonly WorkerMessageShape[] = [];
  let workingUntil = 0;
  /** Nobody answered lately (or ever will): show natively at once, until the bridge is heard again. */
  let silent = false;
  let lastOffer = 0;
  let passed = 0;

  const settle = (n: number, letter: DecisionLetter, mark: string): void => {
    const offer = waiting[n];
    if (offer === undefined || offer.settled) return;
    offer.settled = true;
    cancelLater(offer.timer);
    if (letter !== 'h') delete waiting[n];
    offer.decide(letter, mark);
  };

  const expire = (n: number): void => {
    const offer = waiting[n];
    if (offer === undefined || offer.settled) return;
    silent = true;
    post(port, `l${n}`);
    settle(n, 'n', '');
  };

  const releaseAll = (): void => {
    for (const n in waiting) settle(toNumber(n), 'n', '');
  };

  const tellPassed = (): void => {
    post(port, `h${passed}`);
    passed = 0;
  };

  const takeDecision = (body: string): void => {
    const comma = positionOf(body, ',');
    const n = toNumber(sliceOf(body, 0, comma));
    settle(n, sliceOf(body, comma + 1, comma + 2) as DecisionLetter, sliceOf(body, comma + 3));
  };

  listenToPort(port, (message) => {
    const letter = sliceOf(message, 0, 1);
    const body = sliceOf(message, 1);
    silent = letter === 'x';
    if (letter === 'd') takeDecision(body);
    else if (letter === 'g') workingUntil = sliceOf(body, 0, 1) === '1' ? toNumber(sliceOf(body, 2)) : 0;
    else if (letter === 'k') waiting[toNumber(body)]?.click();
    else if (letter === 'w') workerMessages = parseJson(body) as readonly WorkerMessageShape[];
    else if (letter === 'x') releaseAll();
  });

  return {
    passes() {
      if (silent) return true;
      if (apply(now, undefined, []) >= workingUntil) return false;
      if (passed === 0) later(tellPassed, 0);
      passed += 1;
      return true;
    },
    make(route, title, text, tag, decide, click) {
      lastOffer += 1;
      const n = lastOffer;
      const offer: Waiting = { decide, click, timer: undefined, settled: false };
      waiting[n] = offer;
      offer.timer = later(() => {
        offer.timer = later(() => expire(n), QUEUE_GRACE_MS);
      }, ANSWER_TIME_MS);
      const cut = title.length > TITLE_CAP || text.length > TEXT_CAP || tag.length > TAG_CAP;
      const told = {
        __proto__: null,
        n,
        route,
        title: sliceOf(title, 0, TITLE_CAP),
        text: sliceOf(text, 0, TEXT_CAP),
        tag: sliceOf(tag, 0, TAG_CAP),
        cut,
      } as unknown as Offer;
      post(port, `o${toJson(told)}`);
    },
    tellCall(inCall) {
      post(port, inCall ? 'c1' : 'c0');
    },
    get workerMessages() {
      return workerMessages;
    },
  };
}
