import type { Words } from './code-entry.js';
import type { AnyLoss } from './loss-facts.js';

/** What is told of tables, and of filled workbooks. */
export type TableLoss = Extract<
  AnyLoss,
  {
    readonly cause:
      | 'figure-converted'
      | 'figure-doubtful'
      | 'not-a-figure'
      | 'no-such-cell'
      | 'no-such-row'
      | 'cell'
      | 'row'
      | 'row-for-several'
      | 'row-for-several-doubtful'
      | 'row-label'
      | 'row-by-order'
      | 'columns-by-heads'
      | 'columns-by-sums'
      | 'columns-unsettled'
      | 'table-too-long'
      | 'row-too-wide'
      | 'table-rules'
      | 'table-rows'
      | 'table-columns'
      | 'table-across'
      | 'table-tags'
      | 'sheet-renamed'
      | 'sheet-copy'
      | 'foreign-sheet'
      | 'hidden-sheet'
      | 'hidden-rows'
      | 'hidden-cells'
      | 'rows-behind'
      | 'rows-apart'
      | 'rows-unsure'
      | 'labels-changed'
      | 'formula-fault'
      | 'outside-table'
      | 'macros'
      | 'links'
      | 'filled-as-figure'
      | 'filled-doubtful'
      | 'filled-no-figure'
      | 'filled-cells'
      | 'blanks-as-zero'
      | 'blank-choice'
      | 'name-twice'
      | 'stale-total'
      | 'newer-workbook'
      | 'added-without-section'
      | 'added-without-head';
  }
>;

const CHECK = '对照行名和表头核对；挪动过的，用 nianbao workbook 重新生成一份，把内容抄过去';

const TAKES = { count: '不小于 0 的整数', signed: '整数，减少时为负', amount: '金额的数字，如 3168.0656' } as const;

const table = (message: string) => (facts: { readonly text: string }) => ({
  message,
  found: facts.text,
  hint: '对照原件核对这张表的数字',
});

const readAs = (message: string) => (facts: { readonly given: string; readonly as: string }) => ({
  message,
  found: facts.given,
  expected: facts.as === '' ? '读作空白' : `读作 ${facts.as}`,
  hint: '请核对',
});

const added = (message: string) => (facts: { readonly text: string }) => ({
  message,
  found: facts.text,
  hint: '从列表中选它印在哪一部分，第一行写表头',
});

