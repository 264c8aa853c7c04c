import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editions } from '../../src/editions/editions.js';
import { parseReport } from '../../src/index.js';
import { prepareTemplate } from '../../src/narrative/template.js';
import { fileSource } from '../../src/narrative/template-source.js';
import { formShape } from '../../src/report/form-shape.js';
import type { Raw } from '../input/example.js';
import { defaultReport } from './random-report.js';
import { randomTemplate } from './random-template.js';
import { reference } from './reference.js';
import { randomData } from './template-data.js';

/** More runs for a longer search: `RUNS=20000 npm test -- like-handlebars`. */
const RUNS = Number(process.env.RUNS ?? 100);
const EDITIONS = ['2019', '2021'] as const;

/** What our own filling gives, in the words of the reference; what the lint says stands for it where it says something. */
function ours(text: string, edition: '2019' | '2021' = '2021'): (data: Raw) => Raw {
  const { problems, fill } = prepareTemplate(fileSource(text, 'a.hbs'), formShape(editions[edition]).seen);
  if (problems.length > 0) return () => problems;
  return (data) => {
    const { figures: _, ...filled } = fill(data);
    const told = filled.problems.map(({ code, message, hint, place }) => {
      return { code, message, hint, line: place?.line, column: place?.column };
    });
    return { text: filled.text, bound: filled.bound, problems: told };
  };
}

describe.each(EDITIONS)('our templates of %s are filled as Handlebars fills them', (edition) => {
  const folder = new URL(`../../templates/${edition}/`, import.meta.url);
  const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const pairs = texts.map((text) => [ours(text, edition), reference(text)] as const);

  test('for any report', () => {
    expect(pairs).toHaveLength(4);
    fc.assert(
      fc.property(defaultReport(edition), (raw) => {
        const data: Raw = parseReport(raw);
        for (const [fill, expected] of pairs) expect(fill(data)).toEqual(expected(data));
      }),
      { numRuns: Math.ceil(RUNS / 20) },
    );
  });
});

/** Whether a template prints a group under a name that hides a variable: that is found without a report, and nothing is filled. */
const printsGroup = (text: string): boolean =>
  prepareTemplate(fileSource(text, 'a.hbs'), formShape(editions[2021]).shape).problems.some(
    ({ code }) => code === 'template/bad-value',
  );

test('any template is filled as Handlebars fills it', () => {
  fc.assert(
    fc.property(randomTemplate, randomData, (text, data) => {
      fc.pre(!printsGroup(text));
      expect(ours(text)(data)).toEqual(reference(text)(data));
    }),
    { numRuns: RUNS },
  );
});
