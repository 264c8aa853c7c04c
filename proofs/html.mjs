import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  assessReport,
  compareReports,
  composeComparison,
  composeFindings,
  composeReport,
  readReport,
  renderDocument,
  toHtml,
  toPdf,
  verifyReport,
} from 'nianbao';
import { sealPicture } from '../test/docx/picture.mjs';
import { bare, fixture, validFixtures } from '../test/readers/fixtures.mjs';
import { htmlTables } from '../test/readers/html-page.mjs';
import { axeFindings, giveAxe, look, openPage, require, VIEWS } from './axe-views.mjs';
import { cleanersIn } from './cleaners.mjs';
import { temporary } from './commands.mjs';
import { fontConfiguration } from './docx-files.mjs';
import { check, finish, same } from './proof.mjs';

// Pages in Chromium: no finding of axe-core, html-validate and the Nu checker, wide and narrow, light and dark, on every fixture; what a
// screen reader is told of a table; what is printed.

const folder = temporary();
process.env.FONTCONFIG_FILE = fontConfiguration(folder, true);

/** A plain page of an agency with a fragment in it. @param {string} fragment */
const around = (fragment) =>
  `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>示例市人民政府</title>\n<meta name="viewport" content="width=device-width, initial-scale=1">\n</head>\n<body>\n<main id="content">\n${fragment}\n</main>\n</body>\n</html>\n`;

const everything = {
  draft: true,
  attachData: true,
  html: { idPrefix: 'nb-', site: { name: '示例市人民政府', domain: 'www.example.gov.cn', idCode: '0000000000' } },
};

/** Every page that is checked: `name`, the report, and the text of the file. */
async function pagesOf() {
  const pages = [];
  const add = (/** @type {string} */ name, /** @type {object} */ rest, /** @type {Uint8Array | string} */ html) => {
    const text = typeof html === 'string' ? html : new TextDecoder().decode(html);
    const path = join(folder, `${name.replaceAll('/', '-')}.html`);
    writeFileSync(path, text);
    pages.push({ name, path, text, ...rest });
  };
  for (const { name, text } of validFixtures) {
    const { report } = readReport(text, name);
    add(name, { report }, await toHtml(report));
    if (!/yinchuan|extreme|annotated/.test(name)) continue;
    const seal = report.signoff ? { seal: { image: sealPicture(200), width: 42 } } : {};
    add(`${name} with everything`, { report }, await toHtml(report, { ...everything, ...seal }));
    const fragment = await toHtml(report, { ...everything, ...seal, html: { fragment: true, idPrefix: 'nb-' } });
    const own = new TextDecoder().decode(fragment);
    add(`${name} as a fragment`, { report, isFragment: true, own }, around(own));
  }
  const { report } = readReport(fixture('2019/yinchuan-2020.json').text, 'a.json');
  add('findings', {}, await renderDocument(composeFindings(report, assessReport(report)), { format: 'html' }));
  const { report: drawn } = readReport(fixture('2021/huaian-2024.yaml').text, 'a.yaml');
  const years = [2021, 2022, 2023, 2024, 2025].map((year) => ({ ...drawn, year }));
  const agencies = ['示例县教育局', '<b>"示例"&局', '示例县人力资源和社会保障局'].map((name) => ({
    ...drawn,
    agency: { name },
  }));
  for (const [name, reports] of Object.entries({ years, agencies })) {
    const document = await composeComparison(await compareReports(reports));
    add(`comparison of ${name}`, {}, await renderDocument(document, { format: 'html' }));
  }
  return pages;
}

const pages = await pagesOf();

const { HtmlValidate } = require('html-validate');
const validator = (/** @type {boolean} */ isFragment) =>
  new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    // A fragment has its look in `style` attributes, because editors throw all else away.
    rules: isFragment ? { 'no-inline-style': 'off' } : {},
  });
