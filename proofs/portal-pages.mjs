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
const portal = await startServer(join(project, 'portal', 'server.mjs'), { REPORTS: `${ROOT}fixtures/2021` });
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

await page.browser().close();
await portal.stop();
finish();
