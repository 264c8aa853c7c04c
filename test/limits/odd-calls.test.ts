import { describe, expect, test } from '@jest/globals';
import { parseAgencies, ReportError, readReport, renderReport, sealFindings } from '../../src/index.js';
import { minimal, minimalReport } from '../input/example.js';

describe('what callers without types hand over is a typed problem', () => {
  const odd: readonly unknown[] = [undefined, null, 5, {}, [], Buffer.from('名称')];

  test.each(odd)('a list of agencies: %j', (text) => {
    expect(() => parseAgencies(text as string, 'list.csv')).toThrow(ReportError);
  });

  test.each([...odd, { image: undefined }, { image: null }, { image: 'x' }])('a seal: %j', async (seal) => {
    await expect(sealFindings(seal as { image: Uint8Array })).rejects.toThrow(ReportError);
  });

  test.each([...odd, 'toString', '__proto__'])('a format: %j', async (format) => {
    const asked = renderReport(minimalReport(), { format: format as 'pdf' });
    await expect(asked).rejects.toMatchObject({ diagnostics: [{ code: 'usage/argument' }] });
  });

  test('a text as bytes is read all the same', () => {
    const bytes = Buffer.from(JSON.stringify(minimal()));
    expect(readReport(bytes as unknown as string, 'a.json').report.year).toBe(2025);
  });
});

describe('a list of agencies without measure', () => {
  const faults = (text: string) => {
    try {
      return parseAgencies(text, 'list.csv').warnings;
    } catch (error) {
      return (error as ReportError).diagnostics;
    }
  };

  test('is refused before it is taken apart', () => {
    expect(faults(`名称\n${'甲局\n'.repeat(700_000)}`)).toMatchObject([{ code: 'read/too-large' }]);
  });

  test.each([
    ['rows that are the same', '甲局,\n'.repeat(5000)],
    ['rows without a name', ',甲局\n'.repeat(5000)],
    ['superiors that are not there', Array.from({ length: 5000 }, (_, i) => `局${i},厅${i}\n`).join('')],
  ])('has no more told of it than one answer holds: %s', (_, rows) => {
    const all = faults(`名称,上级\n${rows}`);
    expect(all).toHaveLength(1001);
    expect(all.at(-1)).toMatchObject({ code: 'findings/more' });
  });

  test.each([
    ['heads', `${'甲'.repeat(50_000)},${'乙,'.repeat(50_000)}`],
    ['a ring', `名称,上级\n${Array.from({ length: 20_000 }, (_, i) => `局${i},局${(i + 1) % 20_000}`).join('\n')}`],
    ['names', `名称\n${`${'甲'.repeat(50_000)}\n`.repeat(2)}`],
    ['a superior', `名称,上级\n甲局,${'乙'.repeat(50_000)}`],
  ])('is told briefly: %s', (_, text) => {
    expect(JSON.stringify(faults(text)).length).toBeLessThan(10_000);
  });

  test('has cells of any number of blank lines', () => {
    expect(parseAgencies(`名称\n"甲${'\n'.repeat(1_900_000)}局"`, 'list.csv').agencies).toMatchObject([
      { name: '甲局' },
    ]);
  });
});