for (const { name, text, isFragment } of pages) {
  await check(`${name}: html-validate`, async () => {
    const { results } = await validator(isFragment === true).validateString(text);
    return results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId} ${message}`),
    );
  });
}

await check('the Nu checker has nothing to say of any page', () => {
  const told = execFileSync(
    'java',
    [
      '-Xss8m',
      '-jar',
      require.resolve('vnu-jar/build/dist/vnu.jar'),
      '--format',
      'json',
      '--exit-zero-always',
      '--stdout',
      ...pages.map(({ path }) => path),
    ],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  return JSON.parse(told).messages.map(
    ({ url, lastLine, message }) => `${url?.split('/').at(-1)}:${lastLine} ${message}`,
  );
});

const page = await openPage(folder);
/** @type {string[]} */
const asked = [];
page.on('request', (request) => asked.push(request.url()));
page.on('dialog', (dialog) => {
  asked.push(`dialog ${dialog.message()}`);
  void dialog.dismiss();
});

/** What is wider than its place, apart from the frames in which tables scroll. */
const tooWide = () =>
  page.evaluate(() => {
    const root = document.documentElement;
    const page = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide`] : [];
    const out = [...document.querySelectorAll('main *, nav *, footer *')].filter((element) => {
      if (element.closest('section')) return false;
      const { left, right } = element.getBoundingClientRect();
      return right > root.clientWidth + 1 || left < -1;
    });
    return [...page, ...out.map(({ outerHTML }) => outerHTML.slice(0, 80))];
  });

/** Row heads that are out of view, or behind something, where the tables have been scrolled to their ends. */
const headsOutOfView = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('section')].flatMap((frame) => {
      frame.scrollLeft = frame.scrollWidth;
      return [...frame.querySelectorAll('th[scope=row], tr:first-child > .r0')].flatMap((head) => {
        head.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        const { left, right, top, bottom } = head.getBoundingClientRect();
        // The middle of a tall one may be off the screen.
        const y = Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1);
        const isSeen = [left + 2, right - 2].every((x) => head.contains(document.elementFromPoint(x, y)));
        return isSeen ? [] : [head.outerHTML.slice(0, 80)];
      });
    }),
  );

/** Text that lies on other text, and figures that nobody can scroll to: row heads that stay in view may leave no room for them. */
const covered = () =>
  page.evaluate(() => {
    const [contents, main] = ['.contents', 'main'].map((name) => document.querySelector(name)?.getBoundingClientRect());
    const isOver =
      contents && main && contents.right > main.left && contents.left < main.right && contents.bottom > main.top;
    const lost = [...document.querySelectorAll('section')].flatMap((frame) =>
      [...frame.querySelectorAll('td data')].filter((figure) => {
        const number = document.createRange();
        number.setStart(figure.firstChild, 0);
        number.setEnd(figure.firstChild, /^[-\d.,]*/.exec(figure.textContent)[0].length);
        frame.scrollLeft += number.getBoundingClientRect().right + 4 - frame.getBoundingClientRect().right;
        scrollBy({ top: number.getBoundingClientRect().top - innerHeight / 2, behavior: 'instant' });
        const { left, right, top, bottom } = number.getBoundingClientRect();
        const y = (top + bottom) / 2;
        // A bracket behind it begins before its ink.
        return ![left + 1, right - 3].every((x) => figure.contains(document.elementFromPoint(x, y)));
      }),
    );
    return [...(isOver ? ['the contents'] : []), ...lost.map(({ outerHTML }) => outerHTML.slice(0, 80))];
  });

/** The cells of all tables by what a screen reader is told they are. */
async function rolesTold() {
  const client = await page.createCDPSession();
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  const roles = nodes.map(({ role }) => role?.value);
  const count = (/** @type {string[]} */ ...names) => roles.filter((role) => names.includes(role)).length;
  return [count('rowheader'), count('columnheader'), count('cell', 'gridcell')];
}

const rolesMeant = (/** @type {string} */ text) => {
  const cells = htmlTables(text).flatMap((table) => table.cells.map(({ element }) => element));
  const count = (/** @type {string | undefined} */ scope) =>
    cells.filter(({ attributes }) => attributes.scope === scope).length;
  return [count('row'), count('col'), count(undefined)];
};

/** The mark of a draft, if it stands behind the text in the colour of the text. */
async function markBehindText() {
  const client = await page.createCDPSession();
  const force = (/** @type {string} */ value) =>
    client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
  await force('active');
  const { content, position } = await page.evaluate(() => {
    const { content, position } = getComputedStyle(document.body, '::before');
    return { content, position };
  });
  await force('none');
  await client.detach();
  return content === 'none' || position === 'static' ? [] : [`${content} is ${position}`];
}

