// The documents that everybody draws: the seed report under other names and with other figures, no two alike, so that
// nobody can replay what it kept of the last one.
import { readFileSync } from 'node:fs';

const seed = readFileSync(new URL('../fixtures/2019/yinchuan-2020.json', import.meta.url), 'utf8');
const PLACES = '银川 宿迁 淮安 双柏 和田 临沧 昆明 赣州 黄冈 衢州 攀枝花 呼伦贝尔 石嘴山 鄂尔多斯'.split(' ');
const BODIES = '市政管理局 卫生健康委员会 生态环境局 交通运输局 住房和城乡建设局 农业农村局 应急管理局'.split(' ');

const nameOf = (i) => `${PLACES[i % PLACES.length]}市第${i}${BODIES[i % BODIES.length]}`;

/** The seed report of the i-th agency, as it is read from a file. */
export function reportInput(i) {
  const report = JSON.parse(seed.replaceAll('银川市市政管理局', nameOf(i)));
  const [site, blog, video] = report.facts.channels;
  Object.assign(site, { count: 145 + i });
  Object.assign(blog, { count: 60 + 3 * i });
  Object.assign(video, { count: 16 + 7 * i });
  report.agency.telephone = `0951-${8575022 + i}`;
  report.disclosure.procurement = { items: 7 + i, amount: { value: `${3168 + i}.0656`, unit: '万元' } };
  return report;
}

/** What the contenders are given: nianbao may begin with the report, all others are handed its finished document. */
export function job(i, { parseReport, composeReport }) {
  const report = reportInput(i);
  return { report, document: composeReport(parseReport(report)) };
}

let told = 0;
/** A text that holds templates, as none has been before: these are kept when they are read, by their text. */
export const untold = (text) => (text.includes('{{') ? `${text}{{!${++told}}}` : text);
