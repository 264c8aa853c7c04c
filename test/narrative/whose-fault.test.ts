import { describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { checkReport, type Diagnostic, kindOf, readReport } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { minimal } from '../input/example.js';
import { faults, placedIn } from './write.js';

/** The template problems of a file, located in it. */
function inFile(text: string, name: string): readonly Diagnostic[] {
  const { report, locate } = readReport(text, name);
  return locate(checkReport(report).filter(({ code }) => code.startsWith('template/')));
}

/** What the file has at the place of a problem. */
function pointedAt(text: string, { place }: Diagnostic): string {
  return (text.split('\n')[(place?.line ?? 0) - 1] ?? '').slice((place?.column ?? 0) - 1, (place?.column ?? 0) + 5);
}

test('a text of the report is the report’s fault, and names the paragraph', () => {
  const found = faults(['甲。', '乙{{yaer}}。\n丙{{summ 1}}。', '丁{{agency.fax}}。']);
  expect(found.map(kindOf)).toEqual(['report', 'report']);
  expect(found.map(placedIn)).toEqual([
    'template/unknown-variable narrative.overview[1]:1:4',
    'template/unknown-helper narrative.overview[1]:2:2',
  ]);
  expect(found[0]?.path).toEqual(['narrative', 'overview', 1]);
  expect(faults('甲。\n乙{{yaer}}。').map(placedIn)).toEqual(['template/unknown-variable narrative.overview:2:4']);
});

describe('its place in the file is that of the character', () => {
  const texts = ['第一段“引”\\n，\t\u{20000}{{yaer}}。', "it's {{yaer}}\n两行{{yaer}}，"];

  test('in JSON, whatever is escaped', () => {
    const plain = JSON.stringify(minimal({ narrative: { overview: texts } }), null, 2);
    const escaped = plain.replaceAll('一', '\\u4e00').replaceAll('\u{20000}', '\\ud840\\udc00');
    for (const text of [plain, escaped]) {
      const found = inFile(text, 'report.json');
      expect(found).toHaveLength(3);
      for (const problem of found) expect(pointedAt(text, problem)).toBe('yaer}}');
    }
  });

  test.each(['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const)(
    'in YAML, %s',
    (defaultStringType) => {
      const report = minimal({ narrative: { overview: ['　第一段\n\n  有{{yaer}}\n又{{yaer}}，', '末{{yaer}}'] } });
      const text = stringify(report, { defaultStringType, defaultKeyType: 'PLAIN', lineWidth: 40 });
      const found = inFile(text, 'report.yaml');
      expect(found).toHaveLength(3);
      for (const problem of found) expect(pointedAt(text, problem)).toBe('yaer}}');
    },
  );

  test('for any text before it', () => {
    const before = fc.string({
      unit: fc.constantFrom('甲', ' ', '\n', '"', "'", '\\', '\t', 'é', '\u{20000}', ':', '#'),
    });
    fc.assert(
      fc.property(before, fc.boolean(), (typed, isJson) => {
        const report = minimal({ narrative: { overview: `甲${typed}{{yaer}}` } });
        const text = isJson ? JSON.stringify(report, null, 1) : stringify(report);
        const [found] = inFile(text, isJson ? 'report.json' : 'report.yaml');
        // A backslash before the braces is Handlebars' way to print them.
        if (typed.endsWith('\\')) return;
        expect(found && pointedAt(text, found)).toBe('yaer}}');
      }),
      { numRuns: 150 },
    );
  });
});
