// node script.mjs report.json: report.pdf and report.docx, beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { checkReport, formatDiagnostic, readReport, toDocx, toPdf } from 'nianbao';

const file = process.argv[2] ?? 'report.json';
const base = file.replace(/\.\w+$/, '');
const { report, locate } = readReport(readFileSync(file, 'utf8'), file);
for (const finding of locate(checkReport(report))) console.error(formatDiagnostic(finding));
writeFileSync(`${base}.pdf`, await toPdf(report));
writeFileSync(`${base}.docx`, await toDocx(report));
