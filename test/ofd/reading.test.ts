import { describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { madeReport } from '../../proofs/made-reports.mjs';
import { type AnyReport, parseReport, ReportError, read, renderReport } from '../../src/index.js';
import { shownBy } from '../reading/shown.js';
import { rendered, reports } from '../render/reports.js';
import { reportNamed } from './files.js';

// An OFD file reads back as what it shows, by the places of its characters; others' files as far as these settle what they mean.

const reading = async (bytes: Uint8Array) => read(bytes, { name: '年报.ofd' });

/** A file after another program has written its parts anew. */
function changed(bytes: Uint8Array, change: (name: string, text: string) => string | undefined): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    const text = name.endsWith('.xml') ? change(name, strFromU8(part)) : undefined;
    return [name, text === undefined ? part : strToU8(text)] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

describe('without its data, a file gives every cell and every sentence', () => {
  test.each(reports)('$name', async (one) => {
    const report = one.report as AnyReport;
    const { report: found, losses } = await reading(await rendered(one, 'ofd'));
    expect(losses).toEqual([]);
    expect(shownBy(found, report)).toEqual(shownBy(report));
  });

  test('reports made by chance', async () => {
    for (const seed of [1, 2]) {
      const report = parseReport(madeReport(seed));
      const { report: found, losses } = await reading(await renderReport(report, { format: 'ofd' }));
      expect({ seed, losses }).toEqual({ seed, losses: [] });
      expect(shownBy(found)).toEqual(shownBy(report));
    }
  });
});

test('letters wider than their size stay in their words', async () => {
  const one = reportNamed('2021/minimal.json').report as AnyReport;
  const overview = ['微信公众号提供Wi-Fi、www、WWW和WMO（№1）的说明，俄文网页ЩШЮЖ同步更新，共公开信息0条。'];
  const report = parseReport({ ...one, narrative: { ...one.narrative, overview } });
  const { report: found } = await reading(await renderReport(report, { format: 'ofd' }));
  expect(found).toMatchObject({ narrative: { overview } });
});

test('with its data, a file gives the report itself', async () => {
  const { report } = reportNamed('2021/huaian-2024.yaml');
  const { report: found, losses } = await reading(await renderReport(report, { format: 'ofd', attachData: true }));
  expect(JSON.stringify(found)).toBe(JSON.stringify(report));
  expect(losses).toEqual([]);
});

describe('as other programs write it', () => {
  const one = reportNamed('2021/minimal.json');
  const expected = shownBy(one.report as AnyReport);

  test('with steps that are repeated, places from the root, and other numbers for the same', async () => {
    const bytes = changed(await rendered(one, 'ofd'), (name, text) => {
      if (name.endsWith('Document.xml')) return text.replaceAll('BaseLoc="Pages/', 'BaseLoc="/Doc_0/Pages/');
      return text.replace(
        /DeltaX="([\d.]+)(?: \1)+"/g,
        (whole, step) => `DeltaX="g ${whole.split(' ').length} ${step}"`,
      );
    });
    const { report, losses } = await reading(bytes);
    expect(losses).toEqual([]);
    expect(shownBy(report)).toEqual(expected);
  });

  test('with every character in an object of its own, scaled by a matrix', async () => {
    const bytes = changed(await rendered(one, 'ofd'), (name, text) =>
      name.endsWith('Content.xml')
        ? text
            .replace(
              /<ofd:TextObject Size="([^"]*)" ([^>]*)><ofd:TextCode X="([^"]*)" Y="([^"]*)"/g,
              (_, size, others, x, y) =>
                `<ofd:TextObject Size="${Number(size) / 2}" ${others} CTM="2 0 0 2 0 0"><ofd:TextCode X="${Number(x) / 2}" Y="${Number(y) / 2}"`,
            )
            .replace(
              /DeltaX="([^"]*)"/g,
              (_, steps) =>
                `DeltaX="${steps
                  .split(' ')
                  .map((step: string) => Number(step) / 2)
                  .join(' ')}"`,
            )
        : undefined,
    );
    expect(strFromU8(unzipSync(bytes)['Doc_0/Pages/Page_0/Content.xml'] ?? new Uint8Array())).toContain('CTM=');
    const { report, losses } = await reading(bytes);
    expect(losses).toEqual([]);
    expect(shownBy(report)).toEqual(expected);
  });

  test('hidden text is told and not read', async () => {
    const bytes = changed(await rendered(one, 'ofd'), (name, text) =>
      name.endsWith('Page_0/Content.xml')
        ? text.replace(
            '</ofd:Layer>',
            '<ofd:TextObject ID="9999" Visible="false" Boundary="20 20 80 8" Font="1" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="5 5 5">内部资料</ofd:TextCode></ofd:TextObject></ofd:Layer>',
          )
        : undefined,
    );
    const { report, losses } = await reading(bytes);
    expect(losses).toMatchObject([{ code: 'read/left-out', found: '内部资料' }]);
    expect(shownBy(report)).toEqual(expected);
  });
});

test('a path of words that are none is passed over', async () => {
  const bytes = changed(await rendered(reportNamed('2021/minimal.json'), 'ofd'), (name, text) =>
    name.endsWith('Content.xml')
      ? text.replace(
          '</ofd:Layer>',
          `${['__proto__', 'valueOf', 'constructor']
            .map(
              (word, i) =>
                `<ofd:PathObject ID="${9990 + i}" Boundary="0 0 9 9"><ofd:AbbreviatedData>${word} 1 2</ofd:AbbreviatedData></ofd:PathObject>`,
            )
            .join('')}</ofd:Layer>`,
        )
      : undefined,
  );
  expect((await reading(bytes)).losses).toEqual([]);
});

test('what is broken is told', async () => {
  const bytes = await rendered(reportNamed('2021/minimal.json'), 'ofd');
  const problem = async (broken: Uint8Array) => {
    const error = await reading(broken).catch((thrown: unknown) => thrown);
    return error instanceof ReportError ? error.diagnostics[0]?.code : error;
  };
  expect(await problem(bytes.subarray(0, bytes.length / 2))).toBe('read/damaged');
  expect(
    await problem(
      changed(bytes, (name, text) =>
        name === 'OFD.xml' ? text.replace(/<ofd:DocRoot>.*?<\/ofd:DocRoot>/, '') : undefined,
      ),
    ),
  ).toBe('read/damaged');
  expect(
    await problem(
      changed(bytes, (name, text) =>
        name.endsWith('Content.xml') ? text.replace(/<ofd:TextObject.*<\/ofd:TextObject>/s, '') : undefined,
      ),
    ),
  ).toBe('read/unsupported');
});
