import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import LayoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import PDFDocumentModule from 'pdfmake/js/PDFDocument.js';
import RendererModule from 'pdfmake/js/Renderer.js';
import { lend } from '../../src/backends/pdf/lean-font.js';
import { shippedFonts } from '../../src/fonts/fonts.js';
import { ROOT } from '../readers/fixtures.mjs';
import { loadPdf, operatorsOf } from './clauses/file.mjs';

// What the PDF back end relies on inside pdfmake, pdfkit and fontkit, which none of them promises: one test for each. A test that
// fails here says what to look at in src/backends/pdf/engine.ts, lean-font.ts and pdfmake.d.ts before the version is raised.

const require = createRequire(import.meta.url);
const pdfmakes = createRequire(require.resolve('pdfmake/js/PDFDocument.js'));
const pdfkits = createRequire(pdfmakes.resolve('pdfkit'));

const OPTIONS = {
  ...{ size: [300, 400], pdfVersion: '1.7', subset: 'PDF/A-2a', lang: 'zh-CN', displayTitle: true },
  ...{ autoFirstPage: false, compress: false, info: { Title: '题', CreationDate: new Date(0) }, font: null },
};
const FILES = {
  existsSync: (name: string) => name === 'song',
  readFileSync: () => lend(shippedFonts.face('song')),
};

/** A document that notes which of its methods are called. */
class Noting extends PDFDocumentModule.default {
  calls: string[] = [];
  constructor(options: object = {}) {
    super({ song: { normal: 'song' } }, {}, {}, {}, { ...OPTIONS, ...options } as never, FILES, () => false);
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
  override _finalize() {
    this.calls.push('_finalize');
    this._id = Buffer.from('0123456789abcdef');
    super._finalize();
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
  ['pdfkit', '0.19.1', () => pdfmakes.resolve('pdfkit/package.json')],
  ['fontkit', '2.0.4', () => pdfkits.resolve('fontkit').replace(/fontkit\/dist.*/, 'fontkit/package.json')],
])('%s is %s, the version that was tried', (_, version, path) => {
  expect(JSON.parse(readFileSync(path(), 'utf8')).version).toBe(version);
});

test('pdfmake is pinned', () => {
  expect(JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).dependencies.pdfmake).toBe('0.3.11');
});

