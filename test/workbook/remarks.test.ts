import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { assessReport, blankReport, read, writeWorkbook } from '../../src/index.js';
import { annotateBook } from '../../src/readers/xlsx/annotate-book.js';
import { bookOf, readChanged, withParts } from './books.js';

// A copy with remarks may be checked and annotated again; what others have remarked stays.

const made = bookOf({ 一: [[1]], 二: [[2]], 三: [[3]] });
const own = writeWorkbook(blankReport({ edition: '2021', year: 2025, agency: '某局' }));
const SHEET = 'xl/worksheets/sheet1.xml';

/** The remarks of a workbook, and who wrote them, by the places of their cells. */
async function remarksIn(bytes: Uint8Array): Promise<{ readonly [place: string]: readonly unknown[] }> {
  const { sheets } = await readXlsx(bytes);
  return Object.fromEntries(
    sheets.flatMap(({ name, cells }) =>
      [...(cells ?? [])].flatMap(([key, { comment }]) =>
        comment ? [[`${name}!${key}`, [comment.author, comment.text]]] : [],
      ),
    ),
  );
}

const remark = (text: string, at = '一!A1') => ({ at, text });

/** A workbook with a remark of a clerk's on the first cell of its first sheet. */
async function remarked(text: string, given = made): Promise<Uint8Array> {
  const annotated = annotateBook(await given, 'a.xlsx', [{ at: undefined, text }]);
  const name = Object.keys(unzipSync(annotated)).find((part) => part.startsWith('xl/comments')) ?? '';
  const comments = strFromU8(unzipSync(annotated)[name] ?? new Uint8Array());
  return withParts(annotated, { [name]: comments.replace('<author>nianbao<', '<author>王某<') });
}

test('annotated again, each sheet has its own new remarks and no old ones', async () => {
  const first = annotateBook(await made, 'a.xlsx', [remark('甲'), remark('乙', '三!A1')]);
  expect(await remarksIn(first)).toEqual({ '一!0,0': ['nianbao', '甲'], '三!0,0': ['nianbao', '乙'] });
  const second = annotateBook(first, 'a.xlsx', [remark('丙', '二!A1'), remark('丁', '三!A1')]);
  expect(await remarksIn(second)).toEqual({ '二!0,0': ['nianbao', '丙'], '三!0,0': ['nianbao', '丁'] });
  const third = annotateBook(second, 'a.xlsx', []);
  expect(await remarksIn(third)).toEqual({});
  expect(Object.keys(unzipSync(third)).filter((part) => part.startsWith('xl/comments'))).toEqual([]);
  expect(strFromU8(unzipSync(third)['[Content_Types].xml'] ?? new Uint8Array())).not.toContain('/xl/comments');
});

test('what a clerk has remarked outlives any number of checks', async () => {
  const text = '请处长看：\n这一格';
  let bytes = await remarked(text);
  for (const found of ['甲', '乙']) {
    bytes = annotateBook(bytes, 'a.xlsx', [remark(found)]);
    expect(await remarksIn(bytes)).toEqual({
      '一!0,0': ['nianbao', `${found}\n\n—— 原有批注 ——\n王某：${text}`],
    });
  }
  expect(await remarksIn(annotateBook(bytes, 'a.xlsx', []))).toEqual({ '一!0,0': ['王某', text] });
});

test('each remark keeps its author, also in a list that names one twice', async () => {
  const bytes = await remarked('请看');
  const name = Object.keys(unzipSync(bytes)).find((part) => part.startsWith('xl/comments')) ?? '';
  const comments = strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
    .replace('<author>王某</author>', '<author>王某</author><author>王某</author><author>李某</author>')
    .replace('authorId="0"', 'authorId="2"');
  const other = annotateBook(withParts(bytes, { [name]: comments }), 'a.xlsx', [remark('甲', '一!C3')]);
  expect(await remarksIn(other)).toEqual({ '一!0,0': ['李某', '请看'], '一!2,2': ['nianbao', '甲'] });
});

