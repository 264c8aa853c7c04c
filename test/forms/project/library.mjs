import { readFileSync, writeFileSync } from 'node:fs';
import {
  blankReport,
  checkReport,
  composeReport,
  parseReport,
  ReportError,
  readReport,
  reportJsonSchema,
  toDocx,
  toPdf,
} from 'nianbao';
import { createPool, renderBatch } from 'nianbao/batch';
import form from './form.mjs';

// All that the library does with a form given by value. Prints what comes of it as JSON; the files lie beside it.

const options = { forms: [form], templates: 'templates' };
const read = (/** @type {string} */ name) => readReport(readFileSync(name, 'utf8'), name, { forms: [form] });
const codes = (/** @type {() => unknown} */ work) => {
  try {
    return [work() && 'done'];
  } catch (error) {
    return error instanceof ReportError ? error.diagnostics.map(({ code }) => code) : [String(error)];
  }
};

const { report } = read('report.yaml');
const wrong = read('wrong.yaml');
writeFileSync('library.pdf', await toPdf(report, options));
writeFileSync('library.docx', await toDocx(report, options));

const county = { ...report, edition: '2021', agency: { name: '示例县示例局' }, signoff: undefined };
const zeros = { disclosure: { fill: 0 }, requests: { fill: 0 }, review: { fill: 0 } };
const narrative = { overview: '无。', problems: '无。', other: '本机关本年度未收取信息处理费。' };
const { edition, year, agency } = county;
const batch = [
  ...['甲县', '乙县', '丙县'].map((id) => ({ id, report: { ...report, agency: { name: `${id}政务服务中心` } } })),
  ...['丁局', '戊局'].map((id) => ({ id, report: { edition, year, agency, narrative, ...zeros } })),
  { id: '己县', report: { ...report, edition: './form.mjs' } },
];
/** @type {Record<string, unknown>} */
const made = {};
for await (const result of renderBatch(batch, { ...options, jobs: 2 })) {
  made[result.id] = result.ok
    ? result.files.map(
        ({ format, bytes }) => `${format} ${/%PDF|PK|<!DO/.exec(Buffer.from(bytes).toString('latin1', 0, 4))}`,
      )
    : result.findings.map(({ code }) => code);
}

const { previous: _, ...alone } = report;
const blank = blankReport({
  edition: form.id,
  year: 2026,
  agency: '示例县政务服务中心',
  previous: alone,
  forms: [form],
});
console.log(
  JSON.stringify({
    right: checkReport(report, options),
    wrong: wrong.locate(checkReport(wrong.report, options)),
    document: composeReport(report, options),
    batch: made,
    blank: { ...blank, parsed: parseReport(blank, { forms: [form] }).edition },
    schema: JSON.stringify(reportJsonSchema({ forms: [form] })).includes('为群众挽回的损失'),
    unloaded: codes(() => parseReport({ ...report })),
    sameId: codes(() => parseReport(report, { forms: [form, { ...form }] })),
    anEdition: codes(() => parseReport(report, { forms: [{ ...form, id: '2021' }] })),
    onThreads: codes(() => createPool({ look: { forms: [form, { ...form }] } })),
  }),
);
