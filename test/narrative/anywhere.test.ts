import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';

// Templates are filled where there is no Node, and where no code may be made of text: in a page, a worker, a strict process.

test('filling templates needs nothing of Node and makes no code', () => {
  const { outputFiles, warnings } = buildSync({
    stdin: {
      contents: `
        import { prepareTemplate } from '../../src/narrative/template.ts';
        import { fileSource } from '../../src/narrative/template-source.ts';
        const shape = { properties: { year: {}, items: { items: {} } } };
        const text = '{{year}}年{{#each items}}{{ordinal @index}}是{{this}}{{/each}}';
        const { problems, fill } = prepareTemplate(fileSource(text, 'a.hbs'), shape);
        written = JSON.stringify([problems, fill({ year: 2024, items: ['甲', '乙'] })]);`,
      resolveDir: new URL('../../src/narrative/', import.meta.url).pathname,
    },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
    logLevel: 'silent',
  });
  const page = { written: '' };
  runInNewContext(outputFiles[0]?.text ?? '', page, { contextCodeGeneration: { strings: false, wasm: false } });
  const bound = [
    [0, 4],
    [5, 6],
    [7, 8],
    [8, 9],
    [10, 11],
  ];
  const figures = [{ value: '2024', paths: [['year']], from: 0, to: 4 }];
  expect(warnings).toEqual([]);
  expect(JSON.parse(page.written)).toEqual([[], { text: '2024年一是甲二是乙', bound, figures, problems: [] }]);
});
