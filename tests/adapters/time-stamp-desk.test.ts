import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { askService } from '../../utils/adapters/time-stamp-desk.ts';
import { MOST_STAMP_BYTES } from '../../utils/core/sign/time-stamp.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

interface Asked {
  readonly method: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A service on this machine that answers so; gives its address and what it was asked. */
async function serviceThat(answers: (response: ServerResponse) => void): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const made = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      asked.push({ method: request.method, headers: request.headers, body: Buffer.concat(pieces).toString('hex') });
      answers(response);
    });
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(made.address() as AddressInfo).port}/tsr`, asked };
}

describe('a time-stamp service', () => {
  it('is asked by one POST of the request, and its bytes come back', async () => {
    const { url, asked } = await serviceThat((response) => response.end(Buffer.from([0x30, 0, 0xff])));
    expect(await askService(url, Uint8Array.of(1, 2, 0xfe))).toEqual({ ok: true, value: Uint8Array.of(0x30, 0, 0xff) });
    expect(asked).toMatchObject([
      { method: 'POST', body: '0102fe', headers: { 'content-type': 'application/timestamp-query' } },
    ]);
    expect(asked[0]?.headers).not.toHaveProperty('cookie');
    expect(asked[0]?.headers).not.toHaveProperty('referer');
  });

  it('that sends more than a stamp can be is not read to its end', async () => {
    let sent = 0;
    const { url } = await serviceThat((response) => {
      const more = (): void => {
        if (response.destroyed) return;
        sent += 16_384;
        response.write(Buffer.alloc(16_384), () => setImmediate(more));
      };
      more();
    });
    expect(await askService(url, Uint8Array.of(1))).toMatchObject({ ok: false, problem: { code: 'stamp.too-long' } });
    expect(sent).toBeGreaterThan(MOST_STAMP_BYTES);
  });

  it('may send just as much', async () => {
    const { url } = await serviceThat((response) => response.end(Buffer.alloc(MOST_STAMP_BYTES, 7)));
    const answered = await askService(url, Uint8Array.of(1));
    expect(answered.ok && answered.value.length).toBe(MOST_STAMP_BYTES);
  });

  it('that answers with an error, sends us elsewhere or is not there is told so', async () => {
    const failing = await serviceThat((response) => response.writeHead(503).end());
    expect(await askService(failing.url, Uint8Array.of(1))).toMatchObject({
      problem: { code: 'stamp.answer', values: { status: 503 } },
    });
    server?.close();
    const moved = await serviceThat((response) => {
      if (response.req.url === '/other') response.end('stamped');
      else response.writeHead(302, { location: '/other' }).end();
    });
    expect(await askService(moved.url, Uint8Array.of(1))).toMatchObject({ problem: { code: 'stamp.unreachable' } });
    expect(moved.asked).toHaveLength(1);
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
    expect(await askService(moved.url, Uint8Array.of(1))).toMatchObject({ problem: { code: 'stamp.unreachable' } });
  });
});
