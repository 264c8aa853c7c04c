import { escapeXml, XML_DECLARATION } from '../../bytes/xml.js';
import { visible } from '../../diagnostics/problem-text.js';
import { type Diagnostic, formatDiagnostic, formatPlace, stops } from '../../index.js';
import { type Checked, type Gap, gapsOf } from './checked.js';

/** Text for XML, which has no control characters. */
const xml = (text: string): string => escapeXml(visible(text));

/** A finding in full, with all its places. */
const inFull = (problem: Diagnostic): string =>
  [formatDiagnostic(problem), ...(problem.places ?? []).map((place) => `    ${formatPlace(place)}`)].join('\n');

/** What could not be assessed is skipped, too. */
function skipped(file: string, { code, why, places }: Gap): string {
  const named = places.map(
    (place) => `${formatPlace(place)}${place.waived === undefined ? '' : `，已豁免：${place.waived}`}`,
  );
  const message = `未核对 ${places.length} 处：${why}`;
  const body = `<skipped message="${xml(message)}">${xml(named.join('\n'))}</skipped>`;
  return `    <testcase classname="${xml(file)}" name="${xml(`${code} ${message}`)}">${body}</testcase>`;
}

/** An error is a failure; a waived finding is skipped; everything else is output. */
function testcase(file: string, problem: Diagnostic): string {
  const name = `${problem.code} ${problem.message}`;
  const body = stops(problem)
    ? `<failure message="${xml(problem.message)}">${xml(inFull(problem))}</failure>`
    : problem.waived !== undefined
      ? `<skipped message="${xml(problem.waived)}"/>`
      : `<system-out>${xml(inFull(problem))}</system-out>`;
  return `    <testcase classname="${xml(file)}" name="${xml(name)}">${body}</testcase>`;
}

function suite(checked: Checked): string {
  const { file, problems, rules = [] } = checked;
  const passed = rules.filter(({ failed, waived, passed: times }) => failed + waived === 0 && times > 0);
  const gaps = gapsOf(checked);
  const cases = [
    ...problems.map((problem) => testcase(file, problem)),
    ...gaps.map((gap) => skipped(file, gap)),
    ...passed.map(({ code }) => `    <testcase classname="${xml(file)}" name="${code}"/>`),
  ];
  const failures = problems.filter(stops).length;
  const waived = problems.filter((problem) => problem.waived !== undefined).length;
  const counts = `tests="${cases.length}" failures="${failures}" skipped="${waived + gaps.length}"`;
  return [`  <testsuite name="${xml(file)}" ${counts}>`, ...cases, '  </testsuite>'].join('\n');
}

/** JUnit XML, which build servers read. */
export function asJunit(all: readonly Checked[]): string {
  return `${XML_DECLARATION}\n<testsuites>\n${all.map(suite).join('\n')}\n</testsuites>\n`;
}
