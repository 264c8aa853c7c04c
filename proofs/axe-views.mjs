import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../test/readers/fixtures.mjs';
import { run, temporary } from './commands.mjs';

/** Pages in Chromium as axe-core sees them, wide and narrow, light and dark. */

// Proofs run at the same time, so each has a folder of its own to install in.
const CHECKS = temporary();
cpSync(join(ROOT, 'proofs/page-checks'), CHECKS, { recursive: true, filter: (path) => !path.endsWith('node_modules') });
execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', CHECKS], { stdio: 'ignore' });

/** The checkers of pages, which are no part of the project's own packages. */
export const require = createRequire(join(CHECKS, 'package.json'));

/** A page of a browser of its own, which keeps its profile in a folder. @param {string} folder */
export async function openPage(folder) {
  const browser = await require('puppeteer-core').launch({
    executablePath: run('which', ['chromium']).trim(),
    args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`],
  });
  const page = await browser.newPage();
  // Other proofs keep the machine busy; what takes no end is ended all the same.
  page.setDefaultTimeout(180_000);
  return page;
}

export const VIEWS = [1280, 320].flatMap((width) => ['light', 'dark'].map((scheme) => ({ width, scheme })));

/** Shows a page in a view. @param {any} page @param {{ width: number, scheme: string }} view */
export async function look(page, { width, scheme }) {
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
}

/** Gives axe-core to the page that is open. @param {any} page */
export const giveAxe = (page) => page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));

/**
 * What every rule of axe-core finds in the page that is open, those of good practice and the experimental ones included.
 *
 * @param {any} page
 * @returns {Promise<string[]>}
 */
export const axeFindings = (page) =>
  page.evaluate(async () => {
    const { axe } = /** @type {any} */ (globalThis);
    const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
    const { violations } = await axe.run(document, { rules, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id} ${target} ${html.slice(0, 80)}`),
    );
  });
