import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import type { Diagnostic } from '../../src/index.js';
import { openDocx } from '../readers/docx-package.mjs';
import { docxTexts } from '../readers/docx-text.mjs';
import { ROOT } from '../readers/fixtures.mjs';
import { comparePages, textsWithoutNumbers } from '../readers/parity.mjs';
import { readPdf } from '../readers/pdf-content.mjs';
import { readWithPdfjs } from '../readers/pdf-js.mjs';
import { formProject } from './form-project.js';

// An office with a standard report of its own, which has nothing but the package.

const { folder, node, remove } = formProject();
afterAll(remove);

const WRONG = [
  'sum/F1 channels.spending.amount',
  'sum/H1 handling.result.total.utilities',
  'sum/H1 handling.result.total.total',
  'sum/M1 satisfaction.app.total',
  'years/K1 handling.carriedOver.total',
  'years/K2 knowledge.guides.valid',
  'text/too-long narrative.summary',
  'privacy/missing narrative.matters',
  'text/figure narrative.summary',
  'text/unbound narrative.summary',
  'text/repeated narrative.shortcomings',
];
const placesOf = (findings: readonly Diagnostic[]) => findings.map(({ code, path }) => `${code} ${path.join('.')}`);
const file = (name: string) => readFileSync(join(folder, name));

describe('the library', () => {
  const { code, stdout, stderr } = node('library.mjs');
  const said = code === 0 ? JSON.parse(stdout) : {};
  const about = (rule: string): Diagnostic => said.wrong.find((one: Diagnostic) => one.code === rule);

  test('has nothing to say of a right report, and all there is of a wrong one', () => {
    expect(stderr).toBe('');
    expect(said.right).toEqual([]);
    expect(placesOf(said.wrong.filter(({ code }: Diagnostic) => code !== 'text/doubled'))).toEqual(WRONG);
  });

  test('in the words of the form', () => {
    expect(about('sum/F1')).toMatchObject({
      severity: 'error',
      label: '合计 · 本年支出金额（单位：万元）',
      formula: '第一张表运行经费：各项之和 = 合计',
      basis: '示政办函〔2024〕12号',
      found: '221.4',
      expected: '221.3',
      facts: { left: '221.3', right: '221.4', difference: '0.1' },
      place: { file: 'wrong.yaml' },
    });
    expect(about('sum/H1').label).toBe('三、（四）小计 · 公共服务企业 + 四、结转下年继续办理 · 公共服务企业');
    expect(about('years/K2').message).toBe('办事指南 · 年末有效 是 619，按上年报告应为 620');
    expect(about('text/too-long').hint).toBe('把细节移到第三部分');
    expect(about('privacy/missing').message).toBe('第七部分没有报告来电人信息保护情况');
    expect(about('text/repeated').message).toBe('第六部分与上年几乎相同');
    expect(about('text/unbound').message).toBe('知识库新增 285 条是手写的');
  });

  test('makes files with the text of the document, no more and no less', async () => {
    const { document } = said;
    const [pdf, docx] = [file('library.pdf'), file('library.docx')];
    const word = (await mammoth.extractRawText({ buffer: docx })).value;
    expect(comparePages(textsWithoutNumbers((await readWithPdfjs(pdf)).pages), document)).toEqual([]);
    expect(comparePages(textsWithoutNumbers(readPdf(pdf).pages), document)).toEqual([]);
    expect(comparePages([word], document)).toEqual([]);
    expect(comparePages([docxTexts(openDocx(docx)).join('\n')], document)).toEqual([]);
  });

  test('renders it on threads, together with an edition', () => {
    const all = ['pdf %PDF', 'docx PK'];
    const unknown = ['edition/unknown'];
    expect(said.batch).toEqual({ 甲县: all, 乙县: all, 丙县: all, 丁局: all, 戊局: all, 己县: unknown });
  });

  test('begins the next year with what this one hands on', () => {
    expect(said.blank.parsed).toBe('rexian-2024');
    expect(said.blank.handling.carriedOver.total).toBe(60);
    expect(said.blank.facts).toEqual({ shortcomings: [], measures: [], hotIssues: [] });
    expect(said.schema).toBe(true);
  });

  test('refuses forms that are not loaded, and two of one id', () => {
    const { unloaded, sameId, anEdition, onThreads } = said;
    expect(unloaded).toEqual(['edition/unknown']);
    for (const codes of [sameId, anEdition, onThreads]) expect(codes).toEqual(['usage/argument']);
  });
});

test('the types know the form', () => {
  const { code, stdout } = node(`${ROOT}node_modules/typescript/bin/tsc`, '-p', '.');
  expect(stdout).toBe('');
  expect(code).toBe(0);
});
