/**
 * The private line between the page's hook (MAIN world) and the bridge (ISOLATED world) of one document.
 *
 * Both scripts run at document_start before any page script, in an order that differs between browsers and restarts, so
 * either side may come first: the hook offers a port in an event, at once and again when the bridge says hello; the
 * bridge takes the first port and says hello. Both are one-shot. Page scripts come too late to see either event.
 */
export const PORT_EVENT = 'clocked-off:port';
export const HELLO_EVENT = 'clocked-off:hello';
