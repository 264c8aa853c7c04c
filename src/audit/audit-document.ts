import { legible, plainHeading, plainParagraph } from '../compose/plain-blocks.js';
import { meaningOf } from '../diagnostics/codes.js';
import { severityWord } from '../diagnostics/problem-text.js';
import type { Block, Document } from '../model/document.js';
import { PROGRAM } from '../model/program.js';
import { furtherTable } from '../table/further.js';
import type { AgencyRow, Audit } from './audit.js';
import type { AuditedReport, AuditFinding } from './audited-report.js';
import {
  AUDIT_TITLE,
  countsById,
  GRADE_WORDS,
  missingYears,
  type NamesById,
  namesById,
  reasonsOf,
  shortCounts,
  spanOf,
  summaryLines,
  tellingOf,
  whoseReport,
} from './words.js';

/** Years that stand side by side in a table: more are too narrow to be read. */
const BESIDE = 6;

/** The table of agencies and years, in pieces of a few years. */
function matrixTables(audit: Audit): readonly Block[] {
  const { agencies, years } = audit;
  const counts = countsById(audit);
  const told = ({ years: own }: AgencyRow, year: number): string => {
    const cell = own.find((one) => one.year === year);
    if (cell === undefined) return '—';
    const marks = cell.ids.map((id) => shortCounts(counts.get(id)));
    return marks.join('\n') || GRADE_WORDS[cell.grade];
  };
  const pieces = Array.from({ length: Math.ceil(years.length / BESIDE) }, (_, i) =>
    years.slice(i * BESIDE, (i + 1) * BESIDE),
  );
  return pieces.map((piece) =>
    furtherTable(
      {
        caption: `各机关各年度的情况（${spanOf({ years: piece })}）`,
        stubhead: '机关',
        columns: piece.map((year) => ({ label: `${year}年`, width: 5 })),
        rows: agencies.map((row) => ({
          label: legible(row.isListed ? row.agency : `${row.agency}（不在名单上）`),
          values: piece.map((year) => told(row, year)),
        })),
      },
      [],
    ),
  );
}

/** A fact that ends a sentence of its own, and is followed by others. */
const withoutStop = (fact: string): string => fact.replace(/。$/u, '');

function findingBlocks(finding: AuditFinding, i: number): readonly Block[] {
  const { found, expected, hint, place, code, formula, waived, related = [] } = finding;
  const facts = [
    found === undefined ? '' : `实际：${found}`,
    expected === undefined ? '' : `应为：${expected}`,
    related.length === 0 ? '' : `有关：${related.map((one) => one.message).join('；')}`,
    waived === undefined ? `处理：${hint}` : `豁免理由：${waived}`,
    place === undefined ? '' : `位置：${place}`,
    `规则：${formula ?? meaningOf(code) ?? code}`,
  ].filter((fact) => fact !== '');
  return [
    plainParagraph(`${i + 1}.【${severityWord(finding)}】${tellingOf(finding)}`),
    plainParagraph(`${facts.map(withoutStop).join('；').replaceAll('\n', ' ')}。`),
  ];
}

function reportBlocks(report: AuditedReport, names: NamesById): readonly Block[] {
  const { year, id, counts, findings } = report;
  return [
    plainHeading(`${whoseReport(report, names)}${year}年：${shortCounts(counts)}`, 2),
    { ...plainParagraph(`文件：${id}`), keepsNext: true },
    ...findings.flatMap(findingBlocks),
  ];
}

/** A part of the document with its heading; nothing if there is nothing in it. */
const part = (heading: string, blocks: readonly Block[]): readonly (readonly [string, readonly Block[]])[] =>
  blocks.length === 0 ? [] : [[heading, blocks]];

const NUMERALS = '一二三四五六七八';

/** An audit as a document, to be handed round on paper: in the formats and the look of a report. */
export function composeAudit(audit: Audit): Document {
  const { unread, repeated, reports } = audit;
  const told = reports.filter(({ findings }) => findings.length > 0);
  const names = namesById(audit);
  const parts = [
    ...part(
      '结论',
      summaryLines(audit).map((line) => plainParagraph(`${line}。`.replaceAll(' ', ''))),
    ),
    ...part('各机关各年度', audit.agencies.length === 0 ? [] : matrixTables(audit)),
    ...part(
      '缺报',
      missingYears(audit).map(({ agency, words }) => plainParagraph(`${agency}${words.replace(' ', '')}。`)),
    ),
    ...part(
      '没能读入的文件',
      unread.map((one) =>
        plainParagraph(
          `${one.id}：${reasonsOf(one)
            .join('；')
            .replace(/(?<!\s)\s*\n\s*/gu, '；')}。`,
        ),
      ),
    ),
    ...part(
      '交了不止一份',
      repeated.map(({ agency, year, ids, isSame }) =>
        plainParagraph(`${agency}${year}年，内容${isSame ? '相同' : '不同'}：${ids.join('、')}。`),
      ),
    ),
    ...part(
      '逐份报告',
      told.length === 0 ? [plainParagraph('没有发现问题。')] : told.flatMap((report) => reportBlocks(report, names)),
    ),
  ];
  const words = ['政府信息公开工作', '年度报告', '审核结果'];
  return {
    meta: {
      title: AUDIT_TITLE,
      author: PROGRAM,
      subject: '审核结果',
      keywords: ['政府信息公开', '年度报告', '审核结果'],
      language: 'zh-CN',
    },
    blocks: [
      { kind: 'title', lines: [[words]], path: [] },
      ...parts.flatMap(([heading, blocks], i) => [plainHeading(`${NUMERALS[i]}、${heading}`), ...blocks]),
    ],
  };
}
