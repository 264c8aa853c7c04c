import { type Diagnostic, formatPath, rules, rulesOf } from '../../index.js';
import type { Checked } from './checked.js';

function result(file: string, problem: Diagnostic) {
  const { code, severity, message, path, place, waived, hint } = problem;
  const region = place && 'line' in place ? { region: { startLine: place.line, startColumn: place.column } } : {};
  return {
    ruleId: code,
    level: severity,
    message: { text: `${message}。${hint}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURI(place?.file ?? file) }, ...region },
        logicalLocations: [{ fullyQualifiedName: formatPath(path) }],
      },
    ],
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
  return `${JSON.stringify(log, null, 2)}\n`;
}
