import { parseReport, type ReportError } from '../../src/index.js';
import { minimal } from './minimal.js';

function problemsOf(changes: { readonly [path: string]: unknown }) {
  try {
    parseReport(minimal(changes));
    return [];
  } catch (error) {
    return (error as ReportError).diagnostics;
  }
}

test('rows of another edition are told as such', () => {
  expect(problemsOf({ 'disclosure.procurement.items': 7 })).toMatchObject([
    {
      code: 'shape/unknown-key',
      path: ['disclosure', 'procurement'],
      hint: expect.stringContaining('这是格式（2019年版）的键'),
    },
  ]);
  expect(
    problemsOf({ edition: '2019', year: 2020, 'requests.disposition.otherwise.feeUnpaid.total': 0 }),
  ).toMatchObject([{ code: 'shape/unknown-key', hint: expect.stringContaining('这是格式（2021年版）的键') }]);
});

test('a key of no edition gets the nearest of its own', () => {
  expect(problemsOf({ 'disclosure.licencing.decisions': 7 })).toMatchObject([{ hint: '是不是想写 licensing？' }]);
});

test('problems of last year’s report are told by their place in this one', () => {
  const previous = minimal({ year: 2024, 'requests.recieved': {} });
  expect(problemsOf({ previous })).toMatchObject([{ path: ['previous', 'requests', 'recieved'] }]);
});
