import { HELLO_EVENT, PORT_EVENT } from './channel.ts';
import { dispatch, isPrevented, later, listen, unlisten } from './natives.ts';

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
