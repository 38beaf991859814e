import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exited, hasExited, signalGroup, start } from '../../../scripts/browsers/children.ts';
import { findProgram } from '../../../scripts/browsers/find.ts';

/** Accounts live under this name; nobody resolves it, since clients are told the port. */
const DOMAIN = 'office.test';
const START_MS = 20_000;
const ATTEMPTS = 3;

export interface Account {
  /** The part before the `@`: lower-case letters only, since it names files. */
  readonly user: string;
  readonly password: string;
  /** How it is called in the others' contact lists. */
  readonly name: string;
}

export interface Prosody {
  readonly domain: string;
  /** For clients over plain TCP. */
  readonly port: number;
  readonly websocketUrl: string;
  jidOf(account: Account): string;
  close(): Promise<void>;
}

/** Runs the chat server Prosody, for this machine only, with accounts that have each other in their contact lists. */
export async function startProsody(accounts: readonly Account[]): Promise<Prosody> {
  const program = await findProgram('prosody');
  const home = await mkdtemp(join(tmpdir(), 'clocked-off-prosody-'));
  const remove = (): Promise<void> => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    await writeAccounts(home, accounts);
    const { child, ports } = await startOnFreePorts(program, home);
    return {
      domain: DOMAIN,
      port: ports.client,
      websocketUrl: `ws://127.0.0.1:${ports.http}/xmpp-websocket`,
      jidOf: ({ user }) => `${user}@${DOMAIN}`,
      close: async () => {
        await stop(child);
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

interface Ports {
  readonly client: number;
  readonly http: number;
}

async function startOnFreePorts(program: string, home: string): Promise<{ child: ChildProcess; ports: Ports }> {
  const config = join(home, 'prosody.cfg.lua');
  for (let attempt = 1; ; attempt += 1) {
    // Prosody cannot be told to take any free port, so that another program may be quicker to take one of these.
    const [client, http] = await freePorts(2);
    if (client === undefined || http === undefined) throw new Error('No free ports.');
    const ports = { client, http };
    await writeFile(config, configOf(home, ports));
    const child = start(program, ['--config', config, '--no-daemonize'], process.env);
    try {
      await ready(child);
      return { child, ports };
    } catch (error) {
      await stop(child);
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

function configOf(home: string, { client, http }: Ports): string {
  return `
run_as_root = true
pidfile = "${join(home, 'prosody.pid')}"
data_path = "${join(home, 'data')}"
log = { info = "*console" }
interfaces = { "127.0.0.1" }
local_interfaces = { "127.0.0.1" }
c2s_ports = { ${client} }
http_ports = { ${http} }
https_ports = {}
http_default_host = "${DOMAIN}"
modules_enabled = { "roster", "saslauth", "disco", "private", "ping", "carbons", "posix", "websocket" }
modules_disabled = { "s2s", "tls" }
authentication = "internal_plain"
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_websocket_secure = true
VirtualHost "${DOMAIN}"
`;
}

/** Writes what `prosodyctl register` and the contact requests of an afternoon would have written. */
async function writeAccounts(home: string, accounts: readonly Account[]): Promise<void> {
  // Prosody's storage escapes everything in a name but letters and digits.
  const folder = join(home, 'data', DOMAIN.replaceAll('.', '%2e'));
  await mkdir(join(folder, 'accounts'), { recursive: true });
  await mkdir(join(folder, 'roster'), { recursive: true });
  for (const { user, password } of accounts) {
    await writeFile(join(folder, 'accounts', `${user}.dat`), `return { password = "${password}" };`);
    const contacts = accounts
      .filter((other) => other.user !== user)
      .map(
        ({ user: other, name }) => `["${other}@${DOMAIN}"] = { subscription = "both", groups = {}, name = "${name}" };`,
      );
    const roster = `return { [false] = { version = 1 }; ${contacts.join(' ')} };`;
    await writeFile(join(folder, 'roster', `${user}.dat`), roster);
  }
}

/** Resolves when both services accept connections; the server says so itself. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`Prosody ${why}. It said:\n${said.slice(-3_000)}`));
    };
    const timer = setTimeout(() => fail('was not ready in time'), START_MS);
    const read = (bytes: Buffer): void => {
      said += bytes.toString();
      if (said.includes('Failed to open server port')) fail('could not open a port');
      if (!['c2s', 'http'].every((service) => said.includes(`Activated service '${service}'`))) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => fail('ended'));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasExited(child)) return;
  // Nothing in its data is worth an orderly end.
  signalGroup(child.pid, 'SIGKILL');
  await exited(child);
}

/** Ports that were free together a moment ago. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
      });
      return server;
    }),
  );
  const ports = servers.flatMap((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? [address.port] : [];
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
