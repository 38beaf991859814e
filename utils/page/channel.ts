import { apply, dispatch, getterOf, isPrevented, later, listen, unlisten } from './natives.ts';

/**
 * The private line between the page's hook (MAIN world) and the bridge (ISOLATED world) of one document.
 *
 * Both scripts run at document_start before any page script, in an order that differs between browsers and restarts, so
 * either side may come first: the hook offers a port in an event, at once and again when the bridge says hello; the
 * bridge takes the first port and says hello. Both are one-shot. Page scripts come too late to see either event.
 */
const PORT_EVENT = 'clocked-off:port';
const HELLO_EVENT = 'clocked-off:hello';

/** Scripts of one document start within milliseconds of each other; a hook nobody answered stops listening after this. */
const HELLO_WINDOW_MS = 1_000;

/** MAIN side. Calls `connected` synchronously, at most once, as soon as a bridge has taken the other end. */
export function offerPort(connected: (port: MessagePort) => void): void {
  const { port1, port2 } = new MessageChannel();
  const target = document;
  const MessageEventOf = MessageEvent;
  let open = true;
  const close = (): void => {
    open = false;
    unlisten(target, HELLO_EVENT, offer);
  };
  const offer = (): void => {
    if (!open) return;
    const init = { __proto__: null, ports: [port2], cancelable: true } as MessageEventInit;
    const event = new MessageEventOf(PORT_EVENT, init);
    dispatch(target, event);
    if (!isPrevented(event)) return;
    close();
    connected(port1);
  };
  listen(target, HELLO_EVENT, offer);
  offer();
  if (open) later(close, HELLO_WINDOW_MS);
}

/** ISOLATED side. Calls `connected` once, as soon as a hook offers its port. */
export function takePort(connected: (port: MessagePort) => void): void {
  const portsOf = getterOf(MessageEvent.prototype, 'ports') as () => readonly MessagePort[];
  const take = (event: Event): void => {
    const port = (apply(portsOf, event, []) as readonly MessagePort[])[0];
    if (port === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    document.removeEventListener(PORT_EVENT, take, true);
    connected(port);
  };
  document.addEventListener(PORT_EVENT, take, true);
  document.dispatchEvent(new Event(HELLO_EVENT));
}
