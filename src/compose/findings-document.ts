import { type Diagnostic, stops } from '../diagnostics/diagnostic.js';
import { formatPath, severityWord } from '../diagnostics/problem-text.js';
import type { Block, Document, Paragraph } from '../model/document.js';
import type { AnyReport } from '../report/report.js';
import type { Assessed, Assessment } from '../rules/assess.js';
import { outcomeOf } from '../rules/rule-counts.js';
import { type FurtherTable, furtherTable } from '../table/further.js';
import { metaOf } from './meta.js';
import { legible, plainHeading, plainParagraph } from './plain-blocks.js';
import { titleLinesOf } from './title-phrases.js';

function findingParagraphs(problem: Diagnostic, i: number): readonly Paragraph[] {
  const { code, message, path, found, expected, waived, formula, basis, hint } = problem;
  const facts = [
    `位置：${formatPath(path)}`,
    found === undefined ? '' : `实际：${found}`,
    expected === undefined ? '' : `应为：${expected}`,
    formula === undefined ? `规则：${code}` : `规则：${formula}（${code}，${basis}）`,
    waived === undefined ? `提示：${hint}` : `豁免理由：${waived}`,
  ].filter((fact) => fact !== '');
  return [
    plainParagraph(`${i + 1}.【${severityWord(problem)}】${message}`, path),
    plainParagraph(`${facts.join('；')}。`, path),
  ];
}

function ruleRow(assessed: Assessed): FurtherTable['rows'][number] {
  const { rule, unassessed } = assessed;
  const { passed, failed, waived } = outcomeOf(assessed);
  return { label: rule.code, values: [rule.formula, passed, failed, waived, unassessed.length] };
}

function rulesTable({ rules }: Assessment): Block {
  return furtherTable(
    {
      caption: '各条规则核对的次数',
      stubhead: '规则',
      columns: [
        { label: '内容', width: 17 },
        { label: '相符', width: 3.2 },
        { label: '不符', width: 3.2 },
        { label: '豁免', width: 3.2 },
        { label: '未核对', width: 4.2 },
      ],
      rows: rules.map(ruleRow),
    },
    [],
  );
}

/**
 * The findings about a report as a document of their own (校验报告), in the same formats. It states what was checked, what
 * failed, what was waived and why, and what could not be assessed.
 */
export function composeFindings(report: AnyReport, assessment: Assessment): Document {
  const { year } = report;
  const agency = legible(report.agency.name);
  const named = { ...report, agency: { ...report.agency, name: agency } };
  const { findings, rules, form } = assessment;
  const kind = `${year}年${form.name}校验报告`;
  const waived = findings.filter((problem) => problem.waived !== undefined).length;
  const errors = findings.filter(stops).length;
  const summary = `共 ${findings.length} 个问题：未豁免的错误 ${errors} 个，已豁免 ${waived} 个，警告和建议 ${findings.length - errors - waived} 个。`;
  const whys = new Set(rules.flatMap(({ rule, unassessed }) => unassessed.map(({ why }) => `${rule.code}：${why}。`)));
  return {
    meta: metaOf(named, {
      title: `${agency}${kind}`,
      subject: '校验报告',
      keywords: [form.topic, '校验报告', `${year}年`],
    }),
    blocks: [
      { kind: 'title', lines: titleLinesOf({ ...named, title: `${agency}${kind}` }, form), path: [] },
      plainHeading('一、结论'),
      plainParagraph(summary.replaceAll(' ', '')),
      plainHeading('二、问题'),
      ...(findings.length === 0 ? [plainParagraph('没有发现问题。')] : findings.flatMap(findingParagraphs)),
      plainHeading('三、未能核对的规则'),
      ...(whys.size === 0 ? [plainParagraph('没有。')] : [...whys].map((why) => plainParagraph(why))),
      plainHeading('四、规则一览'),
      rulesTable(assessment),
    ],
  };
}
