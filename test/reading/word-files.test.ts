import { describe, expect, test } from '@jest/globals';
import { checkReport, type Diagnostic, read } from '../../src/index.js';
import { cell, type Parts, paragraph, run, table, wordFile } from './word-file.js';

// What Word keeps in its files: numbers that it counts, changes, fields, notes, boxes, merged cells.

const TITLE = paragraph('示例局2024年政府信息公开工作年度报告');
const HEAD = ['一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项'] as const;

const readFile = (body: string, parts: Parts = {}) => read(wordFile(body, parts), { name: '年报.docx' });

/** A report with this in its first section. */
const withOverview = (content: string) =>
  `${TITLE}${paragraph(HEAD[0])}${content}${paragraph(HEAD[2])}${paragraph('无。')}`;

/** The losses but those of sections that these small files lack. */
const seen = (losses: readonly Diagnostic[]) =>
  losses.filter(({ code }) => code !== 'read/missing').map(({ code, found }) => [code, found]);

const overviewOf = (report: object) => Object(Object(report).narrative).overview;

describe('the text of a paragraph', () => {
  test.each([
    [
      'insertions are in, deletions are out',
      `<w:p><w:ins>${run('增')}</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>${run('文')}</w:p>`,
      ['增文'],
    ],
    [
      'moved text is where it went',
      `<w:p><w:moveFrom>${run('旧处')}</w:moveFrom>${run('前')}<w:moveTo>${run('新处')}</w:moveTo></w:p>`,
      ['前新处'],
    ],
    [
      'a paragraph whose end is deleted goes on',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前半')}</w:p>${paragraph('后半。')}`,
      ['前半后半。'],
    ],
    [
      'the last one, with nothing to go on with, stands by itself',
      `${paragraph('前文。')}<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('表前。')}</w:p>${table([
        ['甲', '乙'],
        ['丙', '丁'],
      ])}`,
      ['前文。', '表前。'],
    ],
    [
      'fields give their results',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('12')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple>${run('件')}</w:fldSimple></w:p>`,
      ['12件'],
    ],
    [
      'links, content controls and smart tags are seen through',
      `<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:hyperlink>${run('甲')}</w:hyperlink><w:smartTag>${run('乙')}</w:smartTag></w:p></w:sdtContent></w:sdt>`,
      ['甲乙'],
    ],
    ['a line break parts paragraphs', `<w:p>${run('上')}<w:r><w:br/></w:r>${run('下')}</w:p>`, ['上', '下']],
    ['a page break does not', `<w:p>${run('上')}<w:r><w:br w:type="page"/></w:r>${run('下')}</w:p>`, ['上下']],
    [
      'a text box stands after its paragraph, once',
      `<w:p>${run('文')}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ['文', '框'],
    ],
    [
      'the reading over ruby text is left out',
      `<w:p><w:r><w:ruby><w:rt>${run('pīn')}</w:rt><w:rubyBase>${run('拼')}</w:rubyBase></w:ruby></w:r></w:p>`,
      ['拼'],
    ],
    ['braces are braces', paragraph('{{year}}'), ['\\{{year}}']],
  ])('%s', async (_, content, expected) => {
    const { report } = await readFile(withOverview(content));
    expect(overviewOf(report)).toEqual(expected);
  });

  test('hidden text is out, by itself or by its style, and told', async () => {
    const styles = '<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>';
    const content = `<w:p>${run('明')}${run('暗', '<w:vanish/>')}${run('亦明', '<w:vanish w:val="0"/>')}</w:p>${paragraph('全暗', '<w:pStyle w:val="h"/>')}`;
    const { report, losses } = await readFile(withOverview(content), { styles });
    expect(overviewOf(report)).toEqual(['明亦明']);
    expect(seen(losses)).toEqual([
      ['read/left-out', '暗'],
      ['read/left-out', '全暗'],
    ]);
  });

  test('footnotes are printed where they are referred to; comments, changes and running heads are told', async () => {
    const content = `<w:p>${run('公开')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('若干')}<w:ins>${run('。')}</w:ins></w:p>`;
    const { report, losses } = await readFile(withOverview(content), {
      footnotes: `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${paragraph('含新媒体')}</w:footnote>`,
      comments: `<w:comment w:id="1">${paragraph('请核对')}</w:comment>`,
      header: paragraph('内部资料'),
    });
    expect(overviewOf(report)).toEqual(['公开（注：含新媒体）若干。']);
    expect(seen(losses)).toEqual([
      ['read/interpreted', '1 条注'],
      ['read/left-out', '请核对'],
      ['read/interpreted', '1 处修订'],
      ['read/left-out', '内部资料'],
    ]);
  });
});

