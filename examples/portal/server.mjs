import { availableParallelism } from 'node:os';
import { createPool } from 'nianbao/batch';
import { createChecks } from './checks.mjs';
import { clientsBy } from './clients.mjs';
import { end } from './deadlines.mjs';
import { createPortal } from './portal.mjs';
import { createReading } from './reading.mjs';
import { createRenders } from './renders.mjs';
import { reportsIn } from './reports.mjs';

/** Starts the portal with the settings of the environment. README.md says what they are. */

const {
  HOST = '127.0.0.1',
  PORT = '3000',
  REPORTS = 'reports',
  // One core is left to the event loop.
  THREADS = String(Math.max(1, availableParallelism() - 1)),
  QUEUE = '64',
  TIMEOUT = '10',
  BODY_KB = '512',
  UPLOAD_MB = '20',
  CACHE_MB = '64',
  CLIENT_HEADER = '',
  CONNECTIONS = '512',
  BODIES_MB = '64',
  WRITE_SECONDS = '30',
  CLOSE_SECONDS = '20',
} = process.env;

// Threads stand back for the event loop, so that who only asks for what is there, or how it is, need not wait for a core.
const pool = createPool({ jobs: Number(THREADS), timeout: Number(TIMEOUT), memory: 512, nice: 10 });
const renders = createRenders({ pool, queue: Number(QUEUE), cacheBytes: Number(CACHE_MB) * 2 ** 20 });
const check = createChecks({ most: Number(THREADS), timeout: Number(TIMEOUT) * 3 });
const reading = createReading({ timeout: Number(TIMEOUT), queue: Number(QUEUE) });
const portal = createPortal({
  reports: reportsIn(REPORTS, Number(UPLOAD_MB) * 2 ** 20),
  renders,
  check,
  reading,
  bodyLimit: Number(BODY_KB) * 1024,
  uploadLimit: Number(UPLOAD_MB) * 2 ** 20,
  clientOf: clientsBy(CLIENT_HEADER),
  connections: Number(CONNECTIONS),
  bodiesLimit: Number(BODIES_MB) * 2 ** 20,
  writeSeconds: Number(WRITE_SECONDS),
});
// Once every request that was there has its answer.
portal.addHook('onClose', async () => void (await Promise.all([pool.close(), reading.close()])));

for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => end(portal, Number(CLOSE_SECONDS)));

// Many may knock at once: who is not heard by the system tries again only after a second.
console.log(await portal.listen({ host: HOST, port: Number(PORT), backlog: 4096 }));
