import type { Form } from '../form/form.js';
import { valueAt } from '../table/cells.js';
import type { StyleName } from './cell-looks.js';
import type { WrittenSheet } from './engine.js';
import { BLANKS_ARE_ZERO } from './fields.js';
import { draftSheet, type SheetDraft } from './sheet-draft.js';
import type { FilledSheet } from './table-sheet.js';

export const GUIDE = '填表说明';

const WIDTHS = [16, 74];

/** What the guide tells of the sheets that follow it. */
export interface GuideInput {
  readonly form: Form;
  readonly report: unknown;
  readonly tables: readonly FilledSheet[];
  /** To whom the workbook goes back. */
  readonly returnTo: string | undefined;
  readonly names: { readonly basics: string; readonly texts: string; readonly further: string };
}

const STEPS = ({ names: { basics, texts, further }, tables, returnTo }: GuideInput): readonly string[] => [
  `在“${basics}”填机关全称、报告年度等；写文字要用的数字和事实也在这里。`,
  `在${tables.map(({ sheet }) => `“${sheet.name}”`).join('')}填各表的数。只填淡黄色的格；合计自动算出，不用填。大多数格是 0 的，填完有数的格以后，在表格上方选“空格都是 0”。`,
  '看表格下面的“差额”：应当都是 0，变红的要查。合计变红的，是它与各分项之和不符。',
  `在“${texts}”写各部分的文字，一格一段；空着的由程序写出。另有小表的，填在“${further}”。`,
  `保存，把文件交${returnTo ?? '回'}。检查和生成：nianbao check 填报.xlsx、nianbao render 填报.xlsx。`,
];

const LEGEND: readonly (readonly [style: StyleName, sample: string, words: string])[] = [
  ['figure', '', '要填的格'],
  ['computed', '0', '自动算出的合计和差额，不用填'],
  ['last', '0', '上年报告的数字，供核对，不用填'],
  ['label', '项目', '规定的文字，已锁定'],
];

const NOTES: readonly string[] = [
  '表格已锁定，没有密码：要调整列宽行高可以直接拖；确需改动结构的，在“审阅”里撤消工作表保护。',
  '可以增加自己用的工作表、调整工作表的次序，不影响读回；不要删改规定的行和列。',
  '在数字后面加注的，如 22（其中修订16件），写在同一格里；程序提示不能输入时，先从别处复制，再粘贴进去。',
];

function putLines(
  draft: SheetDraft,
  title: string,
  lines: readonly string[],
  top: number,
  mark: (i: number) => string,
): number {
  draft.put({ row: top, column: 0 }, title, 'part', { columns: 2 });
  lines.forEach((line, i) => {
    draft.put({ row: top + 1 + i, column: 0 }, mark(i), 'label');
    draft.put({ row: top + 1 + i, column: 1 }, line, 'fixed');
  });
  return top + lines.length + 2;
}

const quoted = (name: string, ranges: readonly string[]): readonly string[] =>
  ranges.map((range) => `'${name.replaceAll("'", "''")}'!${range}`);

/** How many figures a table still lacks, and how many differences are not 0. */
function putProgress(draft: SheetDraft, tables: readonly FilledSheet[], top: number): number {
  draft.put({ row: top, column: 0 }, '填报进度', 'part', { columns: 2 });
  let row = top + 1;
  for (const { sheet, open, checks } of tables) {
    if (open === undefined) continue;
    draft.put({ row, column: 0 }, `表 ${sheet.name}`, 'label');
    const filled = `SUM(${open.ranges.map((range) => `COUNTA(${quoted(sheet.name, [range])[0]})`).join(',')})`;
    const lacking = `${open.count}-${filled}`;
    const wrong =
      checks &&
      quoted(sheet.name, checks.ranges)
        .flatMap((range) => ['<', '>'].map((sign) => `COUNTIF(${range},"${sign}0")`))
        .join('+');
    const differences = checks?.wrong ?? 0;
    const said = wrong === undefined ? '' : `&"；差额不为 0 的有 "&(${wrong})&" 处"`;
    const result = `还有 ${open.blank} 格没有填${wrong === undefined ? '' : `；差额不为 0 的有 ${differences} 处`}`;
    const [choice] = quoted(sheet.name, [open.choice]);
    const isZero = `IF(${choice}="${BLANKS_ARE_ZERO}","（都按 0 计）","")`;
    draft.work({ row, column: 1 }, `"还有 "&(${lacking})&" 格没有填"&${isZero}${said}`, result, 'fixed', 'General');
    row += 1;
  }
  return row + 1;
}

function putLegend(draft: SheetDraft, top: number): number {
  draft.put({ row: top, column: 0 }, '颜色', 'part', { columns: 2 });
  LEGEND.forEach(([style, sample, words], i) => {
    draft.put({ row: top + 1 + i, column: 0 }, { value: sample, numFmt: '@' }, style);
    draft.put({ row: top + 1 + i, column: 1 }, words, 'fixed');
  });
  return top + LEGEND.length + 2;
}

/** What a clerk reads first: the steps, the colours, and how far the tables are. */
export function guideSheet(input: GuideInput, name: string): WrittenSheet {
  const { form, report, tables } = input;
  const draft = draftSheet(name, WIDTHS);
  const agency = valueAt(report, ['agency', 'name']);
  const year = valueAt(report, ['year']);
  const title = `${typeof agency === 'string' ? agency : ''}${typeof year === 'number' ? `${year}年` : ''}${form.name}　填报表`;
  draft.put({ row: 0, column: 0 }, title, 'title', { columns: 2 });
  draft.put({ row: 1, column: 0 }, `按${form.citation}的格式`, 'hint', { columns: 2 });
  let row = putLines(draft, '怎么填', STEPS(input), 3, (i) => `第${i + 1}步`);
  row = putProgress(draft, tables, row);
  row = putLegend(draft, row);
  putLines(draft, '说明', NOTES, row, (i) => String(i + 1));
  return draft.finish({ tab: 'C00000' });
}