for (const { name, path, text, isFragment } of pages) {
  asked.length = 0;
  await look(page, { width: 1280, scheme: 'light' });
  await page.goto(`file://${path}`);
  await check(`${name}: asks nobody for anything`, () =>
    asked.filter((url) => url !== `file://${encodeURI(path)}` && !url.startsWith('data:')),
  );
  await check(`${name}: cells are told by their roles`, async () => same(await rolesTold(), rolesMeant(text)));
  await giveAxe(page);
  for (const view of VIEWS) {
    await look(page, view);
    await check(`${name}: axe-core at ${view.width}, ${view.scheme}`, () => axeFindings(page));
  }
  await look(page, { width: 320, scheme: 'light' });
  await check(`${name}: nothing wider than 320 px`, tooWide);
  if (!isFragment) await check(`${name}: row heads stay in view where tables scroll`, headsOutOfView);
  await check(`${name}: no mark lies behind the text where colours are forced`, () => markBehindText());
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  for (const width of [1280, 640, 320]) {
    await look(page, { width, scheme: 'light' });
    await check(`${name}: nothing wider than ${width} px with text twice as large`, tooWide);
    if (!isFragment) await check(`${name}: nothing covered at ${width} px with text twice as large`, covered);
  }
}

/** The texts of the pages of a PDF. @param {Uint8Array} pdf */
function pagesOfPdf(pdf) {
  const path = join(folder, 'printed.pdf');
  writeFileSync(path, pdf);
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1).map(bare);
}

async function printed(/** @type {string} */ path) {
  await page.goto(`file://${path}`);
  return pagesOfPdf(await page.pdf({ preferCSSPageSize: true }));
}

for (const { name, path, report } of pages.filter((one) => one.report && !one.isFragment)) {
  await check(`${name}: as many pages on paper as the PDF, or one more or less; each is numbered`, async () => {
    const found = await printed(path);
    const own = pagesOfPdf(await toPdf(report));
    const isNumbered = found.every((text, i) => text.endsWith(`—${i + 1}—`));
    return [
      ...(Math.abs(found.length - own.length) <= 1 ? [] : [`${found.length} pages instead of ${own.length}`]),
      ...(isNumbered ? [] : ['not numbered']),
    ];
  });
  await check(`${name}: statutory tables stay whole on paper`, async () => {
    const found = await printed(path);
    const tables = composeReport(report).blocks.filter(({ kind, path: [key] }) => kind === 'table' && key !== 'tables');
    const isWhole = (/** @type {any} */ { cells }) =>
      found.some((text) =>
        cells.every((/** @type {{ text: string }} */ cell) => text.includes(bare(cell.text).slice(0, 2))),
      );
    return tables.filter((table) => !isWhole(table)).map(({ description }) => description);
  });
}

await check('a long table goes on with its head, and no row is torn', async () => {
  const { report } = readReport(fixture('2021/minimal.json').text, 'a.json');
  const rows = Array.from({ length: 120 }, (_, i) => ({ label: `甲${i}号`, values: [`始${i}号\n中间\n终${i}号`] }));
  const long = { ...report, tables: { other: [{ caption: '长表', columns: ['表头之名'], rows }] } };
  const path = join(folder, 'long.html');
  writeFileSync(path, await toHtml(long));
  const found = (await printed(path)).filter((text) => /始\d+号/.test(text));
  const faults = found.flatMap((text, i) => {
    const torn = rows
      .filter((_, row) => text.includes(`始${row}号`) !== text.includes(`终${row}号`))
      .map((_, row) => `row ${row}`);
    return [...torn, ...(text.includes('表头之名') ? [] : [`page ${i}: no head`])];
  });
  return found.length > 2 ? faults : ['it is not long'];
});

const cleaners = await cleanersIn(page, folder);
for (const { name, report, own } of pages.filter((one) => one.isFragment)) {
  for (const [cleaner, clean] of Object.entries(cleaners)) {
    await check(`${name}: after ${cleaner} it still says what was signed`, async () => {
      const { differences } = await verifyReport(await clean(own), report, { name: '年报.html' });
      return differences.map(({ code, found, expected }) => `${code} ${found} / ${expected}`);
    });
  }
}

await page.browser().close();
finish();
