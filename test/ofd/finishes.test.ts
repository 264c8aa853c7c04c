import { describe, expect, test } from '@jest/globals';
import { composeReport, makeFile, ReportError, renderDocument, renderReport, toDocx } from '../../src/index.js';
import { openDocx } from '../readers/docx-package.mjs';
import { openOfd } from '../readers/ofd-pages.mjs';
import { readPdf } from '../readers/pdf-content.mjs';
import { descendants } from '../readers/xml.mjs';
import { reportNamed, seal } from './files.js';

// Files for archives, and files that a signing service will seal.

const { report } = reportNamed('2021/annotated.json');
const archive = { format: 'ofd', ofd: { archive: true } } as const;
const room = { width: 42 };

/** What is wrong with a call. */
const faults = async (made: Promise<unknown>) => {
  const error = await made.catch((thrown: unknown) => thrown);
  return error instanceof ReportError ? error.diagnostics.map(({ code, message }) => [code, message]) : error;
};

describe('for an archive', () => {
  test('nothing but pages, fonts and outline, and the pages are those of any other file', async () => {
    const { bytes } = await makeFile(report, archive);
    const [file, plain] = [openOfd(bytes), openOfd(await renderReport(report, { format: 'ofd' }))];
    expect(plain.names.filter((name) => !file.names.includes(name)).toSorted()).toEqual([
      'Doc_0/Annots/Annotations.xml',
      'Doc_0/Annots/Page_1.xml',
    ]);
    expect(file.names.filter((name) => !plain.names.includes(name))).toEqual([]);
    for (const { name } of file.pages) expect(file.parts[name]).toEqual(plain.parts[name]);
    const [kept, left] = [file, plain].map(({ document }) =>
      ['ofd:VPreferences', 'ofd:Annotations', 'ofd:Outlines', 'ofd:Goto', 'ofd:URI'].map(
        (name) => descendants(document, name).length > 0,
      ),
    );
    expect([kept, left]).toEqual([
      [false, false, true, true, false],
      [true, true, true, true, false],
    ]);
  });

  test('data are left out, and told; of other attachments TXT and XML are kept', async () => {
    const { bytes, findings } = await makeFile(report, { ...archive, attachData: true });
    expect(openOfd(bytes).names.filter((name) => name.includes('Attachs'))).toEqual([]);
    expect(findings).toMatchObject([
      { code: 'attach/left-out', severity: 'note', found: expect.stringContaining('report.json、disclosure.csv') },
    ]);
    const attached = ['说明.TXT', '数据.xml', '照片.png', 'README', '表.xml.exe'].map((name) => ({
      ...{ name, mime: 'text/plain', description: name },
      bytes: new Uint8Array([65]),
    }));
    const { names, xml } = openOfd(await renderDocument(composeReport(report), archive, attached));
    const listed = descendants(xml('Doc_0/Attachs/Attachments.xml'), 'ofd:Attachment');
    expect(listed.map(({ attributes: { Name, Format } }) => `${Name}.${Format}`)).toEqual(['说明.TXT', '数据.xml']);
    expect(names.filter((name) => name.includes('Attachs/File'))).toHaveLength(2);
  });

  test('no picture of a seal, and it is said why; other formats take it', async () => {
    expect(await faults(renderReport(report, { ...archive, seal }))).toEqual([
      ['usage/argument', expect.stringContaining('图片不是电子印章')],
    ]);
    expect(await faults(renderReport(report, { ...archive, format: 'docx', seal }))).toBeInstanceOf(Uint8Array);
  });
});

describe('room for a seal', () => {
  test('is where a seal would be drawn, in PDF and OFD alike, and nothing is drawn in it', async () => {
    const [ofd, pdf] = [
      await makeFile(report, { format: 'ofd', sealPlace: room }),
      await makeFile(report, { format: 'pdf', sealPlace: room }),
    ];
    const drawn = openOfd(await renderReport(report, { format: 'ofd', seal }));
    const page = drawn.pages.findIndex(({ root }) => descendants(root, 'ofd:ImageObject').length > 0);
    const [image] = drawn.pages.flatMap(({ root }) => descendants(root, 'ofd:ImageObject'));
    const [x = 0, y = 0, width = 0, height = 0] = (image?.attributes.Boundary ?? '').split(' ').map(Number);
    expect(ofd.sealPlace?.page).toBe(page + 1);
    for (const [found, expected] of [
      [ofd.sealPlace?.x, x],
      [ofd.sealPlace?.y, y],
      [ofd.sealPlace?.width, width],
      [ofd.sealPlace?.height, height],
    ])
      expect(found).toBeCloseTo(expected ?? 0, 2);
    expect(pdf.sealPlace).toEqual(ofd.sealPlace);
    expect([ofd.pages, pdf.pages]).toEqual([drawn.pages.length, drawn.pages.length]);
    const { pages, names } = openOfd(ofd.bytes);
    expect(names.filter((name) => /png$|DocumentRes/.test(name))).toEqual([]);
    const texts = (all: typeof pages) => all.map(({ root }) => descendants(root, 'ofd:TextCode'));
    expect(texts(pages)).toEqual(texts(drawn.pages));
    // Its reader knows no pictures, and throws at one.
    expect(readPdf(pdf.bytes).pages).toHaveLength(drawn.pages.length);
  });

  test('is in a Word file as well, where nobody knows the page', async () => {
    const { pages, sealPlace, bytes } = await makeFile(report, { format: 'docx', sealPlace: room });
    expect([pages, sealPlace]).toEqual([undefined, undefined]);
    const styles = (file: Uint8Array) => openDocx(file).text('word/styles.xml');
    expect(styles(bytes)).toEqual(styles(await toDocx(report, { seal })));
    expect(openDocx(bytes).names.filter((name) => name.includes('media'))).toEqual([]);
  });

  test('and a seal are not both asked for; it needs a sign-off and a size', async () => {
    expect(await faults(renderReport(report, { format: 'pdf', seal, sealPlace: room }))).toEqual([
      ['usage/argument', '印章图片和留给签章的位置不能一起要'],
    ]);
    const { signoff: _, ...unsigned } = report as { signoff?: unknown } & typeof report;
    expect(await faults(renderReport(unsigned as typeof report, { format: 'ofd', sealPlace: room }))).toEqual([
      ['seal/no-signoff', expect.any(String)],
    ]);
    for (const width of [0, -1, Number.NaN, 1001])
      expect(await faults(renderReport(report, { format: 'ofd', sealPlace: { width } }))).toEqual([
        ['usage/argument', '印章的宽度不对'],
      ]);
  });
});