/** What is said of tables, and of filled workbooks. */
export const TABLE_LOSS_WORDS: Words<TableLoss> = {
  'figure-converted': ({ given, wanted }) => ({
    message: '数字的写法已换算',
    found: given,
    expected: wanted,
    hint: '核对读入的数字',
  }),
  'figure-doubtful': ({ given, wanted }) => ({
    message: '这一格的数字读得没有把握',
    found: given,
    expected: wanted,
    hint: '对照原件核对',
  }),
  'not-a-figure': ({ given, takes }) => ({
    message: '这一格不是这里能填的数字',
    found: given,
    expected: TAKES[takes],
    hint: '这一格按空白读入，请按原件填写',
  }),
  'no-such-cell': ({ name, given }) => ({
    message: '规定的表格里没有这一格',
    found: `${name}：${given}`,
    hint: '核对这个数字应填在哪一列',
  }),
  'no-such-row': ({ given }) => ({
    message: '规定的表格里没有这一行',
    found: given,
    hint: '核对这一行应填在哪里；不属于本格式的，不必填',
  }),
  cell: () => ({ message: '没有这一格', hint: '这一格按空白读入，请按原件填写' }),
  row: ({ name }) => ({ message: `没有“${name}”一行`, hint: '这一行按空白读入，请按原件填写' }),
  'row-for-several': ({ name, given }) => ({
    message: `${name} 只有一行`,
    found: given,
    expected: '各行都是 0',
    hint: '不必处理',
  }),
  'row-for-several-doubtful': ({ name, given, row }) => ({
    message: `${name} 只有一行`,
    found: given,
    expected: `记在“${row}”一行，其余各行记 0`,
    hint: '按原件把数字分到各行',
  }),
  'row-label': ({ given, wanted }) => ({
    message: '行标题与规定的文字不同',
    found: given,
    expected: wanted,
    hint: '核对是不是这一行',
  }),
  'row-by-order': ({ given, wanted }) => ({
    message: '行标题认不出，按顺序读入',
    found: given,
    expected: wanted,
    hint: '对照原件核对这一行',
  }),
  'columns-by-heads': ({ given }) => ({
    message: '列的顺序与规定的不同，按列标题读入',
    found: given,
    hint: '核对这一行的各列',
  }),
  'columns-by-sums': ({ given }) => ({
    message: '这一行的列与规定的列对不上，按勾稽关系定出各列',
    found: given,
    hint: '对照原件核对这一行的各列',
  }),
  'columns-unsettled': ({ name, given }) => ({
    message: `“${name}”一行的列与规定的列对不上，没有读入`,
    found: given,
    hint: '按原件填写这一行',
  }),
  'table-too-long': ({ count, most }) => ({
    message: `表格太长，只读了前 ${most} 行`,
    found: `${count} 行`,
    hint: '报告的表格没有这样长；核对是不是选错了文件',
  }),
  'row-too-wide': ({ count, most }) => ({
    message: `表格太宽，只读了前 ${most} 格`,
    found: `${count} 格`,
    hint: '报告的表格没有这样宽；核对是不是选错了文件',
  }),
  'table-rules': table('这张表的框线没有全部画到，单元格的合并是推断的'),
  'table-rows': table('这张表有几行之间没有框线，按数字的位置分了行'),
  'table-columns': table('这张表没有竖线，或者缺竖线，按文字的位置分了列'),
  'table-across': table('这张表有数字压在框线上，按它的中点归入单元格'),
  'table-tags': table('这张表的标签与框线不一致，按标签分了行列'),
  'sheet-renamed': ({ name, given }) => ({
    message: `工作表“${name}”改了名，照样读入`,
    found: given,
    hint: '不影响检查和生成；不是这张表的，把名称改回来',
  }),
  'sheet-copy': ({ name, given, original }) => ({
    message: `工作表“${name}”是“${original}”的副本，没有读入`,
    found: given,
    hint: '要以它为准的，把数字抄到原来的表里；不要的，删去',
  }),
  'foreign-sheet': ({ name, text }) => ({
    message: `工作表“${name}”不是填报的表，没有读入`,
    found: text,
    hint: '属于报告的，填到规定的格里',
  }),
  'hidden-sheet': ({ name }) => ({
    message: `隐藏的工作表“${name}”没有读入`,
    found: name,
    hint: '确属报告的，取消隐藏后另存',
  }),
  'hidden-rows': ({ text }) => ({
    message: '隐藏的行和列没有读入',
    found: text,
    hint: '确属报告的，取消隐藏后另存',
  }),
  'hidden-cells': ({ name, at }) => ({
    message: `“${name}”里有隐藏的格，照样读入`,
    found: at,
    hint: '取消隐藏，核对里面的数字和文字',
  }),
  'rows-behind': ({ name, count, at }) => ({
    message: `“${name}”的行或列挪了位置，有 ${count} 项按行名和表头找到`,
    found: at,
    hint: CHECK,
  }),
  'rows-apart': ({ name, count, at }) => ({
    message: `“${name}”有 ${count} 项的格挪了位置，按行名和表头旁边的读入`,
    found: at,
    hint: CHECK,
  }),
  'rows-unsure': ({ name, count, at }) => ({
    message: `“${name}”的行或列挪了位置，有 ${count} 项看不出在哪里，按原来的位置读入`,
    found: at,
    hint: CHECK,
  }),
  'labels-changed': ({ name, count, given, wanted }) => ({
    message: `“${name}”有 ${count} 处行名或表头和规定的不同`,
    found: given || '空白',
    expected: wanted,
    hint: CHECK,
  }),
  'formula-fault': ({ given }) => ({
    message: '公式没有算出数来，按空白读入',
    found: given,
    hint: '在 Excel 或 WPS 里打开，改正公式或直接填数，保存后再读',
  }),
  'outside-table': ({ name, text, count }) => ({
    message: `写在“${name}”表格以外的没有读入`,
    found: `${text}${count > 1 ? `等 ${count} 格` : ''}`,
    hint: '属于报告的，填到规定的格里；数字的注写在数字后面的括号里',
  }),
  macros: () => ({ message: '工作簿里的宏没有运行', found: '宏', hint: '报告用不到宏；另存为 .xlsx 就去掉了' }),
  links: ({ count }) => ({
    message: '链到别的文件的数没有更新，按文件里存的读入',
    found: `${count} 处外部链接`,
    hint: '在 Excel 的“编辑链接”里断开链接，核对数字',
  }),
  'filled-as-figure': readAs('这一格按数字读入'),
  'filled-doubtful': readAs('这一格读得不一定对'),
  'filled-no-figure': ({ given, takes }) => ({
    message: '这一格不是数，没有读入',
    found: given,
    expected: TAKES[takes],
    hint: '改成数字，单位和说明去掉',
  }),
  'filled-cells': ({ count, all }) => ({
    message: `有 ${count} 项的单元格不见了，按没有填读入`,
    found: all.join('、'),
    hint: '规定的行、列和工作表不要删除；用 nianbao workbook 重新生成一份',
  }),
  'blanks-as-zero': ({ name, count }) => ({
    message: `${name}没有填的格按 0 计`,
    found: `${count} 格空着`,
    hint: '表上方选了“空格都是 0”；不是这样的，改选“逐格填写”',
  }),
  'name-twice': ({ given }) => ({
    message: '一个名称写了两次，按后一个读入',
    found: given,
    hint: '同一个名称只写一行',
  }),
  'blank-choice': ({ given, all: [asBlank, asZero] }) => ({
    message: `“没有填的格”没有选“${asZero}”，空格按没有填读入`,
    found: given,
    expected: `“${asBlank}”或“${asZero}”`,
    hint: '从列表中选一个',
  }),
  'stale-total': ({ given, wanted }) => ({
    message: '合计格里存的数与各分项之和不符，按各分项之和读入',
    found: given,
    expected: wanted || '有分项空着，没有合计',
    hint: '用 Excel 或 WPS 打开，重新计算后保存；公式被改过的，恢复原来的公式',
  }),
  'newer-workbook': () => ({
    message: '由更新的版本生成的工作簿，认得的都读入了',
    found: '更新的版本',
    hint: '升级 nianbao 后再读，以免漏掉新的内容',
  }),
  'added-without-section': added('另加的表没有选“所在部分”，没有读入'),
  'added-without-head': added('另加的表没有表头和数，没有读入'),
};
