import { connect, type Socket } from 'node:net';
import { until, within } from './wait.ts';

type Answer = readonly [
  type: 1,
  id: number,
  error: { readonly error: string; readonly message: string } | null,
  result: unknown,
];

/** What Firefox answers to a new session; the names are its own. */
export interface FirefoxSession {
  readonly sessionId: string;
  readonly capabilities: { readonly webSocketUrl?: string; readonly browserVersion?: string };
}

const SESSION = { webSocketUrl: true, acceptInsecureCerts: true, timeouts: { script: 60_000 } };

/**
 * A small client of Firefox's remote protocol Marionette, for what BiDi does not offer: scripts with the browser's own
 * rights, and add-ons. Frames are `<bytes>:<json>`; a request is `[0, id, name, params]`, its answer `[1, id, error, result]`.
 */
export class Marionette {
  private readonly socket: Socket;
  private readonly pending = new Map<number, (answer: Answer) => void>();
  private buffer = Buffer.alloc(0);
  private lastId = 0;
  private closedBecause: string | null = null;
  /** Firefox knows one session at a time; `webSocketUrl` lets BiDi join this one. */
  session: FirefoxSession = { sessionId: '', capabilities: {} };

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (bytes) => {
      this.buffer = Buffer.concat([this.buffer, bytes]);
      this.takeFrames();
    });
    socket.on('close', () => this.abandon('Firefox closed the Marionette connection.'));
    socket.on('error', (error) => this.abandon(error.message));
  }

  /** Connects as soon as Firefox listens on the port, and opens the one session it allows. */
  static async connect(port: number, timeoutMs: number): Promise<Marionette> {
    const socket = await until('Firefox to open its Marionette port', () => tryConnect(port), timeoutMs);
    const marionette = new Marionette(socket);
    const opening = marionette.send('WebDriver:NewSession', SESSION);
    marionette.session = (await within('a Marionette session', opening, timeoutMs)) as FirefoxSession;
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    return marionette;
  }

  send(name: string, params: object): Promise<unknown> {
    if (this.closedBecause !== null) return Promise.reject(new Error(this.closedBecause));
    const id = ++this.lastId;
    const frame = Buffer.from(JSON.stringify([0, id, name, params]));
    return new Promise((resolve, reject) => {
      this.pending.set(id, ([, , error, result]) =>
        error === null ? resolve(result) : reject(new Error(`${name}: ${error.message}`)),
      );
      this.socket.write(`${frame.length}:`);
      this.socket.write(frame);
    });
  }

  /**
   * Runs a function's body with the browser's own rights and returns what it returns. `body` may await; its arguments are
   * in `args`. The sandbox `clockedOff` lives as long as the session, so what one script registers stays registered.
   */
  async run<T>(body: string, ...args: unknown[]): Promise<T> {
    const script = `const done = arguments[arguments.length - 1];
      const args = [...arguments].slice(0, -1);
      (async () => { ${body} })().then(
        (value) => done({ value: value === undefined ? null : value }),
        (error) => done({ error: String(error) + '\\n' + (error?.stack ?? '') }),
      );`;
    const answer = (await this.send('WebDriver:ExecuteAsyncScript', {
      script,
      args,
      sandbox: 'system',
      newSandbox: false,
    })) as {
      value: { value: T } | { error: string };
    };
    if ('error' in answer.value) throw new Error(`In Firefox: ${answer.value.error}`);
    return answer.value.value;
  }

  close(): void {
    this.socket.destroy();
  }

  private takeFrames(): void {
    for (;;) {
      const colon = this.buffer.indexOf(':');
      if (colon < 0) return;
      const length = Number(this.buffer.subarray(0, colon).toString());
      const end = colon + 1 + length;
      if (this.buffer.length < end) return;
      const frame: unknown = JSON.parse(this.buffer.subarray(colon + 1, end).toString());
      this.buffer = this.buffer.subarray(end);
      // The first frame is a greeting and no answer.
      if (!Array.isArray(frame)) continue;
      const answer = frame as unknown as Answer;
      const settle = this.pending.get(answer[1]);
      this.pending.delete(answer[1]);
      settle?.(answer);
    }
  }

  private abandon(reason: string): void {
    this.closedBecause ??= reason;
    for (const [id, settle] of this.pending) settle([1, id, { error: 'closed', message: reason }, null]);
    this.pending.clear();
  }
}

function tryConnect(port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', () => resolve(null));
  });
}
