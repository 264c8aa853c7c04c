import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createPacker } from '../../src/formats/pdf/packing.js';
import { PDFDocument, type Reference } from '../../src/formats/pdf/pdfmake.js';
import { shipped } from '../../src/host/package-files.js';
import { ROOT } from '../readers/fixtures.mjs';
import { loadPdf, operatorsOf } from './clauses/file.mjs';

// What the PDF back end relies on inside pdfmake and pdfkit, which neither of them promises: one test for each. A test that fails
// here says what to look at in src/backends/pdf/engine.ts and pdfmake.ts before the version is raised.

const require = createRequire(import.meta.url);
const pdfmakes = createRequire(require.resolve('pdfmake/js/PDFDocument.js'));

const OPTIONS = {
  ...{ size: [300, 400], pdfVersion: '1.7', lang: 'zh-CN', displayTitle: true },
  ...{ autoFirstPage: false, compress: false, info: { Title: '题', CreationDate: new Date(0) }, font: null },
};

/** A document that notes which of its methods are called. */
class Noting extends PDFDocument {
  calls: string[] = [];
  constructor(options: object = {}) {
    super({}, {}, {}, {}, { ...OPTIONS, ...options } as never, null, () => false);
  }
  override addPage(options: object) {
    this.calls?.push('addPage');
    return super.addPage(options);
  }
  override endOutline() {
    this.calls.push('endOutline');
    super.endOutline();
  }
  override endMarkings() {
    this.calls.push('endMarkings');
    super.endMarkings();
  }
  override endMetadata() {
    this.calls.push('endMetadata');
    super.endMetadata();
  }
  private readonly packer = createPacker();
  readonly pieces: (string | Uint8Array)[] = [];
  override _write(piece: string | Uint8Array) {
    if (this.packer === undefined) return;
    this.pieces.push(piece);
    this.packer.take(piece);
  }
  override _finalize() {
    this.calls.push('_finalize');
    this.push(this.packer.end({ root: this._root.id, info: this._info.id }));
    this.push(null);
  }
}

async function bytesOf(document: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function ended(document: Noting) {
  document.end();
  return loadPdf(await bytesOf(document));
}

function withPage(options: object = {}): Noting {
  const document = new Noting(options);
  document.addPage({ size: [300, 400] });
  return document;
}

test.each([
  ['pdfmake', '0.3.11', () => require.resolve('pdfmake/package.json')],
  ['pdfkit', '0.19.1', () => require.resolve('pdfkit/package.json')],
])('%s is %s, the version that was tried', (_, version, path) => {
  expect(JSON.parse(readFileSync(path(), 'utf8')).version).toBe(version);
});

test('both are pinned, and pdfmake stands on this pdfkit', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  expect([dependencies.pdfmake, devDependencies.pdfkit]).toEqual(['0.3.11', '0.19.1']);
  expect(pdfmakes.resolve('pdfkit')).toBe(require.resolve('pdfkit'));
});

test('the colour profile is that of pdfkit', () => {
  const [ours, theirs] = [shipped('fonts/sRGB.icc'), require.resolve('pdfkit/js/data/sRGB_IEC61966_2_1.icc')];
  expect(readFileSync(ours).equals(readFileSync(theirs))).toBe(true);
});

