import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Account, Prosody } from './prosody.ts';

const require = createRequire(import.meta.url);

/** The client as its own project built it: nothing of it is changed or replaced. */
const DIST = dirname(require.resolve('converse.js/dist/converse.min.js'));
const INDEX = fileURLToPath(new URL('site/index.html', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
};

export interface ChatSite {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves Converse.js to this machine, set up for one account of the chat server. */
export async function startChatSite(prosody: Prosody, account: Account): Promise<ChatSite> {
  const start = `import '/dist/converse.min.js';\nconverse.initialize(${JSON.stringify(settingsOf(prosody, account))});`;
  // The client must reach its own files and the chat server, and nobody else.
  const policy = [
    "default-src 'self' data: blob:",
    "script-src 'self' 'wasm-unsafe-eval' blob:",
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self' data: ${prosody.websocketUrl}`,
  ].join('; ');
  const send = (response: ServerResponse, type: string, content: string | Buffer): void => {
    response.writeHead(200, {
      'content-type': TYPES[type] ?? 'application/octet-stream',
      'content-security-policy': policy,
    });
    response.end(content);
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://chat');
    if (pathname === '/start.js') return send(response, '.js', start);
    const file = pathname === '/' ? INDEX : fileOf(pathname);
    readFile(file).then(
      (content) => send(response, extname(file), content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** `new URL` has already taken every way out of the folder from the path. */
function fileOf(pathname: string): string {
  return join(DIST, normalize(pathname.replace(/^\/dist\//, '/')));
}

/** What an employer would write into the page. Notifications are left as the client brings them. */
function settingsOf(prosody: Prosody, account: Account): Record<string, unknown> {
  return {
    view_mode: 'fullscreen',
    assets_path: '/dist',
    notification_icon: '/dist/images/logo/conversejs-filled.svg',
    authentication: 'login',
    auto_login: true,
    jid: prosody.jidOf(account),
    password: account.password,
    websocket_url: prosody.websocketUrl,
    discover_connection_methods: false,
    // A slow machine must not see its notification taken away before it is clicked.
    notification_delay: 60_000,
  };
}
