import { type Diagnostic, formatPath, type PlaceInReport, rules, rulesOf } from '../../index.js';
import { jsonText } from '../json-text.js';
import type { Checked } from './checked.js';

/** A path as a URI: `a#1.json` is not the part 1.json of a. */
const uriOf = (file: string): string =>
  file
    .replaceAll('\\', '/')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/^([A-Za-z])%3A(?=\/)/, '$1:');

function location(file: string, { path, place }: PlaceInReport) {
  const region = place && 'line' in place ? { region: { startLine: place.line, startColumn: place.column } } : {};
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(place?.file ?? file) }, ...region },
    logicalLocations: [{ fullyQualifiedName: formatPath(path) }],
  };
}

function related(file: string, { suspect }: Diagnostic) {
  if (suspect === undefined) return {};
  const text = `很可能错在这里：${suspect.label ?? ''}是 ${suspect.found}，改为 ${suspect.expected} 则有关的合计都相符`;
  return { relatedLocations: [{ ...location(file, suspect), message: { text } }] };
}

function result(file: string, problem: Diagnostic) {
  const { code, severity, message, places, waived, hint } = problem;
  return {
    ruleId: code,
    level: severity,
    message: { text: `${message}。${hint}` },
    locations: (places ?? [problem]).map((place) => location(file, place)),
    ...related(file, problem),
    ...(waived !== undefined && { suppressions: [{ kind: 'inSource', justification: waived }] }),
  };
}

/** SARIF 2.1.0, which code hosts show next to the lines of a file. */
export function asSarif(all: readonly Checked[]): string {
  const known = new Map(rules.map((rule) => [rule.code, rule]));
  for (const rule of all.flatMap(({ form }) => (form ? rulesOf(form) : []))) {
    if (!known.has(rule.code)) known.set(rule.code, rule);
  }
  const run = {
    tool: {
      driver: {
        name: 'nianbao',
        rules: [...known.values()].map(({ code, formula, basis }) => ({
          id: code,
          shortDescription: { text: formula },
          fullDescription: { text: `${formula}（${basis}）` },
        })),
      },
    },
    results: all.flatMap(({ file, problems }) => problems.map((problem) => result(file, problem))),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${jsonText(log, 2)}\n`;
}
