import { readFileSync } from 'node:fs';
import { checkReport, composeReport, documentTexts, ReportError, readReport } from 'nianbao';

/** @typedef {{ template: string, due: string, facts?: object }} Aimed `due`: the code of the problem, or the text that is printed */

const minimal = JSON.parse(readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8'));

/** @template T @param {number} length @param {(i: number) => T} make */
const list = (length, make) => Array.from({ length }, (_, i) => make(i));
const inline = (/** @type {string} */ name, /** @type {string} */ body) => `{{#*inline "${name}"}}${body}{{/inline}}`;
/** Sentences each of which is the one before twice: 10 characters become 10 × 2³⁰. */
const doubled = `${inline('a0', 'xxxxxxxxxx')}${list(30, (i) => inline(`a${i + 1}`, `{{> a${i}}}{{> a${i}}}`)).join('')}{{> a30}}`;
const loops = list(4, (i) => `{{#each ${'../'.repeat(i)}facts.problems}}`).join('');
const many = { problems: list(100, (i) => `问题${i}`) };

/** Templates that a lint may let through, and that print what is not there, another text by another machine, or gigabytes. @type {{ readonly [name: string]: Aimed }} */
export const AIMED = {
  'an unknown helper in a loop over what is no list': {
    template: '{{#each agency}}{{foo 1}}{{/each}}',
    due: 'template/syntax',
  },
  'an unknown helper in a loop': {
    template: '{{#each facts.problems}}{{foo 1}}{{/each}}',
    due: 'template/unknown-helper',
  },
  'a partial in a loop over what is no list': { template: '{{#each agency}}{{> x}}{{/each}}', due: 'template/syntax' },
  'a partial in a report': { template: '{{> x}}', due: 'template/unknown-helper' },
  'sentences that double each other': { template: doubled, due: 'template/unknown-helper' },
  'a decorator': { template: '{{#each facts.problems}}{{* dec}}{{/each}}', due: 'template/unknown-helper' },
  'an inverse block': { template: '{{^year}}x{{/year}}', due: 'template/syntax' },
  'a call in an option': { template: '{{sum 1 2 a=(foo 1)}}', due: 'template/syntax' },
  'a name that all objects have': { template: '{{list facts.channels "constructor"}}', due: 'template/bad-value' },
  'a time in a date': { template: '{{date "2024-12-31T23:30:00Z" "YYYY-MM-DD"}}', due: 'template/bad-value' },
  'a time zone in a date': { template: '{{date signoff.date "Z"}}', due: 'template/bad-value' },
  'ways up by the data': {
    template:
      '{{#each facts.problems}}{{#each ../facts.measures}}{{this}}{{#each ../../facts.measures}}y{{/each}}{{/each}}{{/each}}',
    due: '甲yy丙yy甲yy丙yy',
  },
  exponents: { template: '{{sum "1e1000000" 1}}'.repeat(300), due: 'template/bad-value' },
  'loops in loops': { template: `${loops}{{this}}${'{{/each}}'.repeat(4)}`, due: 'template/too-large', facts: many },
  'loops in loops that print nothing': {
    template: `${loops}${'{{/each}}'.repeat(4)}`,
    due: 'template/too-large',
    facts: many,
  },
  'loops that print long texts': {
    template: `${loops}{{this}}${'{{/each}}'.repeat(4)}`,
    due: 'template/too-large',
    facts: { problems: list(30, () => '问'.repeat(3000)) },
  },
  'lists in loops': {
    template: `${loops}{{list ../../../../facts.problems}}${'{{/each}}'.repeat(4)}`,
    due: 'template/too-large',
    facts: many,
  },
};

const FACTS = { channels: [{ name: '网站', count: 3 }], problems: ['甲', '乙'], measures: ['甲', '丙'] };

/** The report with a template, as somebody hands it in. @param {string} name */
function sourceOf(name) {
  const aimed = AIMED[name];
  if (aimed === undefined) return JSON.stringify(minimal);
  const narrative = { ...minimal.narrative, overview: aimed.template };
  return JSON.stringify({
    ...minimal,
    signoff: { date: '2026-01-15' },
    facts: { ...FACTS, ...aimed.facts },
    narrative,
  });
}

const sources = new Map(['clean', ...Object.keys(AIMED)].map((name) => [name, sourceOf(name)]));

/** Reads and checks a report: the codes of what is found, and the texts if nothing stops them. @param {string} name @returns {string[]} */
export function work(name) {
  try {
    const { report } = readReport(sources.get(name) ?? '', 'a.json');
    const codes = checkReport(report).map(({ code }) => code);
    return codes.some((code) => code.startsWith('template/'))
      ? codes
      : [...codes, ...documentTexts(composeReport(report))];
  } catch (error) {
    if (error instanceof ReportError) return error.diagnostics.map(({ code }) => code);
    throw error;
  }
}