describe('numbers that Word counts', () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'japaneseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`;
  const numbered = (at: number, text: string) =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="3"/></w:numPr>`);

  test('headings, parts and items', async () => {
    const body = [
      TITLE,
      numbered(0, '总体情况'),
      ...[numbered(1, '主动公开'), numbered(2, '甲'), numbered(2, '乙'), numbered(1, '依申请公开'), numbered(2, '丙')],
      ...[numbered(0, '主动公开政府信息情况'), paragraph('略。')],
    ];
    const { report } = await readFile(body.join(''), { numbering });
    expect(overviewOf(report)).toEqual(['（一）主动公开', '1.甲', '2.乙', '（二）依申请公开', '1.丙']);
    expect(report.headings).toBeUndefined();
  });

  test('by the style of the paragraph', async () => {
    const styles =
      '<w:style w:styleId="b"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:styleId="s"><w:basedOn w:val="b"/></w:style>';
    const { report } = await readFile(
      `${TITLE}${paragraph('总体情况', '<w:pStyle w:val="s"/>')}${paragraph('有序。')}`,
      { numbering, styles },
    );
    expect(overviewOf(report)).toEqual(['有序。']);
  });
});

describe('tables', () => {
  const review = (...figures: readonly string[]) =>
    table(
      [cell('行政复议', 5), cell('行政诉讼', 10)],
      [
        ...['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((label) => cell(label, 1, 'restart')),
        cell('未经复议直接起诉', 5),
        cell('复议后起诉', 5),
      ],
      [
        ...Array.from({ length: 5 }, () => cell('', 1, 'continue')),
        ...[0, 1].flatMap(() => ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((label) => cell(label))),
      ],
      figures.map((figure) => cell(figure)),
    );
  const figures = ['1', '2', '3', '4', '10', '0', '0', '0', '0', '0', '5', '0', '0', '0', '5'];

  test('cells merged across and down', async () => {
    const { report, losses } = await readFile(
      `${TITLE}${paragraph('四、政府信息公开行政复议、行政诉讼情况')}${review(...figures)}`,
    );
    expect(report).toMatchObject({
      review: {
        reconsideration: { upheld: 1, corrected: 2, other: 3, pending: 4, total: 10 },
        litigation: { direct: { total: 0 }, afterReconsideration: { upheld: 5, total: 5 } },
      },
    });
    expect(losses.filter(({ path }) => path[0] === 'review' && path.length > 1)).toEqual([]);
  });

  test('rows that are deleted or hidden are out', async () => {
    const gone = (mark: string) => `<w:tr><w:trPr>${mark}</w:trPr>${figures.map(() => cell('9')).join('')}</w:tr>`;
    const body = review(...figures).replace('</w:tbl>', `${gone('<w:del/>')}${gone('<w:hidden/>')}</w:tbl>`);
    const { report, losses } = await readFile(`${TITLE}${paragraph('四、政府信息公开行政复议、行政诉讼情况')}${body}`);
    expect(report).toMatchObject({ review: { reconsideration: { total: 10 } } });
    expect(losses.filter(({ code }) => code === 'read/unplaced')).toEqual([]);
  });

  test('a finding tells its paragraph, row and column', async () => {
    const { report, locate } = await readFile(
      `${TITLE}${paragraph('四、政府信息公开行政复议、行政诉讼情况')}${review(...figures)}`,
    );
    expect(report).toBeDefined();
    const [found] = locate([
      {
        code: 'cell/blank',
        severity: 'error',
        message: '',
        hint: '',
        path: ['review', 'litigation', 'direct', 'other'],
      },
    ]);
    expect(found?.place).toEqual({ file: '年报.docx', at: '第2段后的表，第4行第8列' });
  });
});

describe('what is there and not meant to be said is told, and not read', () => {
  const OUT = 'read/left-out';
  const shaded = '<w:tc><w:tcPr><w:shd w:fill="1F4E79"/></w:tcPr>';
  test.each([
    ['struck out', run('99', '<w:strike/>'), '文', [[OUT, '99']]],
    ['struck out twice', run('99', '<w:dstrike/>'), '文', [[OUT, '99']]],
    ['white', run('99', '<w:color w:val="FFFFFF"/>'), '文', [[OUT, '99']]],
    ['of no size', run('99', '<w:sz w:val="2"/>'), '文', [[OUT, '99']]],
    ['white on a ground', run('99', '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>'), '99文', []],
    [
      'white on a solid pattern',
      run('99', '<w:color w:val="FFFFFF"/><w:shd w:val="solid" w:color="1F4E79" w:fill="auto"/>'),
      '99文',
      [],
    ],
    ['not struck out any more', run('99', '<w:strike w:val="0"/>'), '99文', []],
    ['above the line', run('2', '<w:vertAlign w:val="superscript"/>'), '²文', []],
  ])('%s', async (_, first, text, told) => {
    const { report, losses } = await readFile(withOverview(`<w:p>${first}${run('文')}</w:p>`));
    expect(overviewOf(report)).toEqual([text]);
    expect(seen(losses)).toEqual(told);
  });

  test('white letters in a coloured cell are read', async () => {
    const white = `${shaded}<w:p>${run('甲', '<w:color w:val="FFFFFF"/>')}</w:p></w:tc>`;
    const { losses } = await readFile(withOverview(table([white, cell('乙')], [cell('丙'), cell('1')])));
    expect(seen(losses).filter(([code]) => code === OUT)).toEqual([]);
  });

  test('white letters in a text box are read, for it may be filled', async () => {
    const white = `<w:p>${run('甲', '<w:color w:val="FFFFFF"/>')}</w:p>`;
    const box = `<w:p><w:r><w:drawing><wps:txbx><w:txbxContent>${white}</w:txbxContent></wps:txbx></w:drawing></w:r>${run('文')}</w:p>`;
    const { report, losses } = await readFile(withOverview(box));
    expect([overviewOf(report)].flat(2).join('')).toContain('甲');
    expect(seen(losses).filter(([code]) => code === OUT)).toEqual([]);
  });

  test('pictures are counted, a seal is not', async () => {
    const picture = (about: string) =>
      `<w:p><w:r><w:drawing>${about}<pic:pic><a:blip/></pic:pic></w:drawing></w:r>${run('文')}</w:p>`;
    const { losses } = await readFile(withOverview(`${picture('')}${picture('<wp:docPr descr="印章"/>')}`));
    expect(seen(losses)).toEqual([[OUT, '1 幅图片']]);
  });
});

describe('what is drawn from something that is no text', () => {
  const field = (instruction: string, form = '') =>
    `<w:r><w:fldChar w:fldCharType="begin">${form}</w:fldChar></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const choices = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList>';
  const math = (inside: string) => `<m:oMath>${inside}</m:oMath>`;
  const m = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;

  test.each([
    ['a number in a circle', field(String.raw` EQ \o\ac(○,3) `), '③', 'read/interpreted'],
    ['a fraction of a field', field(String.raw`eq \f(1,2)`), '1/2', 'read/interpreted'],
    ['a choice of a form', field('FORMDROPDOWN', `<w:ffData>${choices}</w:ffData>`), '乙', undefined],
    [
      'a box of a form',
      field('FORMCHECKBOX', '<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>'),
      '☑',
      undefined,
    ],
    ['a formula in one line', math(m('98%')), '98%', undefined],
    [
      'a fraction',
      math(`<m:f><m:num>${m('a+b')}</m:num><m:den>${m('2')}</m:den></m:f>`),
      '(a+b)/2',
      'read/interpreted',
    ],
    ['a power', math(`<m:sSup><m:e>${m('m')}</m:e><m:sup>${m('2')}</m:sup></m:sSup>`), 'm²', 'read/interpreted'],
    ['a sign of a font that has signs', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '☑', undefined],
    ['a character by its number', '<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>', '①', undefined],
    ['a sign that only its font knows', '<w:r><w:sym w:font="Own" w:char="F041"/></w:r>', '', 'read/unplaced'],
    [
      'what to type',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('请填写')}</w:sdtContent></w:sdt>`,
      '',
      'read/left-out',
    ],
  ])('%s', async (_, drawn, text, told) => {
    const { report, losses } = await readFile(withOverview(`<w:p>${run('其中')}${drawn}${run('等。')}</w:p>`));
    expect(overviewOf(report)).toEqual([`其中${text}等。`]);
    expect(seen(losses).map(([code]) => code)).toEqual(told === undefined ? [] : [told]);
  });

  test('letters drawn as a shape stand after their paragraph', async () => {
    const art = '<w:r><w:pict><v:shape><v:textpath string="重点工作"/></v:shape></w:pict></w:r>';
    const { report } = await readFile(withOverview(`<w:p>${run('甲。')}${art}</w:p>`));
    expect(overviewOf(report)).toEqual(['甲。', '重点工作']);
  });
});

test('findings do not offer what is done in data files only', async () => {
  const { report, locate } = await readFile(withOverview(paragraph('公开信息,一是领导。三是培训。')));
  const found = locate(checkReport(report)).filter(({ code }) => /half-width|enumerator/u.test(code));
  expect(found.map(({ hint }) => hint)).toEqual(['改为全角标点', '核对序号，看有没有重复或遗漏']);
});
