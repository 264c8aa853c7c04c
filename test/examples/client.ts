import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { emptyFolder } from '../cli/nianbao.js';
import { exampleProject, removeProject, startServer } from './project.mjs';

/** What a server has answered. */
export type Answer = ReturnType<typeof answerOf>;

function answerOf({ statusCode: status, headers }: IncomingMessage, body: Buffer) {
  return { status, headers, body, json: () => JSON.parse(body.toString()) };
}

interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

export type Server = Awaited<ReturnType<typeof startServer>> & {
  /** The path goes out as it is; `fetch` would tidy it up. */
  readonly ask: (path: string, ask?: Ask) => Promise<Answer>;
  readonly post: (path: string, body: string | Uint8Array, headers?: Record<string, string>) => Promise<Answer>;
};

let project: string | undefined;
const started: Server[] = [];

afterAll(async () => {
  await Promise.all(started.map(({ stop }) => stop('SIGKILL')));
  if (project) removeProject(project);
});

/** Seconds that a render may take where no test is about time: the machine may be busy. */
const PATIENCE = '600';

/** Starts one of the examples, `portal/server.mjs` or another; it ends with the tests of the file. */
export async function start(script: string, settings: Record<string, string> = {}): Promise<Server> {
  project ??= exampleProject();
  const server = await startServer(`${project}/${script}`, {
    REPORTS: emptyFolder(),
    TIMEOUT: PATIENCE,
    ...settings,
  });
  const ask: Server['ask'] = (path, { method = 'GET', headers = {}, body, signal } = {}) =>
    new Promise((resolve, reject) => {
      const { hostname, port } = server.url;
      const sent = request(
        { hostname, port, path, method, headers, agent: false, ...(signal && { signal }) },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => resolve(answerOf(answer, Buffer.concat(chunks))));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  const post: Server['post'] = (path, body, headers = { 'content-type': 'application/json' }) =>
    ask(path, { method: 'POST', headers, body });
  const one = { ...server, ask, post };
  started.push(one);
  return one;
}

/** What a server says to what may be no HTTP at all. */
export function say({ url }: Server, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname, () => socket.write(words));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

/** The file name that `Content-Disposition` gives, by the grammars of RFC 6266 and RFC 8187, and the one for old clients. */
export function namesIn(
  header: string | undefined,
  kind = 'attachment',
): { readonly name: string; readonly plain: string } {
  const form =
    /^(?:attachment|inline); filename="([\w.-]+)"; filename\*=UTF-8''((?:%[0-9A-F]{2}|[A-Za-z0-9!#$&+.^_`|~-])+)$/;
  const [, plain = '', encoded = ''] = header?.startsWith(kind) ? (form.exec(header) ?? []) : [];
  return { name: decodeURIComponent(encoded), plain };
}

/** How busy a portal says it is. */
interface State {
  readonly running: number;
  readonly waiting: number;
}

/** Waits until a portal says that it is so. */
export async function until(server: Server, is: (state: State) => boolean): Promise<void> {
  while (!is((await server.ask('/healthz')).json())) await setTimeout(20);
}
