import { expect, test } from '@jest/globals';
import { composeReport, toPdf } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { minimalReport } from '../input/example.js';
import { gapFaults } from '../readers/figure-gaps.mjs';
import { lineFaults } from '../readers/line-rules.mjs';
import { comparePages, textsWithoutNumbers } from '../readers/parity.mjs';
import { readPdf } from '../readers/pdf-content.mjs';
import { readWithPdfjs } from '../readers/pdf-js.mjs';

// Sentences of figures, units and marks, set in a file and read back by a reader of its own: no line begins or ends against the rules,
// no figure is torn, no gap stands within a numeric expression, and the text is what was typed.

const han = fc.stringMatching(/^[公开政府信息依法受理申请办结机关规定工作网站平台监督保障情况]{1,14}$/);
const digits = fc.oneof(
  fc.nat({ max: 99999 }).map(String),
  fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 99 })).map((parts) => parts.join('.')),
  fc.constantFrom('1,234.5', '１２３', '12345678', '1 234'),
);
const sign = fc.constantFrom('', '', '', '≥', '±', '＋', '－', '-', '￥', '第', '№');
const scale = fc.constantFrom('', '', '', '万', '亿', '余', '多', '余万', '万余', '百余');
const unit = fc.constantFrom(
  ...[
    '件',
    '条',
    '元',
    '吨',
    '亩',
    '公顷',
    '平方公里',
    '千米',
    '辆',
    '所',
    '岁',
    '层',
    '人次',
    '个工作日',
    '个百分点',
    '立方米',
    '元/吨',
  ],
  ...['户', '株', '栋', '座', '匹', '眼', '盏', '孔', '厘米', '个月', '个', '日', '级', '小时', '件以上'],
);
const tail = fc.oneof(
  fc.tuple(scale, unit).map((parts) => parts.join('')),
  fc.constantFrom('%', '％', '‰', '℃', '㎡', '%以上', '', 'km'),
);
const figure = fc.tuple(sign, digits, tail).map((parts) => parts.join(''));
const connector = fc.constantFrom('～', '〜', '－', '—', '–', '-', '~', '：', ':', '×', '/', '／');
const percent = fc.constantFrom('', '%', '％', '‰');
const range = fc
  .tuple(fc.nat({ max: 999 }), percent, connector, fc.nat({ max: 999 }), percent)
  .map((parts) => parts.join(''));
const joined = fc
  .tuple(han, fc.constantFrom('～', '－', '‐', '–', '―', '・', '·', '／', '/', '、', '……', '——', '々'), han)
  .map((parts) => parts.join(''));
const enclosed = fc
  .tuple(
    fc.constantFrom('（）', '［］', '｛｝', '〖〗', '【】', '〔〕', '“”', '‘’', '《》', '「」', '()'),
    fc.oneof(han, figure),
  )
  .map(([pair, inner]) => pair.charAt(0) + inner + pair.charAt(1));
const label = fc.constantFrom('。1.', '；2．', '。（3）', '；（四）', '。①', '：5、');
const latin = fc.constantFrom('don’t', 'Women’s', 'App', 'GB/T 9704', '5G');
const piece = fc.oneof(
  { weight: 3, arbitrary: figure },
  { weight: 2, arbitrary: range },
  joined,
  enclosed,
  label,
  latin,
  fc.constantFrom('NBSP\u00A0甲', '12\u00A0件'),
);
const stop = fc.constantFrom('，', '、', '；', '。', '：', '');
const sentence = fc
  .array(fc.tuple(han, piece, han, stop), { minLength: 2, maxLength: 8 })
  .map((parts) => `${parts.flat().join('')}结束。`);

test('figures, units and marks keep the rules of lines in the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sentence, { minLength: 25, maxLength: 25 }), async (overview) => {
      const report = minimalReport({ narrative: { overview, problems: '公开不够。', other: '无其他事项。' } });
      const document = composeReport(report);
      const bytes = await toPdf(report);
      const drawn = readPdf(bytes).pages;
      const read = (await readWithPdfjs(bytes)).pages;
      const both = read.map((page, i) => ({ ...page, rules: drawn[i]?.rules ?? [] }));
      expect([...lineFaults(both, document), ...gapFaults(drawn)]).toEqual([]);
      expect(comparePages(textsWithoutNumbers(drawn), document)).toEqual([]);
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 60_000);
