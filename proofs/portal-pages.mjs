import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport, toHtml } from 'nianbao';
import { exampleProject, removeProject, startServer } from '../test/examples/project.mjs';
import { fixture, ROOT } from '../test/readers/fixtures.mjs';
import { axeFindings, giveAxe, look, openPage, VIEWS } from './axe-views.mjs';
import { temporary } from './commands.mjs';
import { check, finish } from './proof.mjs';

// The pages of the portal of the examples in Chromium: no finding of axe-core, wide and narrow, light and dark.

const folder = temporary();
const project = exampleProject();
const portal = await startServer(join(project, 'portal', 'server.mjs'), {
  REPORTS: `${ROOT}fixtures/2021`,
  // Threads of the portal stand back, and other proofs run beside this one.
  TIMEOUT: '60',
});
process.on('exit', () => {
  portal.stop('SIGKILL');
  removeProject(project);
});

const right = join(folder, '年报.html');
writeFileSync(right, await toHtml(readReport(fixture('2021/minimal.json').text, 'a.json').report));
const wrong = join(folder, '有误.json');
writeFileSync(wrong, fixture('broken/wrong-sum.json').text);
const none = join(folder, '空.html');
writeFileSync(none, '<p>没有报告</p>');

const page = await openPage(folder);
const open = (/** @type {string} */ path) => page.goto(new URL(path, portal.url).href);

/** Sends a file by the form of the list, as a reader does. @param {string} file */
async function upload(file) {
  await open('/');
  await (await page.$('input[type=file]')).uploadFile(file);
  await Promise.all([page.waitForNavigation(), page.click('form[action=check] button')]);
}

const PAGES = {
  'the list': () => open('/'),
  'a search': () => open('/?agency=示例&year=2024'),
  'a search without an answer': () => open('/?agency=无此机关'),
  'a report': () => open('/reports/suqian-2024'),
  'findings of an upload that is right': () => upload(right),
  'findings of an upload that is wrong': () => upload(wrong),
  'an upload that is no report': () => upload(none),
};

for (const [name, show] of Object.entries(PAGES)) {
  await show();
  await giveAxe(page);
  for (const view of VIEWS) {
    await look(page, view);
    await check(`${name}: axe-core at ${view.width}, ${view.scheme}`, () => axeFindings(page));
  }
  await check(`${name}: the page is not wider than 320 px`, async () => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    return width > 320 ? [`${width}`] : [];
  });
}

// Everything goes by links and forms: a browser without scripts reads a report, searches, uploads a file and gets others of it.
await page.setJavaScriptEnabled(false);
/** What the page says. */
const said = async () => (await page.content()).replace(/<[^>]*>/g, ' ');
/** Goes where a click leads. @param {string} selector */
const click = (selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);
await check('without scripts: a search and a report', async () => {
  await open('/');
  await page.type('#agency', '另一');
  await click('search button');
  const found = await said();
  await click('main li h2 a');
  const report = await said();
  return [
    ...(found.includes('另一示例市') && !found.includes('示例县示例局') ? [] : ['the search']),
    ...(report.includes('总体情况') && report.includes('PDF 预览') ? [] : ['the report']),
  ];
});
await check('without scripts: an upload, its findings, and the form for its files', async () => {
  await upload(right);
  const [findings, html] = [await said(), await page.content()];
  const isForm =
    /<form action="render" method="post"[\s\S]*name="report"[\s\S]*<button name="format" value="docx"/.test(html);
  return [...(findings.includes('没有错误') ? [] : ['the findings']), ...(isForm ? [] : ['the form'])];
});
await check('without scripts: no page of the portal has one', async () => {
  const scripts = [];
  for (const [name, show] of Object.entries(PAGES)) {
    await show();
    if (/<script(?![^>]*application\/ld\+json)|\son\w+=|javascript:/i.test(await page.content())) scripts.push(name);
  }
  return scripts;
});

await page.browser().close();
await portal.stop();
finish();
