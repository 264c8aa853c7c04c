import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditPage } from 'nianbao/batch';
import { ROOT } from '../test/readers/fixtures.mjs';
import { axeFindings, giveAxe, look, openPage, VIEWS } from './axe-views.mjs';
import { temporary } from './commands.mjs';
import { faults, fileOf, gaps, listOf, writeCounty } from './county-files.mjs';
import { AGENCIES, COUNTY, YEARS } from './made-county.mjs';
import { check, finish, same } from './proof.mjs';

// A county of eighty agencies and five years is audited from the command line: every fault that was planted in it is told at its place, who
// handed in nothing is told, and nothing else is.

const folder = temporary();
const numbers = AGENCIES.map((_, i) => i);
await writeCounty(folder, numbers);
writeFileSync(join(folder, 'agencies.csv'), listOf(numbers));

/** @param {readonly string[]} inputs @param {string} output */
function audit(inputs, output) {
  const main = `${ROOT}dist/cli/main.js`;
  const args = ['audit', ...inputs, '--agencies', 'agencies.csv', '-o', output];
  return spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });
}

const { status, stderr } = audit(YEARS.map(String), 'audit.json');
const result = JSON.parse(readFileSync(join(folder, 'audit.json'), 'utf8'));

/** @typedef {{ severity: string, code: string, section: string, cells: string[], message: string, found?: string, related?: { message: string }[] }} Finding */

/** @returns {Finding[]} */
const findingsOf = (/** @type {string} */ id) =>
  result.reports.find((/** @type {any} */ one) => one.id === id)?.findings ?? [];

/** The findings of a report that say that something is wrong. */
const wrongIn = (/** @type {string} */ id) => findingsOf(id).filter(({ severity }) => severity !== 'note');

const textOf = (/** @type {Finding} */ { section, cells, message, found = '', related = [] }) =>
  [section, ...cells, message, found, ...related.map((one) => one.message)].join(' ');

/** Where each fault shows: the report, and the words of the place. */
const places = faults.flatMap(({ kind, agency, year, where, also = [], untold }) =>
  [{ agency, year, where, untold }, ...also].map((one) => ({
    kind,
    untold: one.untold,
    id: fileOf(one.agency, one.year),
    where: one.where,
  })),
);

await check('the audit ends with the code of errors and of a file that could not be read', () => {
  same({ status, stderr }, { status: 4, stderr: '' });
});

const told = (/** @type {(typeof places)[number]} */ { id, where }) =>
  findingsOf(id).filter((finding) => where.every((word) => textOf(finding).includes(word)));

/** Whether it is told why a file could not be read, with the words of the place. */
const isReason = (/** @type {(typeof places)[number]} */ { id, where }) =>
  result.unread.some((/** @type {any} */ one) => {
    const reasons = one.findings.map((/** @type {any} */ { label, message, found }) =>
      [label, message, found].join(' '),
    );
    return one.id === id && where.every((word) => [id, ...reasons].join(' ').includes(word));
  });

const due = places.filter(({ untold }) => !untold);

await check(`faults that a rule is there for, each at its place (${due.length})`, () =>
  due.flatMap((place) =>
    told(place).length > 0 || isReason(place) ? [] : [`${place.kind}: ${place.id} ${wrongIn(place.id).map(textOf)}`],
  ),
);

for (const { kind, id, untold } of places.filter(({ untold }) => untold))
  console.log(`no rule: ${kind} (${id}): ${untold}`);

await check('nothing else is told as an error or a warning', () =>
  result.reports.flatMap((/** @type {any} */ { id }) => {
    const own = places.filter((place) => place.id === id.replace('（2）', ''));
    const sections = new Set(own.flatMap((place) => told(place).map(({ section }) => section)));
    return wrongIn(id)
      .filter(({ section }) => !sections.has(section))
      .map((finding) => `${id}: ${finding.code} ${textOf(finding)}`);
  }),
);

const isUnread = (/** @type {any} */ { broken, unread }) => broken || unread;

const key = (/** @type {{ agency: string, year: number }} */ { agency, year }) => `${agency} ${year}`;

await check(`who handed in nothing (${gaps.length})`, () => {
  const unread = faults.filter(isUnread).map(({ agency, year }) => [agency, year]);
  const expected = [...gaps, ...unread].map(([agency, year]) => `${AGENCIES[Number(agency)]} ${year}`);
  same(result.missing.map(key).toSorted(), expected.toSorted());
});

await check('files that could not be read, and reports that were handed in twice', () => {
  const broken = faults.filter(isUnread).map(({ agency, year }) => fileOf(agency, year));
  same(
    result.unread.map((/** @type {any} */ { id }) => id),
    broken.toSorted(),
  );
  const twice = faults.filter((one) => one.twice);
  same(
    result.repeated.map((/** @type {any} */ one) => `${key(one)} ${one.isSame}`).toSorted(),
    twice.map((one) => `${AGENCIES[one.agency]} ${one.year} ${one.twice === 'same'}`).toSorted(),
  );
});

writeFileSync(join(folder, 'audit.html'), auditPage(result));
const page = await openPage(folder);
await page.goto(`file://${join(folder, 'audit.html')}`);
await giveAxe(page);

for (const view of VIEWS) {
  await check(`axe-core finds nothing in the page, ${view.width} wide, ${view.scheme}`, async () => {
    await look(page, view);
    return axeFindings(page);
  });
}

/** The names of the agencies that the table of the page shows. @returns {Promise<string[]>} */
const shown = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('tr[data-name]')].flatMap((row) =>
      /** @type {any} */ (row).hidden ? [] : [row.getAttribute('data-name')],
    ),
  );

await check('the page is searched by name, and filtered by year and by what was found', async () => {
  await page.type('#name', '审计');
  same(await shown(), [`${COUNTY}审计局`]);
  await page.click('#clear');
  await page.select('#grade', 'missing');
  same((await shown()).length, new Set(result.missing.map((/** @type {any} */ { agency }) => agency)).size);
});

await check('a narrow page is no wider than the screen', async () => {
  await look(page, { width: 320, scheme: 'light' });
  same(await page.evaluate(() => document.documentElement.scrollWidth), 320);
});

await check('on paper no report begins at the foot of a page, without its first finding', async () => {
  await page.click('#clear');
  await page.pdf({ path: join(folder, 'paper.pdf'), timeout: 0 });
  const { stdout } = spawnSync('pdftotext', ['-layout', 'paper.pdf', '-'], { cwd: folder, encoding: 'utf8' });
  const ends = stdout.split('\f').map((one) => one.trimEnd().split('\n').at(-1)?.trim() ?? '');
  same([ends.length > 10, ends.filter((line) => line.startsWith('文件：'))], [true, []]);
});

await page.browser().close();
finish();