describe('pdfkit: PDFDocument', () => {
  test('end calls endOutline, endMarkings, endMetadata and _finalize, in this order, so that they can be overridden', async () => {
    const document = withPage();
    await ended(document);
    expect(document.calls).toEqual(['addPage', 'endOutline', 'endMarkings', 'endMetadata', '_finalize']);
  });

  test('a subset overrides none of these on the document itself', () => {
    const document = withPage();
    for (const name of ['end', 'endOutline', 'endMarkings', 'endMetadata', '_finalize', 'push', 'addPage', 'ref']) {
      expect([name, Object.hasOwn(document, name)]).toEqual([name, false]);
    }
  });

  test('_id is the identifier in the trailer, read in _finalize', async () => {
    const { trailer } = await ended(withPage());
    expect(trailer.ID.map(String)).toEqual(['0123456789abcdef', '0123456789abcdef']);
  });

  test('all bytes pass through push, and those of the header before the constructor is done', async () => {
    const chunks: Uint8Array[] = [];
    class Pushing extends Noting {
      override push(chunk: Uint8Array | null) {
        if (chunk) chunks.push(chunk);
        return super.push(chunk);
      }
    }
    const document = new Pushing();
    expect(Buffer.concat(chunks).toString('latin1')).toMatch(/^%PDF-1\.7\n/);
    document.addPage({ size: [300, 400] });
    document.end();
    expect(Buffer.concat(chunks).equals(await bytesOf(document))).toBe(true);
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

  test('ref makes an object that is written when it is ended, with what its data are then; as a stream if given bytes', async () => {
    const document = withPage();
    const [object, stream] = [document.ref({ A: 1 }), document.ref({})];
    object.data.B = [new String('文'), 'Name', Buffer.from('ab'), new Date(0), { C: true }];
    document._root.data.Object = object;
    document._root.data.Stream = stream;
    stream.compress = false;
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

  test('a subset brings the colour profile, and for PDF/A-2 no CIDSet', async () => {
    const { catalogue, get, objects } = await ended(withPage());
    expect(get(get(catalogue.OutputIntents)[0]).S).toBe('/GTS_PDFA1');
    expect([...objects.values()].some((object) => object?.CIDSet)).toBe(false);
  });
});

/** What the renderer is given of a definition. */
function rendered(nodes: readonly object[], images: object = {}) {
  const given: [kind: string, item: Record<string, unknown>][] = [];
  class Listening extends RendererModule.default<Noting> {
    override renderLine(line: never, x: number, y: number) {
      given.push(['line', { ...(line as { inlines: object[] }).inlines[0], y }]);
      super.renderLine(line, x, y);
    }
    override renderVector(vector: never) {
      given.push(['vector', { ...(vector as object) }]);
      super.renderVector(vector);
    }
    override renderImage(image: never) {
      given.push(['image', { ...(image as object) }]);
      super.renderImage(image);
    }
  }
  const document = new Noting();
  Object.assign(document, { images });
  const layout = new LayoutBuilderModule.default(
    { width: 300, height: 400, orientation: 'portrait' },
    { left: 0, top: 0, right: 0, bottom: 0 },
    {},
  );
  new Listening(document).renderPages(layout.layoutDocument(nodes, document, {}, {}));
  return { document, given };
}

const text = (...inlines: readonly object[]) => ({
  text: inlines.map((inline) => ({ font: 'song', fontSize: 10, ...inline })),
  noWrap: true,
  preserveLeadingSpaces: true,
  preserveTrailingSpaces: true,
  absolutePosition: { x: 20, y: 30 },
});

describe('pdfmake: LayoutBuilder and Renderer', () => {
  test('keys that pdfmake does not know reach renderLine on inlines, the same objects', () => {
    const note = {};
    const { given } = rendered([text({ text: '一', left: 5, note })]);
    expect(given).toEqual([['line', expect.objectContaining({ text: '一', left: 5, y: 30 })]]);
    expect(given[0]?.[1].note).toBe(note);
  });

  test('and renderVector and renderImage on vectors and images', () => {
    const image = `data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg=='}`;
    const at = { x: 0, y: 0 };
    const { given } = rendered([
      { canvas: [{ type: 'path', d: 'M 0 0 L 1 1 Z', color: '#dedede', mark: 1 }], absolutePosition: at },
      { image, width: 10, height: 10, absolutePosition: at, mark: 2 },
    ]);
    expect(given.map(([kind, { mark }]) => [kind, mark])).toEqual([
      ['vector', 1],
      ['image', 2],
    ]);
  });

  test('a line stands where it is told to, wide or not; its runs where inline.x says', async () => {
    class Placing extends RendererModule.default<Noting> {
      override renderLine(line: { inlines: { x: number }[] }, x: number, y: number) {
        for (const [i, inline] of line.inlines.entries()) inline.x = 100 * i;
        super.renderLine(line as never, x, y);
      }
    }
    const document = new Noting();
    const layout = new LayoutBuilderModule.default(
      { width: 300, height: 400, orientation: 'portrait' },
      { left: 0, top: 0, right: 0, bottom: 0 },
      {},
    );
    const nodes = [text({ text: '一'.repeat(50) }, { text: ' 二 ' })];
    new Placing(document).renderPages(layout.layoutDocument(nodes, document, {}, {}));
    const { pages, get } = await ended(document);
    const places = operatorsOf(get(pages[0].Contents).bytes).filter(({ name }) => name === 'Tm');
    // All faces report an ascent of 0.88.
    expect(places.map(({ operands }) => operands.slice(4))).toEqual([
      [20, 400 - 30 - 8.8],
      [120, 400 - 30 - 8.8],
    ]);
  });

  test('characterSpacing goes after each character of a run, and a run is one operator', async () => {
    const { document } = rendered([text({ text: '一二三', characterSpacing: 1.5 })]);
    const { pages, get } = await ended(document);
    const operators = operatorsOf(get(pages[0].Contents).bytes);
    expect(operators.filter(({ name }) => name === 'Tc').map(({ operands }) => operands)).toEqual([[1.5]]);
    expect(operators.filter(({ name }) => /^T[jJ]$/.test(name))).toHaveLength(1);
  });

  test('pages begin with pageBreak alone, by addPage', () => {
    const { document } = rendered([text({ text: '一' }), { ...text({ text: '二' }), pageBreak: 'before' }]);
    expect(document.calls).toEqual(['addPage', 'addPage']);
  });
});

describe('fontkit', () => {
  const fontkit = pdfkits('fontkit');

  test('create gives what the constructor of a registered format gives, for the very bytes it was asked with', () => {
    const [token, font] = [Buffer.from('a font of ours'), {}];
    fontkit.registerFormat(
      class {
        static probe(bytes: Uint8Array) {
          return bytes === token;
        }
        constructor({ buffer }: { buffer: Uint8Array }) {
          // biome-ignore lint/correctness/noConstructorReturn: this is what is relied on
          return buffer === token ? font : {};
        }
      },
    );
    expect(fontkit.create(token)).toBe(font);
  });

  test('pdfkit asks a font for these and no others', async () => {
    const asked = new Set<string>();
    const known = fontkit.create(lend(shippedFonts.face('song'))) as object;
    const spy = new Proxy(known, {
      get: (target, key) => {
        asked.add(String(key));
        return Reflect.get(target, key);
      },
    });
    const token = Buffer.from('a font that listens');
    fontkit.registerFormat(
      class {
        static probe(bytes: Uint8Array) {
          return bytes === token;
        }
        constructor() {
          // biome-ignore lint/correctness/noConstructorReturn: this is what is relied on
          return spy;
        }
      },
    );
    const document = withPage();
    const { font } = document as unknown as {
      font: (token: Uint8Array) => { text(text: string, x: number, y: number): void };
    };
    font.call(document, token).text('一', 10, 10);
    await ended(document);
    const missing = [...asked].filter((key) => !(key in known));
    expect(missing).toEqual(['OS/2']);
  });
});
