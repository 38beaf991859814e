import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { until } from '../../../scripts/browsers/wait.ts';
import type { Account, Prosody } from './prosody.ts';

/** A real client in a real browser has to load and log in first. */
const LOGIN_MS = 20_000;

/** A colleague at another machine: the smallest XMPP client that can log in, see who is there, and write. */
export interface Sender {
  /** Resolves when a client of the account is logged in and ready to be written to. */
  waitUntilOnline(account: Account): Promise<void>;
  /** Resolves when the account has no client left. */
  waitUntilOffline(account: Account): Promise<void>;
  send(to: Account, text: string): void;
  close(): void;
}

/** Logs in over plain TCP. Stanzas are matched in the raw text: a server on this machine sends nothing surprising. */
export async function connectSender(server: Prosody, account: Account): Promise<Sender> {
  const socket = await open(server.port);
  let received = '';
  let broken: Error | null = null;
  socket.setEncoding('utf8').on('data', (piece: string) => {
    received += piece;
  });
  socket.on('error', (error) => {
    broken = error;
  });
  /** Sends, and waits for an answer among what arrives from now on. */
  const exchange = async (xml: string, answer: RegExp): Promise<void> => {
    received = '';
    socket.write(xml);
    await until(`an answer to ${xml.slice(0, 60)}`, () => {
      if (broken !== null) throw broken;
      if (/<failure|<stream:error/.test(received)) throw new Error(`The chat server refused: ${received}`);
      return answer.test(received);
    });
  };

  const stream = `<stream:stream to="${server.domain}" version="1.0" xmlns="jabber:client" xmlns:stream="http://etherx.jabber.org/streams">`;
  const credentials = Buffer.from(`\0${account.user}\0${account.password}`).toString('base64');
  await exchange(`<?xml version="1.0"?>${stream}`, /<\/stream:features>/);
  await exchange(`<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">${credentials}</auth>`, /<success/);
  await exchange(stream, /<\/stream:features>/);
  await exchange('<iq type="set" id="bind"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/></iq>', /<jid>/);
  await exchange('<iq type="get" id="roster"><query xmlns="jabber:iq:roster"/></iq>', /<\/query>|<query[^>]*\/>/);
  received = '';
  socket.write('<presence/>');

  const clientsOf = (jid: string): Set<string> => {
    const clients = new Set<string>();
    for (const [, attributes = ''] of received.matchAll(/<presence([^>]*)>/g)) {
      const from = attributes.match(/from=['"]([^'"]*)/)?.[1] ?? '';
      if (!from.startsWith(`${jid}/`)) continue;
      if (/type=['"]unavailable/.test(attributes)) clients.delete(from);
      else clients.add(from);
    }
    return clients;
  };

  return {
    waitUntilOnline: async (other) => {
      const jid = server.jidOf(other);
      await until(`${jid} to come online`, () => clientsOf(jid).size > 0, LOGIN_MS);
    },
    waitUntilOffline: async (other) => {
      const jid = server.jidOf(other);
      await until(`${jid} to go offline`, () => clientsOf(jid).size === 0);
    },
    send: (to, text) => {
      const body = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      socket.write(`<message type="chat" id="${randomUUID()}" to="${server.jidOf(to)}"><body>${body}</body></message>`);
    },
    close: () => {
      socket.destroy();
    },
  };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}
