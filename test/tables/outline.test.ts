import { expect, test } from '@jest/globals';
import { composeReport, outlineDocument } from '../../src/index.js';
import { goodFixtures, readFixture } from '../input/example.js';
import { coverage } from './grids.js';

test.each(['2019/yinchuan-2020.json', '2021/huaian-2024.yaml'])('the whole document of %s', (path) => {
  expect(outlineDocument(composeReport(readFixture(path)))).toMatchSnapshot();
});

test.each(goodFixtures)('every table of %s covers each slot of its grid exactly once', (path) => {
  const tables = composeReport(readFixture(path)).blocks.filter((block) => block.kind === 'table');
  expect(tables.length).toBeGreaterThanOrEqual(3);
  for (const table of tables) {
    expect(coverage(table)).toEqual(new Array(table.rows * table.widths.length).fill(1));
  }
});
