import type { Code } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/problem-text.js';

/** Clauses of hints that are for those who write report objects, read files into these, or print them. */
const OF_DATA =
  /waivers|narrative|headings|absent|facts|\b(?:previous|title|signoff|year|edition)\b|agency\.|\{\{|YAML|--fix|不填则|按空白读入|请按原件|原样印出|印成|印出时|改正数据|读入的数字/u;

/** What is to be done about a file where the hint has nothing else. */
const FOR_FILES: { readonly [C in Code]?: string } = {
  'cell/blank': '没有的填 0',
  'edition/year': '改用这一年度的格式',
  'heading/variant': '改用规定的标题',
  'read/interpreted': '核对数字；改用半角数字，不写单位',
  'read/missing': '补上所缺的；是图片的，改成文字和表格',
  'read/unplaced': '改成数字，单位和说明去掉；没有的填 0',
  'signoff/mismatch': '核对落款',
  'text/figure': '核对文字和表格',
  'text/space': '改成普通的空格，或删去',
  'title/mismatch': '核对标题里的机关、年度和报告名称',
};

/** A hint for those who hand in files: without what is to be written into the data. */
export function hintFor({ code, hint }: Diagnostic): string {
  const clauses = hint.split('；').filter((clause) => !OF_DATA.test(clause));
  return visible(clauses.length === 0 ? (FOR_FILES[code] ?? hint) : clauses.join('；'));
}
