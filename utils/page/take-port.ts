import { HELLO_EVENT, PORT_EVENT } from './channel.ts';

/** ISOLATED side. Calls `connected` once, as soon as a hook offers its port. This world's built-ins are our own. */
export function takePort(connected: (port: MessagePort) => void): void {
  const take = (event: Event): void => {
    const port = (event as MessageEvent).ports[0];
    if (port === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    document.removeEventListener(PORT_EVENT, take, true);
    connected(port);
  };
  document.addEventListener(PORT_EVENT, take, true);
  document.dispatchEvent(new Event(HELLO_EVENT));
}
