import { describe, expect, test } from '@jest/globals';
import {
  checkReport,
  composeReport,
  documentTexts,
  gbt9704,
  outlineDocument,
  parseReport,
  toDocx,
} from '../../src/index.js';
import type { Title } from '../../src/model/document.js';
import { textWidth } from '../../src/theme/theme.js';
import { titleLines } from '../../src/theme/title-lines.js';
import { fc } from '../fast-check.js';
import { minimal, problemsOf, type Raw, short } from '../input/example.js';
import { openDocx } from '../readers/docx-package.mjs';
import { docxTexts } from '../readers/docx-text.mjs';
import { pagesOf, texts } from '../typeset/pages.js';

// The lines of titles: those that the report gives, or breaks between words.

const reportWith = (changes: Raw) => parseReport(minimal(changes));

/** The lines that a title has in the PDF. */
function linesOf(changes: Raw): readonly string[] {
  const document = composeReport(reportWith(changes));
  const [first] = pagesOf({ ...document, blocks: document.blocks.slice(0, 1) });
  return texts(first as NonNullable<typeof first>).slice(0, -1);
}

/** Those in the Word file. */
async function wordLinesOf(changes: Raw): Promise<readonly string[]> {
  const [title = ''] = docxTexts(openDocx(await toDocx(reportWith(changes))));
  return title.split('\n');
}

const named = (name: string, title?: unknown): Raw => ({
  year: 2025,
  agency: { name },
  ...(title !== undefined && { title }),
});

describe('breaks only between words, the lines as even as they can be', () => {
  test.each<[Raw, readonly string[]]>([
    [named('示例局'), ['示例局2025年政府信息公开工作年度报告']],
    [named('示例县示例局'), ['示例县示例局', '2025年政府信息公开工作年度报告']],
    [
      named('示例县示例局', '示例县示例局、示例县示范委员会2025年政府信息公开工作年度报告'),
      ['示例县示例局、示例县示范委员会', '2025年政府信息公开工作年度报告'],
    ],
    [
      named('示例市人民政府办公厅', '2025年示例市人民政府办公厅政府信息公开工作年度报告'),
      ['2025年示例市人民政府办公厅', '政府信息公开工作年度报告'],
    ],
    [
      named('示例市示例区人民政府', '示例市示例区人民政府2025年度政府信息公开工作报告'),
      ['示例市示例区人民政府', '2025年度政府信息公开工作报告'],
    ],
    [
      named('示例省示例市示例区城市管理综合行政执法局执法大队'),
      ['示例省示例市示例区', '城市管理综合行政执法局执法大队', '2025年政府信息公开工作年度报告'],
    ],
    [
      named('示例市示范区人民政府', '示例市示范区人民政府关于2025年度政府信息公开工作情况的报告'),
      ['示例市示范区人民政府', '关于2025年度政府信息公开工作情况的报告'],
    ],
    [
      named('示例市示例区人民政府', '示例市示例区人民政府 2025年政府信息公开工作年度报告'),
      ['示例市示例区人民政府', '2025年政府信息公开工作年度报告'],
    ],
    [
      named('示例市人民政府办公厅', '示例市人民政府办公厅（本级）2025年政府信息公开工作年度报告'),
      ['示例市人民政府办公厅（本级）', '2025年政府信息公开工作年度报告'],
    ],
  ])('%j', async (changes, lines) => {
    expect(linesOf(changes)).toEqual(lines);
    expect(await wordLinesOf(changes)).toEqual(lines);
  });
});

describe('lines that are given are kept', () => {
  const given = ['示例市人民政府办公厅2025年', '政府信息公开', '工作年度报告'];
  test.each<[unknown]>([[given], [given.join('\n')], [given.join('\r\n')], [`${given.join('\n')}\n`]])(
    '%j',
    async (title) => {
      const changes = named('示例市人民政府办公厅', title);
      expect(linesOf(changes)).toEqual(given);
      expect(await wordLinesOf(changes)).toEqual(given);
    },
  );

  test('a line too long for the page is broken between words', () => {
    const title = ['示例市人民政府办公厅2025年政府信息公开工作', '年度报告'];
    expect(linesOf(named('示例市人民政府办公厅', title))).toEqual([
      '示例市人民政府办公厅',
      '2025年政府信息公开工作',
      '年度报告',
    ]);
  });

  test('everywhere else the title is on one line', () => {
    const changes = { ...named('示例市人民政府办公厅', given), narrative: { overview: '即《{{title}}》。' } };
    const report = reportWith(changes);
    expect(parseReport(report)).toEqual(report);
    const document = composeReport(report);
    expect(document.meta.title).toBe(given.join(''));
    expect(documentTexts(document)[0]).toBe(given.join(''));
    expect(documentTexts(document)).toContain(`即《${given.join('')}》。`);
    expect(outlineDocument(document)).toContain('# 政府信息公开\n');
    expect(checkReport(report)).toEqual([]);
  });

  test('the rule on titles reads them joined', () => {
    const title = ['示例市人民政府', '办公厅2024年报告'];
    expect(checkReport(reportWith(named('示例市人民政府办公厅', title))).map(short)).toEqual(['title/mismatch title']);
  });

  test.each([[[]], [['']], [[1]], [{}], ['']])('%j is refused', (title) => {
    expect(problemsOf(() => reportWith(named('某局', title))).map(({ path }) => path[0])).toEqual(['title']);
  });
});

test('whatever the title: nothing is lost, no line begins or ends against the rules or runs over', () => {
  const piece = fc.constantFrom(
    ...[
      '示例县',
      '示例市',
      '人民政府',
      '办公厅',
      '城市管理局',
      '2025年',
      '2024年度',
      '、',
      '（本级）',
      '《',
      '》',
      '，',
    ],
    ...['政府信息公开', '工作', '年度报告', 'IT', '关于', '委员会', '信息', '和', '12345'],
  );
  const title = fc.array(piece, { minLength: 1, maxLength: 20 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(title, fc.boolean(), (text, isAgency) => {
      const changes = named(isAgency ? text.slice(0, 8) : '示例局', text);
      const lines = linesOf(changes);
      expect(lines.join('')).toBe(text);
      const { page, styles } = gbt9704;
      const [title] = composeReport(reportWith(changes)).blocks as readonly [Title];
      expect(lines).toEqual(titleLines(title, textWidth(page) / styles.title.size));
      for (const [i, line] of lines.entries()) {
        if (i > 0) expect(line).not.toMatch(/^[、》），]/u);
        if (i < lines.length - 1) expect(line).not.toMatch(/[（《]$/u);
      }
    }),
    { numRuns: 25 },
  );
});