describe('pdfkit: PDFDocument', () => {
  test('end calls endOutline, endMarkings, endMetadata and _finalize, in this order, so that they can be overridden', async () => {
    const document = withPage();
    await ended(document);
    expect(document.calls).toEqual(['addPage', 'endOutline', 'endMarkings', 'endMetadata', '_finalize']);
  });

  test('the constructor overrides none of these on the document itself', () => {
    const document = withPage();
    for (const name of [
      'end',
      'endOutline',
      'endMarkings',
      'endMetadata',
      '_finalize',
      '_write',
      'addPage',
      'addContent',
      'ref',
    ]) {
      expect([name, Object.hasOwn(document, name)]).toEqual([name, false]);
    }
  });

  test('the head of the file is written before the constructor is done, and nothing else is', () => {
    const heads: (string | Uint8Array)[] = [];
    class Heading extends PDFDocument {
      override _write(piece: string | Uint8Array) {
        heads.push(piece);
        super._write(piece);
      }
    }
    new Heading({}, {}, {}, {}, OPTIONS as never, null, () => false);
    expect(heads).toEqual(['%PDF-1.7', '%\xFF\xFF\xFF\xFF']);
  });

  test('_write is given each object when it is ended, in these pieces', () => {
    const document = withPage();
    const [object, stream] = [document.ref({ A: 1 }), document.ref({})];
    object.end();
    stream.end(Buffer.from('bytes'));
    expect(document.pieces).toEqual([
      ...[`${object.id} 0 obj`, '<<\n/A 1\n>>', 'endobj'],
      ...[`${stream.id} 0 obj`, '<<\n/Length 5\n>>', 'stream', Buffer.from('bytes'), '\nendstream', 'endobj'],
    ]);
  });

  test('_root and _info are the catalogue and the document information', async () => {
    const document = withPage();
    const { catalogue, trailer, get } = await ended(document);
    expect([catalogue.Type, trailer.Root.ref]).toEqual(['/Catalog', document._root.id]);
    expect([get(get(trailer.Info).Title).toString('hex'), trailer.Info.ref]).toEqual(['feff9898', document._info.id]);
  });

  test('_root is the catalogue, written after endMetadata; Names is an object of its own', async () => {
    class Late extends Noting {
      override endMetadata() {
        this._root.data.Late = true;
        this._root.data.Names.data.Later = true;
      }
    }
    const document = new Late();
    document.addPage({ size: [300, 400] });
    const { catalogue, get } = await ended(document);
    expect([catalogue.Late, get(catalogue.Names).Later]).toEqual([true, true]);
  });

  test('page.dictionary is the page, page.annotations its annotations, page.height its height', async () => {
    const document = withPage();
    document.page.dictionary.data.StructParents = 7;
    const area = document.ref({ Type: 'Annot' });
    document.page.annotations.push(area);
    expect(document.page.height).toBe(400);
    area.end();
    const { pages, get } = await ended(document);
    expect([pages[0].StructParents, get(pages[0].Annots[0]).Type]).toEqual([7, '/Annot']);
  });

  test('addContent writes a line of the page', async () => {
    const document = withPage();
    document.addContent('/P <</MCID 0>> BDC').addContent('EMC');
    const { pages, get } = await ended(document);
    expect(operatorsOf(get(pages[0].Contents).bytes).map(({ name }) => name)).toEqual(['cm', 'BDC', 'EMC']);
  });

  test('a page is turned over by addContent once it is the page', () => {
    const added: [page: number, line: string][] = [];
    class Gathering extends Noting {
      override addContent(line: string) {
        added.push([this.page.dictionary.id, line]);
        return this;
      }
    }
    const document = new Gathering();
    document.addPage({ size: [300, 400] });
    const first = document.page.dictionary.id;
    document.addPage({ size: [300, 400] });
    const second = document.page.dictionary.id;
    expect(added).toEqual([
      [first, '1 0 0 -1 0 400 cm'],
      [second, '1 0 0 -1 0 400 cm'],
    ]);
  });

  test('page.xobjects and page.ext_gstates are the pictures and the states of graphics that a page knows', async () => {
    const document = withPage();
    const [image, state] = [document.ref({ Subtype: 'Image' }), document.ref({ BM: 'Multiply' })];
    document.page.xobjects.I7 = image;
    document.page.ext_gstates.G8 = state;
    for (const object of [image, state]) object.end();
    const { pages, get } = await ended(document);
    const resources = get(pages[0].Resources);
    expect([get(resources.XObject.I7).Subtype, get(resources.ExtGState.G8).BM]).toEqual(['/Image', '/Multiply']);
  });

  test('page.write adds to the page’s stream, page.fonts to the fonts it may set', async () => {
    const document = withPage();
    document.page.write(Buffer.from('/P <</MCID 0>> BDC\nEMC'));
    const font = document.ref({ Type: 'Font' });
    document.page.fonts.F7 = font;
    font.end();
    const { id } = document.page.content;
    const { pages, get } = await ended(document);
    expect(pages[0].Contents.ref).toBe(id);
    expect(operatorsOf(get(pages[0].Contents).bytes).map(({ name }) => name)).toEqual(['cm', 'BDC', 'EMC']);
    expect(get(get(pages[0].Resources).Font.F7).Type).toBe('/Font');
  });

  test('bytes given to page.write are the whole stream, if nothing else was, and its filter is ours to name', () => {
    class Deflating extends Noting {
      override addContent() {
        return this;
      }
    }
    const document = new Deflating();
    document.addPage({ size: [300, 400] });
    document.page.write(Buffer.from('deflated'));
    document.page.content.data.Filter = 'FlateDecode';
    document.end();
    const at = document.pieces.indexOf(`${document.page.content.id} 0 obj`);
    expect(document.pieces.slice(at + 1, at + 4)).toEqual([
      '<<\n/Length 8\n/Filter /FlateDecode\n>>',
      'stream',
      Buffer.from('deflated'),
    ]);
  });

  test('ref makes an object that is written when it is ended, with what its data are then; as a stream if given bytes', async () => {
    const document = withPage();
    const [object, stream] = [document.ref({ A: 1 }), document.ref({})];
    object.data.B = [new String('文'), 'Name', Buffer.from('ab'), new Date(0), { C: true }];
    document._root.data.Object = object;
    document._root.data.Stream = stream;
    object.end();
    stream.end(Buffer.from('bytes'));
    const { catalogue, get } = await ended(document);
    const [text, ...others] = get(catalogue.Object).B;
    expect(text.toString('hex')).toBe('feff6587');
    expect(others.map((value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : value))).toEqual([
      '/Name',
      'ab',
      'D:19700101000000Z',
      { C: true },
    ]);
    expect(get(catalogue.Stream).bytes.toString()).toBe('bytes');
  });

  test('an object counts as written by _refEnd, and is then given to nobody', async () => {
    class Own extends Noting {
      override endMarkings() {
        this._root.data.Own = this.ref();
        this._refEnd(this._root.data.Own as Reference);
      }
    }
    const document = new Own();
    document.addPage({ size: [300, 400] });
    document.end();
    expect(document.calls.at(-1)).toBe('_finalize');
    expect(document.pieces).not.toContain(`${(document._root.data.Own as Reference).id} 0 obj`);
  });

  test('outline.dictionary is the outline’s root and waits to be ended', async () => {
    class Outlined extends Noting {
      override endOutline() {
        this.outline.dictionary.data.Mine = true;
        this.outline.dictionary.end();
        this._root.data.Outlines = this.outline.dictionary;
      }
    }
    const document = new Outlined();
    document.addPage({ size: [300, 400] });
    const { catalogue, get } = await ended(document);
    expect(get(catalogue.Outlines)).toEqual({ Mine: true });
  });

  test('a stream keeps its bytes and its filter; its length is counted anew, in its place', () => {
    const document = withPage();
    const stream = document.ref({ Length: 0, N: 3, Filter: 'FlateDecode' });
    stream.end(Buffer.from('deflated'));
    const at = document.pieces.indexOf(`${stream.id} 0 obj`);
    expect(document.pieces[at + 1]).toBe('<<\n/Length 8\n/N 3\n/Filter /FlateDecode\n>>');
    expect(document.pieces[at + 3]).toEqual(Buffer.from('deflated'));
  });

  test('its colour profile is the one that files name', () => {
    const profile = readFileSync(require.resolve('pdfkit/js/data/sRGB_IEC61966_2_1.icc'));
    expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    expect(profile.includes('IEC 61966-2-1 Default RGB Colour Space - sRGB')).toBe(true);
  });
});
