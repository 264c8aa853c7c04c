import { expect, test } from '@jest/globals';
import { type AnyReport, parseReport, read, renderReport } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { small } from './page.js';

// Titles of agencies with long names, in one line or in many.

const place = fc.constantFrom('示例市', '示例蒙古族藏族哈萨克族自治州', '示例盟示例右旗', '示例省示例地区示例县');
const zone = fc.constantFrom(
  '',
  '经济技术开发区',
  '特色农牧业与清洁能源综合示范区（示例国际陆港经济技术开发区、综合保税区）',
);
const office = fc.constantFrom(
  '人民政府',
  '人民政府办公室',
  '管理委员会',
  '政务服务和数据管理局（行政审批局）',
  '公安局',
);
const agencies = fc.tuple(place, zone, office).map((parts) => parts.join(''));

const named = (name: string): AnyReport => parseReport({ ...small, agency: { name } });

/** What a file says of its agency, and what could not be placed. */
async function nameIn(bytes: Uint8Array, file: string) {
  const { report, losses } = await read(bytes, { name: file });
  const { agency, title } = report as AnyReport;
  return { name: agency.name, title, losses };
}

test.each(['docx', 'html', 'pdf', 'ofd'] as const)('of files made as %s give the name', async (format) => {
  await fc.assert(
    fc.asyncProperty(agencies, async (name) => {
      const bytes = await renderReport(named(name), { format });
      expect(await nameIn(bytes, `年报.${format}`)).toEqual({ name, title: undefined, losses: [] });
    }),
    { numRuns: 5 },
  );
});

test.each([
  [
    'in lines of one paragraph',
    [
      '示例蒙古族自治州',
      '特色产业示范区',
      '（示例经济技术开发区、',
      '综合保税区）管理委员会办公室',
      '2024年政府信息公开工作年度报告',
    ],
  ],
  [
    'an office whose name goes on below that of its government',
    ['示例省示例市人民政府', '办公室2024年政府信息公开工作年度报告'],
  ],
  [
    'in lines of one paragraph, the last an office of any agency',
    ['示例蒙古族自治州', '特色产业示范区', '管理委员会', '2024年政府信息公开工作年度报告'],
  ],
  ['the form below the year', ['示例县财政局2024年', '政府信息公开工作年度报告']],
])('%s: all of them are the title', async (_, lines) => {
  const bytes = new TextDecoder().decode(await renderReport(small, { format: 'html' }));
  const [agency = ''] = lines.join('').split('2024年');
  const page = bytes.replace(/<h1[^>]*>.*?<\/h1>/s, `<p style="text-align:center">${lines.join('<br>')}</p>`);
  expect(page).not.toBe(bytes);
  const { name, losses } = await nameIn(
    new TextEncoder().encode(page.replace(/<title>.*?<\/title>/s, '')),
    '年报.html',
  );
  expect({ name, losses: losses.map(({ code }) => code) }).toEqual({ name: agency, losses: [] });
});

test.each([
  [['示例蒙古族自治州', '特色产业示范区', '管理委员会', '2024年政府信息公开工作年度报告']],
  [['示例县', '财政局2024年政府信息公开工作年度报告']],
  [['示例自治州示例新区（', '示例开发区）管理委员会', '2024年政府信息公开工作年度报告']],
])('in paragraphs of their own: %p', async (lines) => {
  const bytes = new TextDecoder().decode(await renderReport(small, { format: 'html' }));
  const [agency = ''] = lines.join('').split('2024年');
  const paragraphs = lines.map((line) => `<p style="text-align:center">${line}</p>`).join('\n');
  const page = bytes.replace(/<h1[^>]*>.*?<\/h1>/s, paragraphs).replace(/<title>.*?<\/title>/s, '');
  const { name, losses } = await nameIn(new TextEncoder().encode(page), '年报.html');
  expect({ name, losses: losses.map(({ code }) => code) }).toEqual({ name: agency, losses: [] });
});