test('what a clerk has remarked is told as not read; what a check has remarked is not', async () => {
  const bytes = annotateBook(await remarked('请看', own), 'a.xlsx', [{ at: undefined, text: '甲' }]);
  const { losses } = await read(bytes, { name: 'a.xlsx' });
  expect(losses.map(({ found }) => found)).toEqual(['请看']);
});

test('the boxes of remarks stand where the order of a sheet has them', async () => {
  const rule =
    '<conditionalFormatting sqref="A1"><cfRule type="dataBar" priority="1"><extLst><ext uri="a"/></extLst></cfRule></conditionalFormatting>';
  const behind =
    '<extLst><ext uri="b"><x14:conditionalFormattings xmlns:x14="x"><x14:conditionalFormatting><x14:a/></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
  const before = strFromU8(unzipSync(await made)[SHEET] ?? new Uint8Array());
  const given = withParts(await made, {
    [SHEET]: before.replace('</sheetData>', `</sheetData>${rule}`).replace('</worksheet>', `${behind}</worksheet>`),
  });
  const after = strFromU8(unzipSync(annotateBook(given, 'a.xlsx', [remark('甲')]))[SHEET] ?? new Uint8Array());
  expect(after.replace(/<legacyDrawing[^>]*>/, '<here/>')).toMatch(
    /<\/conditionalFormatting>(?:(?!extLst).)*<here\/><extLst><ext uri="b">/s,
  );
});

