import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { editions } from '../../src/editions/editions.js';
import { parseReport } from '../../src/index.js';
import type { FindSentence } from '../../src/narrative/take-in.js';
import { prepareTemplate } from '../../src/narrative/template.js';
import { fileSource } from '../../src/narrative/template-source.js';
import { formShape } from '../../src/report/form-shape.js';
import { fc } from '../fast-check.js';
import type { Raw } from '../input/example.js';
import { defaultReport } from './random-report.js';
import { randomTemplate } from './random-template.js';
import { reference } from './reference.js';
import { randomData } from './template-data.js';

/** More runs for a longer search: `RUNS=20000 npm test -- like-handlebars`. */
const RUNS = Number(process.env.RUNS ?? 100);
const EDITIONS = ['2019', '2021'] as const;

/** What our own filling gives, in the words of the reference; what the lint says stands for it where it says something. */
function ours(text: string, edition: '2019' | '2021' = '2021', find?: FindSentence): (data: Raw) => Raw {
  const { problems, fill } = prepareTemplate(fileSource(text, 'a.hbs'), formShape(editions[edition]).seen, find);
  if (problems.length > 0) return () => problems;
  return (data) => {
    const { figures: _, ...filled } = fill(data);
    const told = filled.problems.map(({ code, message, hint, place }) => {
      return { code, message, hint, line: place?.line, column: place?.column };
    });
    return { text: filled.text, bound: filled.bound, problems: told };
  };
}

const PARTS = ['preamble', 'overview', 'problems', 'other'];
const templates = fileURLToPath(new URL('../../templates/', import.meta.url));

describe.each(EDITIONS)('our templates of %s are filled as Handlebars fills them', (edition) => {
  const read = (name: string) => ({ file: name, text: readFileSync(`${templates}${edition}/${name}.hbs`, 'utf8') });

  /** A sentence in the place of its name, without ends of lines. */
  const inOne = (text: string): string =>
    text.replace(/\{\{> ([^}]+)\}\}/gu, (_, name) =>
      inOne(read(name).text)
        .trim()
        .replace(/\s*\n\s*/g, ''),
    );

  const pairs = PARTS.map((part) => {
    const { text } = read(part);
    return [ours(text, edition, read), reference(inOne(text))] as const;
  });

  test('for any report', () => {
    fc.assert(
      fc.property(defaultReport(edition), (raw) => {
        const data: Raw = parseReport(raw);
        for (const [fill, expected] of pairs) expect(fill(data)).toEqual(expected(data));
      }),
      { numRuns: Math.ceil(RUNS / 20) },
    );
  });

  test('and every sentence of their folder is taken in somewhere', () => {
    const taken = PARTS.flatMap((part) => {
      const source = fileSource(read(part).text, part);
      return [...prepareTemplate(source, formShape(editions[edition]).seen, read).taken.keys()];
    });
    expect(readdirSync(`${templates}${edition}`).sort()).toEqual(
      [...new Set([...PARTS, ...taken])].map((name) => `${name}.hbs`).sort(),
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
