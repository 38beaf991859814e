import { type Fields, flagged, MEMBERS, memberOf, textOf } from './fields.ts';
import {
  apply,
  construct,
  defineAccessor,
  defineValue,
  dispatch,
  EventOf,
  EventTargetOf,
  getterOf,
  isPrevented,
  later,
  listen,
  prevent,
} from './natives.ts';
import type { DecisionLetter } from './protocol.ts';

const Native = globalThis.Notification;
const nativeClose = Native?.prototype.close;
/** Keys only, to be walked with `for…in`. */
const EVENTS = { show: 0, click: 0, close: 0, error: 0 };

/** Stands for a native notification while its treatment is undecided, and from then on if it is held. */
export interface StandIn {
  /** What the page gets: an EventTarget that passes for a `Notification` (docs/architecture.md says how closely). */
  readonly face: Notification;
  readonly tag: string;
  isClosed(): boolean;
  settle(letter: DecisionLetter, mark: string): void;
  /** As if the person had clicked it. */
  click(): void;
  /** As the page's own `close()`, or because a newer one of the same tag took its place. */
  close(): void;
}

/**
 * @param newTarget the class the page called `new` on, so that subclasses keep their prototype.
 * @param showNative makes the native notification; called at most once, when the decision lets it be shown.
 */
export function createStandIn(
  fields: Fields,
  newTarget: object,
  showNative: (shown: Fields) => Notification | null,
): StandIn {
  const face = construct(EventTargetOf, [], newTarget as new () => EventTarget) as Notification;
  let native: Notification | null = null;
  let closed = false;
  let decided = false;

  const fire = (type: string): boolean => {
    const event = new EventOf(type, { __proto__: null, cancelable: type === 'click' } as EventInit);
    dispatch(face, event);
    return isPrevented(event);
  };

  const close = (): void => {
    if (closed) return;
    closed = true;
    if (native === null) later(() => fire('close'), 0);
    else apply(nativeClose as () => void, native, []);
  };

  defineAccessor(face, 'title', () => fields.title);
  for (const key in MEMBERS) {
    // Own properties instead of the prototype's getters, which check for a real notification and would throw.
    const value = memberOf(fields, key);
    if (getterOf(Native.prototype, key) !== undefined) defineAccessor(face, key, () => value);
  }
  defineValue(face, 'close', () => close());
  for (const type in EVENTS) defineHandler(face, type);

  return {
    face,
    tag: textOf(fields, 'tag'),
    close,
    isClosed: () => closed,
    click: () => {
      fire('click');
    },
    settle(letter, mark) {
      if (decided || closed) return;
      decided = true;
      if (letter === 'h') {
        fire('show'); // Some apps wait for it before they raise the next one.
        return;
      }
      native = showNative(letter === 'f' ? flagged(fields, mark) : fields);
      if (native === null) return;
      for (const type in EVENTS) {
        listen(native, type, (event) => {
          if (type === 'close') closed = true;
          if (fire(type)) prevent(event);
        });
      }
    },
  };
}

/** An event-handler attribute: keeps its place among the listeners once set, ignores what is not a function. */
function defineHandler(face: EventTarget, type: string): void {
  let handler: unknown = null;
  let placed = false;
  defineAccessor(
    face,
    `on${type}`,
    () => handler,
    (value) => {
      handler = typeof value === 'function' || typeof value === 'object' ? value : null;
      if (placed || handler === null) return;
      placed = true;
      listen(face, type, (event) => {
        if (typeof handler === 'function' && apply(handler, face, [event]) === false) prevent(event);
      });
    },
  );
}
