import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../browsers/wait.ts';

const SITE = fileURLToPath(new URL('site', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Content policies as strict work apps send them, by the folder they apply to. */
const POLICIES: Readonly<Record<string, string>> = {
  '/strict/':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  '/sandboxed/': "sandbox allow-scripts; default-src 'none'; script-src 'self'",
};

/** Something that happened to the site in its own worker, as the site tells it. */
export interface WorkerSighting {
  readonly what: 'push' | 'message' | 'shown' | 'failed' | 'click' | 'close';
  readonly title: string;
  readonly detail: string;
}

export interface PracticeServer {
  /** Where the practice app lives. */
  readonly origin: string;
  /** The same server under another name: a different origin to every browser. */
  readonly otherOrigin: string;
  workerSaw(): readonly WorkerSighting[];
  waitForWorker(predicate: (sighting: WorkerSighting) => boolean, timeoutMs?: number): Promise<WorkerSighting>;
  close(): Promise<void>;
}

export interface PracticeOptions {
  /** How a push reaches the site's worker: the page can only ask for one, a driver has to bring it. */
  readonly deliverPush?: (payload: string) => Promise<void>;
}

/** Serves the practice work app on a free port of this machine, to this machine only. */
export async function startPractice(options: PracticeOptions = {}): Promise<PracticeServer> {
  const sightings: WorkerSighting[] = [];
  const server = createServer((request, response) => {
    answer(request, response, options, sightings).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    workerSaw: () => [...sightings],
    waitForWorker: (predicate, timeoutMs) => until("the site's worker", () => sightings.find(predicate), timeoutMs),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Browsers hold connections open for minutes.
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: PracticeOptions,
  sightings: WorkerSighting[],
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://practice');
  if (request.method === 'POST') {
    const body = await bodyOf(request);
    if (pathname === '/worker-saw') sightings.push(JSON.parse(body) as WorkerSighting);
    if (pathname === '/push') {
      if (options.deliverPush === undefined) return void response.writeHead(501).end();
      await options.deliverPush(body);
    }
    return void response.writeHead(204).end();
  }
  const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  const file = join(SITE, path === `${sep}index.html` ? join('chat', 'index.html') : path);
  try {
    const policy = Object.entries(POLICIES).find(([folder]) => pathname.startsWith(folder))?.[1];
    const content = await readFile(file);
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      ...(pathname === '/chat/worker.js' ? { 'service-worker-allowed': '/' } : {}),
      ...(policy === undefined ? {} : { 'content-security-policy': policy }),
    });
    response.end(content);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not here.');
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
