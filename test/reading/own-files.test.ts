import { describe, expect, test } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { madeReport } from '../../proofs/made-reports.mjs';
import { type AnyReport, parseReport, read, toDocx } from '../../src/index.js';
import { formProject } from '../forms/form-project.js';
import { reports } from '../render/reports.js';
import { shownBy } from './shown.js';

// A Word file that nianbao made reads back as what it shows; with its data, as the report itself.

const reading = async (bytes: Uint8Array) => read(bytes, { name: '年报.docx' });

/** The file after somebody has changed its text in Word. */
function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const xml = new TextDecoder().decode(files['word/document.xml']);
  return zipSync({ ...files, 'word/document.xml': strToU8(change(xml)) });
}

describe('without its data, a Word file gives every cell and every sentence', () => {
  // The others have the same parts.
  const fewer = reports.filter(({ name }) => !name.includes('suqian'));
  test.each(fewer.map(({ name, report }) => [name, report as AnyReport] as const))('%s', async (_, report) => {
    const { report: found, losses } = await reading(await toDocx(report));
    expect(losses).toEqual([]);
    expect(shownBy(found, report)).toEqual(shownBy(report));
  });

  test('reports made by chance', async () => {
    for (let seed = 1; seed <= 3; seed++) {
      const report = parseReport(madeReport(seed));
      const { report: found, losses } = await reading(await toDocx(report));
      expect({ seed, losses }).toEqual({ seed, losses: [] });
      expect(shownBy(found)).toEqual(shownBy(report));
    }
  });
});

describe('with its data', () => {
  const [{ report }] = reports as unknown as readonly [{ readonly report: AnyReport }];

  test('a Word file gives the report itself, waivers and all', async () => {
    for (const one of reports.slice(0, 2)) {
      const { report: found, losses } = await reading(await toDocx(one.report, { attachData: true }));
      expect(JSON.stringify(found)).toBe(JSON.stringify(one.report));
      expect(losses).toEqual([]);
    }
  });

  test('what is seen wins over the data where they differ, and is told with both', async () => {
    const bytes = await toDocx(report, { attachData: true });
    const { report: found, losses } = await reading(edited(bytes, (xml) => xml.replace('3168.0656', '3168.0666')));
    expect(found).toMatchObject({ disclosure: { procurement: { items: 7 } } });
    expect(JSON.stringify(found)).toContain('3168.0666');
    expect(losses).toMatchObject([
      {
        code: 'read/doubtful',
        path: ['disclosure', 'procurement', 'amount'],
        place: { file: '年报.docx', at: expect.stringMatching(/^第\d+段后的表，第18行第3列$/) },
        found: expect.stringContaining('3168.0666'),
      },
    ]);
    expect(found.waivers).toEqual(report.waivers);
  });

  test('data that are damaged are told, and the text is read', async () => {
    const files = unzipSync(await toDocx(report, { attachData: true }));
    const [name = ''] = Object.keys(files).filter((part) => /customXml\/item\d+\.xml$/.test(part));
    const broken = new TextDecoder().decode(files[name]).replace('&quot;edition&quot;', '');
    const { report: found, losses } = await reading(zipSync({ ...files, [name]: strToU8(broken) }));
    expect(losses.map(({ code }) => code)).toEqual(['read/doubtful']);
    expect(shownBy(found, report)).toEqual(shownBy(report));
  });
});

test('a report of another form reads with that form, and with no code of its own', () => {
  const { nianbao, remove } = formProject();
  const options = ['--form', 'form.mjs', '--templates', 'templates'];
  expect(nianbao('render', 'report.yaml', '-f', 'docx', '-o', '热线.docx', ...options)).toMatchObject({ code: 0 });
  expect(nianbao('read', '热线.docx', '-o', '热线.yaml', ...options)).toMatchObject({ code: 0, stderr: '' });
  const [made, read] = ['report.yaml', '热线.yaml'].map((file) => nianbao('outline', file, ...options).stdout);
  expect(read).toBe(made);
  remove();
});
