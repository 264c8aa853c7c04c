import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Declarations that are printed: what reports hold, from their JSON Schema, which has the form's own words, and the codes of rules.

const HEAD =
  '// Printed by `npm run docs` from the definition of the form: what is wrong here is put right there, or in docs/report-types.mjs.\n';

/** What every report holds, whatever its edition. */
const COMMON = ['year', 'agency', 'title', 'addressee', 'signoff', 'waivers'];

/** What is declared by hand, or under the key of another declaration. */
const NAMED = {
  count: 'CountCell',
  signed: 'CountCell',
  amount: 'AmountCell',
};

const pascal = (key) => key.charAt(0).toUpperCase() + key.slice(1);

const quoted = (value) => `'${String(value).replaceAll("'", "\\'")}'`;

/** An example worth a line: a short text. */
function exampleOf({ examples: [example] = [], anyOf }) {
  return typeof example === 'string' && anyOf === undefined && example.length <= 40 ? `如 \`${example}\`` : '';
}

/** The words of a schema as one line of documentation. */
function wordsOf(schema) {
  const words = [schema.title, schema.description, exampleOf(schema)].filter((one) => one !== undefined && one !== '');
  return words.join('。').replaceAll('*/', '*\\/');
}

const indented = (text) => text.replace(/^(?=.)/gm, '  ');

/** A list, with its items in brackets where they are a choice. */
const listOf = (items) => (items.includes(' | ') ? `readonly (${items})[]` : `readonly ${items}[]`);

/** The choices without what stands twice. */
const choiceOf = (types) => [...new Set(types)].join(' | ');

/**
 * Prints types. `nameOf` names the type of a part by where it stands, if it has a name; `fallback` gives the words of a field that has
 * none of its own.
 */
function printer({ nameOf, isComplete = false, fallback = () => '' }) {
  function fieldOf(schema, key, path, isRequired) {
    const words = wordsOf(schema) || fallback(key);
    const type = typeOf(schema, [...path, key]);
    const doc = words === '' ? '' : `/** ${words} */\n`;
    return `${doc}readonly ${key}${isRequired ? '' : '?'}: ${type}${isRequired ? '' : ' | undefined'};`;
  }

  function fieldsOf({ properties, required = [] }, path) {
    return Object.entries(properties)
      .filter(([key]) => !(isComplete && (key === 'fill' || key === 'totals')))
      .map(([key, schema]) => fieldOf(schema, key, path, isComplete || required.includes(key)))
      .join('\n');
  }

  function objectOf(schema, path) {
    if (schema.properties !== undefined) return nameOf(path, schema) ?? `{\n${indented(fieldsOf(schema, path))}\n}`;
    const { additionalProperties = {} } = schema;
    return `{ readonly [name: string]: ${typeOf(additionalProperties, [...path, '*'])} }`;
  }

  function typeOf(schema, path) {
    if (schema.$ref !== undefined) return NAMED[schema.$ref.split('/').at(-1)];
    const known = nameOf(path, schema);
    if (known !== undefined) return known;
    if (schema.anyOf !== undefined) return choiceOf(schema.anyOf.map((one) => typeOf(one, path)));
    if (schema.const !== undefined) return quoted(schema.const);
    if (schema.enum !== undefined) return choiceOf(schema.enum.map(quoted));
    if (Array.isArray(schema.type)) return choiceOf(schema.type.map((type) => typeOf({ type }, path)));
    if (schema.type === 'array') return listOf(typeOf(schema.items, [...path, '[]']));
    if (schema.type === 'object') return objectOf(schema, path);
    return schema.type === 'integer' ? 'number' : (schema.type ?? 'unknown');
  }

  return { typeOf, fieldsOf };
}

const declared = (doc, head, fields) => `/** ${doc} */\nexport interface ${head} {\n${indented(fields)}\n}\n`;

/** The names of objects that all reports have. */
const COMMON_NAMES = {
  agency: 'Agency',
  'agency.website': 'AgencyWebsite',
  signoff: 'Signoff',
  'waivers.[]': 'Waiver',
};

/** The declarations of what reports of all editions hold. */
function commonDeclarations(schema) {
  const { properties, required } = schema;
  const name = (path) => COMMON_NAMES[path.join('.')];
  const { fieldsOf } = printer({ nameOf: name });
  const insides = Object.entries(COMMON_NAMES).map(([path, own]) => {
    const inner = path.split('.').reduce((at, key) => (key === '[]' ? at.items : at.properties[key]), schema);
    const words = inner.title ?? '对一处已知问题的豁免';
    return declared(words, own, fieldsOf(inner, [...path.split('.')]));
  });
  const own = Object.fromEntries(COMMON.map((key) => [key, properties[key]]));
  const whole = declared(
    '各种报告都有的内容',
    'ReportCommon',
    fieldsOf({ properties: own, required: required.filter((key) => COMMON.includes(key)) }, []),
  );
  return `${HEAD}\n${[...insides, whole].join('\n')}`;
}

/** Every object of a table and where it stands. */
function objectsOf(schema, path) {
  if (schema.properties === undefined) return [];
  const inner = Object.entries(schema.properties).flatMap(([key, one]) => objectsOf(one, [...path, key]));
  return [{ path, schema }, ...inner];
}

const bodyOf = ({ properties }) => JSON.stringify(properties);

