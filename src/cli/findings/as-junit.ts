import { escapeXml, XML_DECLARATION } from '../../bytes/xml.js';
import { type Diagnostic, formatDiagnostic, stops } from '../../index.js';
import type { Checked } from './checked.js';

/** An error is a failure; a waived finding is skipped; everything else is output. */
function testcase(file: string, problem: Diagnostic): string {
  const name = `${problem.code} ${problem.message}`;
  const body = stops(problem)
    ? `<failure message="${escapeXml(problem.message)}">${escapeXml(formatDiagnostic(problem))}</failure>`
    : problem.waived !== undefined
      ? `<skipped message="${escapeXml(problem.waived)}"/>`
      : `<system-out>${escapeXml(formatDiagnostic(problem))}</system-out>`;
  return `    <testcase classname="${escapeXml(file)}" name="${escapeXml(name)}">${body}</testcase>`;
}

function suite({ file, problems, rules = [] }: Checked): string {
  const passed = rules.filter(({ failed, waived, passed: times }) => failed + waived === 0 && times > 0);
  const cases = [
    ...problems.map((problem) => testcase(file, problem)),
    ...passed.map(({ code }) => `    <testcase classname="${escapeXml(file)}" name="${code}"/>`),
  ];
  const failures = problems.filter(stops).length;
  const skipped = problems.filter((problem) => problem.waived !== undefined).length;
  const counts = `tests="${cases.length}" failures="${failures}" skipped="${skipped}"`;
  return [`  <testsuite name="${escapeXml(file)}" ${counts}>`, ...cases, '  </testsuite>'].join('\n');
}

/** JUnit XML, which build servers read. */
export function asJunit(all: readonly Checked[]): string {
  return `${XML_DECLARATION}\n<testsuites>\n${all.map(suite).join('\n')}\n</testsuites>\n`;
}
