import { expect, test } from '@jest/globals';
import { openDocx } from '../readers/docx-package.mjs';
import { paragraphText } from '../readers/docx-text.mjs';
import { descendants } from '../readers/xml.mjs';
import { rendered, reports } from '../render/reports.js';
import { pagesOf } from './pages.js';

// A label too long for one line is broken between the words that the definition of its table tells.

type Fixture = (typeof reports)[number];
const named = (name: string) => reports.find((one) => one.name === name) as Fixture;
const editions = [named('2019/yinchuan-2020.json'), named('2021/minimal.json')];

/** The labels of the statutory tables that take several lines, with │ between these. */
function brokenLabels({ document }: Fixture): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const { items } of pagesOf(document)) {
    for (const item of items) {
      if (item.kind !== 'text' || item.role.kind !== 'cell') continue;
      const key = `${item.role.block} ${item.role.cell}`;
      lines.set(key, [...(lines.get(key) ?? []), item.runs.map(({ text }) => text).join('')]);
    }
  }
  return [...new Set([...lines.values()].filter(({ length }) => length > 1).map((parts) => parts.join('│')))];
}

test.each(editions)('the labels of $name', (report) => {
  expect(`\n${brokenLabels(report).join('\n')}\n`).toMatchSnapshot();
});

test.each(editions)('a word processor finds the labels of $name as they are written', async (report) => {
  const file = openDocx(await rendered(report, 'docx'));
  const texts = descendants(file.xml('word/document.xml'), 'w:tc').flatMap((cell) =>
    descendants(cell, 'w:p').map(paragraphText),
  );
  for (const label of ['商业企业', '社会公益组织', '法律服务机构', '结果维持', '三、本年度办理结果'])
    expect(texts).toContain(label);
});