/** The objects of a table that stand in it several times, by what is in them; each is named after its first place. */
function repeatedIn(table, key, id) {
  const names = new Map();
  const seen = new Map();
  for (const { path, schema } of objectsOf(table, []).slice(1)) {
    const body = bodyOf(schema);
    const first = seen.get(body);
    if (first !== undefined) names.set(body, first);
    else seen.set(body, { name: `${pascal(key)}${id}${path.map(pascal).join('')}`, schema });
  }
  return names;
}

/** The declarations of a statutory table: its whole, and the parts that stand in it several times. */
function tableDeclarations([key, schema], id) {
  const repeated = repeatedIn(schema, key, id);
  const nameOf = (path, one) => (path.length === 0 ? undefined : repeated.get(bodyOf(one))?.name);
  const { fieldsOf } = printer({ nameOf, isComplete: true });
  const parts = [...repeated.values()].map(({ name, schema: part }) =>
    declared(`${schema.title}：同样的一组格`, name, fieldsOf(part, [])),
  );
  return [...parts, declared(wordsOf(schema), `${pascal(key)}${id}`, fieldsOf(schema, []))];
}

const isAmount = ({ anyOf = [] }) => anyOf.some(({ properties = {} }) => 'value' in properties && 'unit' in properties);

/** The type of a text, which may have one after the table beside it. */
function textType({ anyOf = [] }) {
  return anyOf.some(({ type }) => type === 'object') ? 'NarrativeText | TextsAround' : 'NarrativeText';
}

/** The name of what a report of an edition holds at a place, if it is declared by itself. */
function nameAt(path, schema, id) {
  const [first] = path;
  if (path.length === 1 && first === 'previous') return 'AnyReport';
  if (['narrative', 'notes'].includes(first) && path.length === 2) return textType(schema);
  if (first === 'tables' && path.at(-1) === '[]') return 'FurtherTable';
  if (isAmount(schema)) return 'Amount';
  const keys = path.filter((key) => key !== '[]');
  return (
    schema.properties &&
    `${pascal(first === 'tables' ? 'furtherTables' : first)}${id}${keys.slice(1).map(pascal).join('')}`
  );
}

/** The parts of a report that are declared by themselves, the innermost first. */
function partsOf(schema, path) {
  if (schema.anyOf !== undefined || path[0] === 'previous') return [];
  if (schema.type === 'array')
    return path[0] === 'tables'
      ? []
      : partsOf({ title: `${schema.title}：其中一项`, ...schema.items }, [...path, '[]']);
  if (schema.properties === undefined) return [];
  const inner = Object.entries(schema.properties).flatMap(([key, one]) => partsOf(one, [...path, key]));
  return [...inner, { path, schema }];
}

/** The declarations of a report of one edition. */
function editionDeclarations(schema, id) {
  const tables = schema.allOf.flatMap(({ anyOf }) => anyOf[0].required);
  const own = Object.entries(schema.properties)
    .filter(([key]) => !COMMON.includes(key) && key !== '$schema')
    // A parsed report has no facts that are left blank.
    .map(([key, one]) => [key, key === 'facts' ? withoutNull(one) : one]);
  const headingOf = (key) => schema.properties.absent.properties[key]?.title ?? '';
  const { fieldsOf } = printer({ nameOf: (path, one) => nameAt(path, one, id), fallback: headingOf });
  const ofTables = own.filter(([key]) => tables.includes(key)).flatMap((entry) => tableDeclarations(entry, id));
  // As types, not interfaces: these can stand where any keys may.
  const parts = own
    .filter(([key]) => !tables.includes(key))
    .flatMap(([key, one]) => partsOf(one, [key]))
    .map(({ path, schema: part }) => {
      return `/** ${part.title} */\nexport type ${nameAt(path, part, id)} = {\n${indented(fieldsOf(part, path))}\n};\n`;
    });
  const fields = fieldsOf({ properties: Object.fromEntries(own), required: schema.required }, []);
  const report = declared(schema.title, `Report${id} extends ReportCommon`, fields);
  return `${HEAD}\n${IMPORTS}\n\n${[...ofTables, ...parts, report].join('\n')}`;
}

const IMPORTS = `import type { Amount, AmountCell, CountCell } from '../table/data.js';
import type { FurtherTable } from '../table/further.js';
import type { AnyReport, NarrativeText, TextsAround } from './any-report.js';
import type { ReportCommon } from './report-common.js';`;

function withoutNull({ anyOf, ...schema }) {
  return { ...schema, ...anyOf.find(({ type }) => type !== 'null') };
}

/** The declaration of the codes of all rules. */
function ruleCodes(rules) {
  const codes = rules.map(({ code }) => `  | ${quoted(code)}`);
  return `${HEAD}\n/** The rules of the statutory form by their codes, in the order of docs/rules.md. */\nexport type RuleCode =\n${codes.join('\n')};\n`;
}

/**
 * The sources that are printed, by their names in `src/`: what reports hold, and which rules there are.
 *
 * @param schema what `reportJsonSchema` gives of the editions
 */
export function printedTypes({ oneOf: editions }, rules) {
  const files = editions.map((schema) => {
    const id = schema.properties.edition.const;
    return [`report/report-${id}.ts`, editionDeclarations(schema, id)];
  });
  return Object.fromEntries([
    ['report/report-common.ts', commonDeclarations(editions.at(-1))],
    ...files,
    ['rules/rule-code.ts', ruleCodes(rules)],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { reportJsonSchema, rules } = await import('../dist/index.js');
  for (const [name, text] of Object.entries(printedTypes(reportJsonSchema(), rules))) {
    writeFileSync(new URL(`../src/${name}`, import.meta.url), text);
  }
}
