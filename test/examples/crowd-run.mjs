import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../readers/fixtures.mjs';
import { exampleProject, removeProject, startServer } from './project.mjs';

/** What the portal of a crowd may hold: connections, and megabytes. */
export const ROOM = { connections: 200, cache: 16, bodies: 16 };

export const quantile = (/** @type {readonly number[]} */ values, /** @type {number} */ share) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

/**
 * Runs the portal of the examples among 40 clients who mean it no good and 10 who do. The crowds are processes of
 * their own, and so is who asks after its health.
 *
 * @param {number} seconds
 */
export async function runCrowd(seconds) {
  const project = exampleProject();
  const portal = await startServer(join(project, 'portal', 'server.mjs'), {
    REPORTS: `${ROOT}fixtures/2021`,
    CACHE_MB: String(ROOM.cache),
    CONNECTIONS: String(ROOM.connections),
    BODIES_MB: String(ROOM.bodies),
  });
  process.on('exit', () => {
    portal.stop('SIGKILL');
    removeProject(project);
  });
  const crowd = async (/** @type {string} */ kind) => {
    const child = fork(`${ROOT}test/examples/crowd.mjs`, [portal.url.href, kind, String(seconds)]);
    const [told] = await once(child, 'message');
    return told;
  };
  const [hostile, honest, health] = await Promise.all(['hostile', 'honest', 'health'].map(crowd));
  return { hostile, honest, health, ended: await portal.stop() };
}
