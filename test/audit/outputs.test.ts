import { parseDocument } from 'htmlparser2';
import { type Audit, auditPage, auditWorkbook, composeAudit } from '../../src/batch/index.js';
import { auditSummaryText } from '../../src/cli/audit/audit-summary-text.js';
import { loadWorkbookEngine } from '../../src/host/load-workbook-engine.js';
import { documentTexts } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { finding, madeAudit } from './made-audit.js';

// What an audit is written to: a page, a workbook, a document. Names come from whoever handed the files in.

const HOSTILE = '<img src=x onerror=alert(1)>"&\'</script>';

interface Node {
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

const elements = (node: Node): readonly Node[] => [
  ...(node.name === undefined ? [] : [node]),
  ...(node.children ?? []).flatMap(elements),
];
const textOf = (node: Node): string => (node.data ?? '') + (node.children ?? []).map(textOf).join('');

const pageOf = (audit: Audit): Node => parseDocument(auditPage(audit)) as unknown as Node;

test('a page needs nothing else, and shows every name as it is', () => {
  const name = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constant(HOSTILE)).map((text) => `${text}局`);
  const kindsOf = (audit: Audit) => elements(pageOf(audit)).flatMap(({ name: kind }) => (kind === 'br' ? [] : kind));
  const plain = kindsOf(madeAudit(['甲局', '乙局'], [finding()]));
  fc.assert(
    fc.property(name, name, name, (one, other, message) => {
      const told = finding({ message: one + message, found: other, cells: [one], hint: message, place: other });
      const audit = madeAudit([one, other], [told]);
      expect(kindsOf(audit)).toEqual(plain);
    }),
    { numRuns: 100, examples: [[HOSTILE, HOSTILE, HOSTILE]] },
  );
  const page = auditPage(madeAudit([HOSTILE, '乙局'], [finding({ message: HOSTILE })]));
  expect(page).not.toMatch(/<img|https?:|src=x onerror=alert\(1\)>"/);
  expect(textOf(pageOf(madeAudit([HOSTILE, '乙局'], [finding()])))).toContain(`${HOSTILE} 2024 年`);
});

test('every link of a page leads somewhere in it, and every reference to a name', () => {
  const all = elements(pageOf(madeAudit(['甲局', '乙局'], [finding(), finding({ waived: '按公布的印' })])));
  const ids = all.flatMap(({ attribs = {} }) => attribs.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const wanted = all.flatMap(({ attribs = {} }) =>
    [attribs.href?.replace(/^#/, ''), attribs.for, attribs['aria-labelledby']].flatMap((id) => id ?? []),
  );
  expect(wanted.filter((id) => !id.startsWith('data:') && !ids.includes(id))).toEqual([]);
});

test('a workbook has a row for each finding, can be filtered, and runs nothing', async () => {
  const audit = madeAudit(['=1+1', '@局'], [finding({ message: '=HYPERLINK("x")' }), finding({ severity: 'warning' })]);
  const bytes = await auditWorkbook(audit);
  expect(Buffer.from(await auditWorkbook(audit)).equals(bytes)).toBe(true);
  const { sheets } = await (await loadWorkbookEngine()).read(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(['总览', '问题', '缺报和未读入', '规则']);
  const [, problems] = sheets;
  expect(problems?.rows.length).toBe(3);
  expect(problems?.rows[1]?.slice(0, 6)).toEqual([
    "'=1+1",
    2024,
    '错误',
    '三、收到和处理政府信息公开申请情况',
    '三、（七）总计 · 自然人',
    '\'=HYPERLINK("x")',
  ]);
  const cells = sheets.flatMap(({ cells: own }) => [...(own?.values() ?? [])]);
  expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
});

test('the document for paper', () => {
  const audit = madeAudit(['甲局', '乙局'], [finding(), finding({ waived: '按公布的印' })]);
  expect(documentTexts(composeAudit(audit)).join('\n')).toMatchInlineSnapshot(`
"政府信息公开工作年度报告审核结果
一、结论
2个机关，2024年，核对了1份报告：有错误的1份，有警告的0份，没有问题的0份。
缺报1份；没能读入1个文件；错误2个，警告0个，建议0个，已豁免0个。
二、各机关各年度
各机关各年度的情况（2024 年）
机关
2024年
甲局
错误 2
乙局
缺报
三、缺报
乙局2024年。
四、没能读入的文件
乙局.doc：读不了；另存为 .docx。
五、逐份报告
甲局2024年：错误 2
文件：甲局.docx
1.【错误】三、收到和处理政府信息公开申请情况：三、（七）总计 · 自然人 是 0，应为 1
实际：0；应为：1；处理：核对分项和总计；位置：第12段后的表，第25行第4列；规则：sum/I1。
2.【已豁免】三、收到和处理政府信息公开申请情况：三、（七）总计 · 自然人 是 0，应为 1
实际：0；应为：1；豁免理由：按公布的印；位置：第12段后的表，第25行第4列；规则：sum/I1。"
`);
});

test('a message that begins with its section does not say it twice', () => {
  const section = '六、其他需要报告的事项';
  const audit = madeAudit(['甲局', '乙局'], [finding({ section, cells: [], message: `${section}：没有写出任何文字` })]);
  for (const text of [auditSummaryText(audit, undefined), documentTexts(composeAudit(audit)).join('\n')]) {
    expect(text).toContain(`${section}：没有写出任何文字`);
    expect(text).not.toContain(`${section}：${section}`);
  }
});

test('who is missing is told once with all years, and a file that was not read is named once', () => {
  const made = madeAudit(['甲局', '乙局'], []);
  const years = [2022, 2024].map((year) => ({ year, grade: 'missing' as const, ids: [] }));
  const [unread] = made.unread;
  const audit: Audit = {
    ...made,
    agencies: [{ agency: '乙局', isListed: true, years }],
    unread: [
      { id: 'in/乙.doc', findings: (unread?.findings ?? []).map((one) => ({ ...one, message: 'in/乙.doc 打不开' })) },
    ],
  };
  const shown = [auditSummaryText(audit, undefined), documentTexts(composeAudit(audit)).join('\n'), auditPage(audit)];
  for (const text of shown) {
    expect(text).toMatch(/乙局 ?2022、2024 ?年/u);
    expect(text).not.toMatch(/in\/乙\.doc 打不开/u);
    expect(text).toContain('文件打不开');
  }
});

test('a report is found by the name of its agency on the list, whatever name it has itself', async () => {
  const made = madeAudit(['临溪县教育体育局', '乙局'], [finding({ found: '共5件。' })]);
  const audit: Audit = { ...made, reports: made.reports.map((one) => ({ ...one, agency: '临溪县教育局' })) };
  const whose = '临溪县教育体育局（报告写作临溪县教育局）';
  expect(auditPage(audit)).toContain(`data-name="${whose}"`);
  expect(auditSummaryText(audit, undefined)).toContain(`${whose} 2024 年`);
  const paper = documentTexts(composeAudit(audit)).join('\n');
  expect(paper).toContain(`${whose}2024年`);
  expect(paper).toContain('实际：共5件；');
  const { sheets } = await (await loadWorkbookEngine()).read(await auditWorkbook(audit));
  expect(sheets[1]?.rows[1]?.[0]).toBe('临溪县教育体育局');
});
