import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { ROOT } from '../test/readers/fixtures.mjs';
import { temporary } from './commands.mjs';

/** Bundled as a page's own build would. @param {import('esbuild').BuildOptions} entry */
export async function bundled(entry) {
  const { outputFiles, warnings } = await build({
    ...entry,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    minify: true,
    write: false,
    logLevel: 'silent',
    absWorkingDir: ROOT,
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('; '));
  return outputFiles[0].contents;
}

/**
 * Opens a page that has one script, `/page.js`, and gives the JSON that it has written in base64 into a `pre`.
 *
 * @param {string} policy the Content-Security-Policy
 * @param {string} html
 * @param {Uint8Array} script
 */
export async function opened(policy, html, script) {
  const files = { '/': ['text/html', html], '/page.js': ['text/javascript', script] };
  const server = createServer(({ url }, response) => {
    const [type, body] = files[url ?? ''] ?? [];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': policy,
    });
    response.end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const quiet = ['background-networking', 'component-update', 'sync', 'gpu', 'quic'].map((name) => `--disable-${name}`);
  const options = [
    '--headless',
    '--no-sandbox',
    '--no-first-run',
    ...quiet,
    `--user-data-dir=${join(temporary(), 'profile')}`,
  ];
  const address = `http://127.0.0.1:${server.address().port}/`;
  try {
    const { stdout } = await promisify(execFile)(
      'chromium',
      [...options, '--virtual-time-budget=600000', '--dump-dom', address],
      { maxBuffer: 1e9, timeout: 300_000 },
    );
    const [, written] = /<pre>([\w+/=]+)<\/pre>/.exec(stdout) ?? [];
    if (written === undefined) throw new Error(`the page wrote nothing: ${stdout.slice(0, 500)}`);
    return JSON.parse(Buffer.from(written, 'base64').toString());
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
