import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { within } from '../../../scripts/browsers/wait.ts';

/** Makes a page stand still, as one does behind a dialog, until it is released: it waits for an answer that does not come. */
export async function standStill(page: Page): Promise<{ release(): void }> {
  let arrived: (response: ServerResponse) => void = () => undefined;
  const asked = new Promise<ServerResponse>((resolve) => {
    arrived = resolve;
  });
  const server = createServer((_request, response) => arrived(response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  await page.evaluate(
    (port) => {
      setTimeout(() => {
        const request = new XMLHttpRequest();
        request.open('GET', `http://127.0.0.1:${port}/`, false);
        try {
          request.send();
        } catch {
          // Not for this page to read; it has waited long enough.
        }
      });
    },
    (server.address() as AddressInfo).port,
  );
  const response = await within('the page to stand still', asked);
  return {
    release() {
      response.end();
      server.close();
      server.closeAllConnections();
    },
  };
}
