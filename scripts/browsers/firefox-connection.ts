import puppeteer, { type Browser, type ConnectionTransport } from 'puppeteer-core';
import { NodeWebSocketTransport } from 'puppeteer-core/internal/node/NodeWebSocketTransport.js';
import type { FirefoxSession, Marionette } from './marionette.ts';

/**
 * Lets puppeteer's BiDi join the session that Marionette has opened: Firefox allows a single session, so puppeteer's wish
 * for a new one is answered here with the existing one. (geckodriver joins the two protocols in the same way.)
 */
export async function joinSession(marionette: Marionette): Promise<Browser> {
  const url = marionette.session.capabilities.webSocketUrl;
  if (url === undefined) throw new Error('Firefox offers no BiDi connection.');
  const socket = await NodeWebSocketTransport.create(url);
  return puppeteer.connect({
    protocol: 'webDriverBiDi',
    transport: new JoiningTransport(socket, marionette.session),
    defaultViewport: null,
  });
}

class JoiningTransport implements ConnectionTransport {
  onmessage?: (message: string) => void;
  onclose?: () => void;
  private readonly inner: ConnectionTransport;
  private readonly session: FirefoxSession;

  constructor(inner: ConnectionTransport, session: FirefoxSession) {
    this.inner = inner;
    this.session = session;
    inner.onmessage = (message) => this.onmessage?.(message);
    inner.onclose = () => this.onclose?.();
  }

  send(message: string): void {
    const request = JSON.parse(message) as { id: number; method: string };
    if (request.method !== 'session.new') {
      this.inner.send(message);
      return;
    }
    const answer = JSON.stringify({ type: 'success', id: request.id, result: this.session });
    queueMicrotask(() => this.onmessage?.(answer));
  }

  close(): void {
    this.inner.close();
  }
}