const VML = 'xl/drawings/vmlDrawing1.vml';
const RELS = 'xl/worksheets/_rels/sheet1.xml.rels';
const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook with a button, and a remark in letters of its own, as Excel writes them. */
async function withButton(author: string): Promise<Uint8Array> {
  const note = (row: number) =>
    `<v:shape id="_x0000_s102${row}" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>${row}</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`;
  const button =
    '<v:shape id="_x0000_s2049" type="#_x0000_t201"><v:textbox><div>汇总<br></div></v:textbox><x:ClientData ObjectType="Button"><x:FmlaMacro>a</x:FmlaMacro></x:ClientData></v:shape>';
  const drawing = `<xml xmlns:v="v" xmlns:o="o" xmlns:x="x"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1,2"/></o:shapelayout>${button}${note(0)}</xml>`;
  const comments = `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xr="xr"><authors><author>${author}</author></authors><commentList><comment ref="A1" authorId="0" xr:uid="{1}"><text><r><rPr><b/></rPr><t>请看</t></r></text></comment></commentList></comments>`;
  const parts = unzipSync(await made);
  const sheet = strFromU8(parts[SHEET] ?? new Uint8Array());
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
  return withParts(await made, {
    [SHEET]: sheet.replace('</worksheet>', `<legacyDrawing xmlns:r="${KIND}" r:id="rId7"/></worksheet>`),
    [RELS]: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="${KIND}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId8" Type="${KIND}/comments" Target="../comments1.xml"/></Relationships>`,
    [VML]: drawing,
    'xl/comments1.xml': comments,
    '[Content_Types].xml': types.replace(
      '</Types>',
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>',
    ),
  });
}

test('buttons and the remarks of others stay as they were drawn and written', async () => {
  const bytes = annotateBook(await withButton('王某'), 'a.xlsx', [remark('甲', '一!B2')]);
  const text = (part: string) => strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());
  expect(text(VML)).toContain('<x:FmlaMacro>a</x:FmlaMacro>');
  expect(text(VML).match(/ObjectType="Note"/g)).toHaveLength(2);
  expect(text(VML)).toContain('data="1,2,3"');
  expect(text('xl/comments1.xml')).toContain('xr:uid="{1}"><text><r><rPr><b/></rPr><t>请看</t></r></text></comment>');
  expect(text(SHEET)).toContain('r:id="rId7"');
  expect(await remarksIn(bytes)).toEqual({ '一!0,0': ['王某', '请看'], '一!1,1': ['nianbao', '甲'] });
  const cleared = unzipSync(annotateBook(bytes, 'a.xlsx', []));
  expect(strFromU8(cleared[VML] ?? new Uint8Array())).toContain('ObjectType="Button"');
});

test('a thread of remarks keeps its cell: what a check says stands beside it', async () => {
  const bytes = annotateBook(await withButton('tc={1}'), 'a.xlsx', [remark('甲')]);
  expect(await remarksIn(bytes)).toEqual({ '一!0,0': ['tc={1}', '请看'], '一!0,1': ['nianbao', '（A1）甲'] });
});

test('a button on a sheet without remarks stays when those of a check go', async () => {
  const bytes = annotateBook(await withButton('nianbao'), 'a.xlsx', []);
  const parts = unzipSync(bytes);
  expect(strFromU8(parts[VML] ?? new Uint8Array())).toContain('ObjectType="Button"');
  expect(strFromU8(parts[VML] ?? new Uint8Array())).not.toContain('ObjectType="Note"');
  expect([parts['xl/comments1.xml'], strFromU8(parts[SHEET] ?? new Uint8Array()).includes('rId7')]).toEqual([
    undefined,
    true,
  ]);
});

// Whoever fills in a workbook is told cells and the words of its sheets, not the names of data.

const blank = own.then((bytes) => read(bytes, { name: '填报.xlsx' }));

test('no hint of a rule names data', async () => {
  const { report, locate } = await blank;
  const { rules } = assessReport(report);
  const told = locate(
    rules.map(({ rule: { code, hint } }) => ({ code, severity: 'error', path: [], message: '', hint })),
  );
  const foreign = told.filter(({ hint }) => /[a-z]{2,}/i.test(hint.replace(/\{\{[^}]*\}\}|Word|PDF/g, '')));
  expect(foreign.map(({ hint }) => hint)).toEqual([]);
});

test('findings name cells and titles', async () => {
  const { report, locate } = await blank;
  const told = locate(assessReport(report).findings);
  const hintOf = (code: string, section: string) =>
    told.find((one) => one.code === code && one.path.includes(section))?.hint;
  expect(hintOf('cell/blank', 'requests')).toContain('在表上方选“空格都是 0”');
  expect(hintOf('fees/missing', 'other')).toMatch(
    /^写明收了多少，没有收取的也写明；填写“信息处理费.*”（基本情况!B\d+），或写在“六、其他需要报告的事项”（文字!B\d+）里$/,
  );
  expect(hintOf('template/empty', 'problems')).toMatch(/在“没有这一部分：五、.*”（文字!B\d+）里写明理由$/);
});

test('what several cells make up stands where the first of them does', async () => {
  const { locate } = await blank;
  const paths = [
    ['facts', 'training'],
    ['facts', 'training', 'sessions'],
    ['agency', 'website'],
    ['agency', 'website', 'name'],
  ];
  const told = locate(paths.map((path) => ({ code: 'facts/unused', severity: 'note', path, message: '', hint: '' })));
  const [training, sessions, website, name] = told.map(({ place }) => place);
  expect([training, website]).toEqual([sessions, name]);
  expect(training).toMatchObject({ at: expect.stringMatching(/^基本情况!B\d+$/) });
});

test('a waiver names its place by the cell', async () => {
  const { report, locate } = await blank;
  const [blankTable] = locate(assessReport(report).findings);
  const at = blankTable?.places?.[0]?.place;
  if (at === undefined || !('at' in at)) throw new Error('no cell');
  const { report: found } = await readChanged(await own, {}, (book) => {
    const sheet = book.sheets.find(({ name }) => name === '基本情况');
    const row = sheet?.rows[sheet.rows.findLastIndex((cells) => cells.includes('理由')) + 1];
    row?.splice(1, 3, '本级没有', 'cell/blank', at.at.replace('!', '！'));
  });
  expect(found.waivers).toEqual([
    { reason: '本级没有', rule: 'cell/blank', path: blankTable?.places?.[0]?.path.join('.') },
  ]);
});
