import type { OfferedContact } from '../core/contact/types.ts';
import {
  afterTask,
  later,
  listenToPort,
  monotonic,
  now,
  parseJson,
  positionOf,
  post,
  sliceOf,
  toJson,
  toNumber,
} from './natives.ts';
import type { DecisionLetter, Offer, WorkerMessageShape } from './protocol.ts';

/**
 * Nothing heard from the bridge for this long while offers wait: show them natively (DESIGN §4, fail open). Answers to
 * others count as being heard, so that a long burst on a slow machine is not half shown.
 */
const ANSWER_TIME_MS = 2_000;

/** After a long task of the page, timers may run before answers that already lie in the queue; let those in first. */
const QUEUE_GRACE_MS = 50;

/** A page that raises more than this in one task has them told in pieces, so that no piece holds the page up for long. */
const OFFERS_TOGETHER = 50;

/** Caps of core/contact/types.ts; spelled out since page code imports nothing but types. Code units. */
const TITLE_CAP = 512;
const TEXT_CAP = 2_048;
const TAG_CAP = 256;

export type Decide = (letter: DecisionLetter, mark: string) => void;

interface Waiting {
  readonly decide: Decide;
  /** Runs when the person opens the held offer from our list. */
  readonly click: () => void;
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
  const clicks = { __proto__: null } as unknown as Record<number, (() => void) | undefined>;
  let workerMessages: readonly WorkerMessageShape[] = [];
  let workingUntil = 0;
  /** Nobody answered lately: show natively at once and tell it as late, until the bridge is heard again. */
  let silent = false;
  /** The extension is gone: nobody will ever answer. */
  let gone = false;
  let lastOffer = 0;
  let waitingCount = 0;
  let heardAt = 0;
  let watching = false;
  let passed = 0;
  /** Offers to be told, as JSON with commas between them: an array would ask the page's own `toJSON`. */
  let untold = '';
  let untoldCount = 0;

  const flush = (): void => {
    if (untoldCount === 0) return;
    post(port, `o[${untold}]`);
    untold = '';
    untoldCount = 0;
  };

  const settle = (n: number, letter: DecisionLetter, mark: string): void => {
    const offer = waiting[n];
    if (offer === undefined) return;
    delete waiting[n];
    waitingCount -= 1;
    if (letter === 'h') clicks[n] = offer.click;
    offer.decide(letter, mark);
  };

  const release = (n: number): void => {
    post(port, `l${n}`);
    settle(n, 'n', '');
  };

  const releaseAll = (): void => {
    for (const n in waiting) release(toNumber(n));
  };

  const overdueIn = (): number => heardAt + ANSWER_TIME_MS - monotonic();

  const look = (): void => {
    watching = false;
    if (waitingCount > 0) watch(overdueIn());
  };

  const giveUp = (): void => {
    if (overdueIn() <= 0) {
      silent = true;
      releaseAll();
    }
    look();
  };

  const watch = (delayMs: number): void => {
    watching = true;
    if (delayMs > 0) later(look, delayMs);
    else later(giveUp, QUEUE_GRACE_MS);
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
    silent = false;
    heardAt = monotonic();
    if (letter === 'd') takeDecision(body);
    else if (letter === 'g') workingUntil = sliceOf(body, 0, 1) === '1' ? toNumber(sliceOf(body, 2)) : 0;
    else if (letter === 'k') clicks[toNumber(body)]?.();
    else if (letter === 'w') workerMessages = parseJson(body) as readonly WorkerMessageShape[];
    else if (letter === 'x') {
      gone = true;
      releaseAll();
    }
  });

  return {
    passes() {
      if (gone) return true;
      if (now() >= workingUntil) return false;
      if (passed === 0) later(tellPassed, 0);
      passed += 1;
      return true;
    },
    make(route, title, text, tag, decide, click) {
      lastOffer += 1;
      const n = lastOffer;
      if (waitingCount === 0) heardAt = monotonic();
      waiting[n] = { decide, click };
      waitingCount += 1;
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
      if (untoldCount === 0) afterTask(flush);
      untold += `${untoldCount === 0 ? '' : ','}${toJson(told)}`;
      untoldCount += 1;
      if (silent || untoldCount === OFFERS_TOGETHER) flush();
      if (silent) release(n);
      else if (!watching) watch(ANSWER_TIME_MS);
    },
    tellCall(inCall) {
      post(port, inCall ? 'c1' : 'c0');
    },
    get workerMessages() {
      return workerMessages;
    },
  };
}
