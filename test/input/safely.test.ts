import { describe, expect, test } from '@jest/globals';
import {
  checkReport,
  composeReport,
  makeFile,
  outlineDocument,
  parseReport,
  ReportError,
  safeParseReport,
  toDocx,
  toHtml,
  toOfd,
  toPdf,
} from '../../src/index.js';
import { minimal, withValue } from './example.js';

// Callers who would rather ask than catch, and callers who forgot to parse.

describe('safeParseReport', () => {
  test('gives what parseReport gives', () => {
    const result = safeParseReport(minimal());
    expect(result).toEqual({ ok: true, report: parseReport(minimal()) });
    expect(result.ok && outlineDocument(composeReport(result.report))).toContain('示例县示例局');
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', '{}'],
    ['a list', []],
    ['an empty object', {}],
    ['an edition that there is not', minimal({ edition: '2023' })],
    ['several faults', withValue(withValue(minimal(), 'yaer', 1), 'requests.received.total', -1)],
    ['cells that are missing', minimal({ review: {} })],
  ])('of %s gives all problems that parseReport throws', (_, raw) => {
    const result = safeParseReport(raw);
    let thrown: unknown;
    try {
      parseReport(raw);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ReportError);
    expect(result).toEqual({ ok: false, diagnostics: (thrown as ReportError).diagnostics });
    expect(!result.ok && result.diagnostics.length).toBeGreaterThan(0);
  });

  test('lets a fault of the program through', () => {
    const options = {
      get forms(): never {
        throw new RangeError('of the caller');
      },
    };
    expect(() => safeParseReport({ edition: '2021' }, options)).toThrow('of the caller');
  });
});

describe('what was not parsed is refused, with what to do', () => {
  const uses: readonly [string, (report: never) => unknown][] = [
    ['toPdf', async (report) => toPdf(report)],
    ['toDocx', async (report) => toDocx(report)],
    ['toHtml', async (report) => toHtml(report)],
    ['toOfd', async (report) => toOfd(report)],
    ['makeFile', async (report) => makeFile(report, { format: 'pdf' })],
    ['checkReport', async (report) => checkReport(report)],
    ['composeReport', async (report) => composeReport(report)],
  ];
  const givens: readonly [string, unknown, string][] = [
    ['a raw report', minimal(), '先读入'],
    ['a promise', Promise.resolve(minimal()), 'await'],
    ['what readReport gives', { report: parseReport(minimal()), locate: () => [] }, 'report'],
    ['a text', '{}', '先读入'],
    ['nothing', undefined, '先读入'],
  ];
  test.each(uses.flatMap(([name, use]) => givens.map((given) => [name, ...given, use] as const)))(
    '%s of %s',
    async (_, __, given, hint, use) => {
      const thrown = await Promise.resolve(use(given as never)).catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(ReportError);
      const { diagnostics } = thrown as ReportError;
      expect(diagnostics).toMatchObject([{ code: 'usage/argument', hint: expect.stringContaining(hint) }]);
    },
  );
});
