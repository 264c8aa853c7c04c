import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { renderReport, toPdf } from '../../src/index.js';
import { sealPicture } from '../docx/picture.mjs';
import { readWithPdfjs } from '../readers/pdf-js.mjs';
import { linesOf } from '../readers/pdf-lines.mjs';
import { reports } from '../render/reports.js';
import { operatorsOf } from './clauses/file.mjs';
import { bytesOf, extreme, finishes, open, published } from './files.js';

// Drafts, seals and carried data.

const mm = (millimetres: number) => (millimetres * 72) / 25.4;
const AREA_RIGHT = mm(28 + 156);
const PITCH = mm(225) / 22;
const SIZE = 16;

async function operators(fixture: typeof extreme, finish: keyof typeof finishes) {
  const { pages, get } = await open(fixture, finish);
  return pages.map((page) => operatorsOf(get(page.Contents).bytes));
}

/** The first marked content of a page. */
function firstMarked(page: ReturnType<typeof operatorsOf>) {
  return page.slice(
    page.findIndex(({ name }) => name === 'BDC'),
    page.findIndex(({ name }) => name === 'EMC'),
  );
}

describe('a draft', () => {
  test('says so on every page, behind everything', async () => {
    for (const page of await operators(extreme, 'draft')) {
      const [begin, ...mark] = firstMarked(page);
      expect(begin?.operands).toEqual(['/Artifact', { Type: '/Pagination', Subtype: '/Watermark' }]);
      expect(mark.filter(({ name }) => name === 'c').length).toBeGreaterThan(30);
      expect(mark.filter(({ name }) => name === 'f')).toHaveLength(1);
      expect(mark.some(({ name }) => name === 'BT')).toBe(false);
    }
  });

  test('has the text of what is none, at the same places', async () => {
    const [draft, plain] = [await bytesOf(extreme, 'draft'), await bytesOf(extreme)];
    expect((await readWithPdfjs(draft)).pages).toEqual((await readWithPdfjs(plain)).pages);
  });

  test('its mark lies within the page and reaches across it', async () => {
    for (const page of await operators(published, 'draft')) {
      const points = firstMarked(page)
        .filter(({ name }) => /^[mlc]$/.test(name))
        .flatMap(({ operands }) => operands as number[]);
      const [xs, ys] = [points.filter((_, i) => i % 2 === 0), points.filter((_, i) => i % 2 === 1)];
      expect(Math.min(...xs)).toBeGreaterThan(0);
      expect(Math.max(...xs)).toBeLessThan(mm(210));
      expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(mm(120));
      expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(mm(120));
    }
  });
});

/** Where images are drawn: page, and box from the top left corner. */
async function images(fixture: typeof extreme, finish: keyof typeof finishes) {
  const all = await operators(fixture, finish);
  return all.flatMap((page, i) =>
    page.flatMap(({ name }, k) => {
      if (name !== 'Do') return [];
      // The matrix turns the picture upright from its lower left corner.
      const [width = 0, , , height = 0, x = 0, y = 0] = (page[k - 1] as (typeof page)[0]).operands as number[];
      return [{ page: i, x, y: y + height, width, height: -height }];
    }),
  );
}

describe('a seal', () => {
  test.each([extreme, published])('$name: lies over name and date, upright, as large as it is', async (fixture) => {
    const found = await images(fixture, 'sealed');
    expect(found).toHaveLength(1);
    const [{ page, x, y, width, height }] = found as [(typeof found)[0]];
    expect([width, height]).toEqual([expect.closeTo(mm(42), 2), expect.closeTo(mm(42), 2)]);

    const { pages } = await readWithPdfjs(await bytesOf(fixture, 'sealed'));
    expect(page).toBe(pages.length - 1);
    const lines = linesOf(pages[page]?.texts ?? []).slice(0, -1);
    const [above, name, date] = lines.slice(-3) as [(typeof lines)[0], (typeof lines)[0], (typeof lines)[0]];
    const signoff = fixture.document.blocks.at(-1);
    expect(signoff).toMatchObject({ kind: 'signoff' });
    expect(date.text.replace(/\s/g, '')).toBe(signoff?.kind === 'signoff' ? signoff.date : '');
    const middle = (line: typeof name) => (line.left + line.right) / 2;
    expect(middle(date)).toBeCloseTo(x + width / 2, 0);
    expect(middle(name)).toBeCloseTo(middle(date), 0);
    expect(date.y).toBeLessThan(y + height);
    expect(date.y - PITCH / 2).toBeGreaterThan(y + height / 2);
    if (fixture === published) {
      expect(AREA_RIGHT - date.right).toBeCloseTo(4 * SIZE, 0);
      // 上距正文一行之内
      expect(y - above.y).toBeGreaterThan(0);
      expect(y - above.y).toBeLessThan(1.5 * PITCH);
    }
  });

  test('is transparent, multiplies with the text, and is a picture with words for it', async () => {
    const { pages, get } = await open(published, 'sealed');
    const page = pages.at(-1);
    const [image] = Object.values(get(get(page.Resources).XObject)).map(get);
    expect(get(image.dict.SMask).dict).toMatchObject({ Width: 200, Height: 200, ColorSpace: '/DeviceGray' });
    const all = operatorsOf(get(page.Contents).bytes);
    const at = all.findIndex(({ name }) => name === 'Do');
    expect(all.slice(0, at).findLast(({ name }) => /^B[MD]C$/.test(name))?.operands[0]).toBe('/Figure');
    const state = all.slice(0, at).findLast(({ name }) => name === 'gs')?.operands[0] as string;
    expect(get(get(get(page.Resources).ExtGState)[state.slice(1)])).toMatchObject({ BM: '/Multiply' });
    expect(page.Group).toMatchObject({ S: '/Transparency', CS: '/DeviceRGB' });
  });

  test('moves nothing but the sign-off', async () => {
    const [sealed, plain] = [await bytesOf(published, 'sealed'), await bytesOf(published)];
    const [a, b] = [await readWithPdfjs(sealed), await readWithPdfjs(plain)];
    expect(a.pages.slice(0, -1)).toEqual(b.pages.slice(0, -1));
    const foot = (page: (typeof a.pages)[0] | undefined) => page?.texts.slice(0, 4);
    expect(foot(a.pages.at(-1))).toEqual(foot(b.pages.at(-1)));
  });

  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'made',
      (error) => error.diagnostics?.map(({ code }: { code: string }) => code).join() ?? `${error}`,
    );
  const sealedWith = (image: Uint8Array) => codeOf(toPdf(published.report, { seal: { image, width: 42 } }));

  test('of a picture that is none is refused, and ends no process', async () => {
    const whole = sealPicture(40);
    const spoilt = (at: number) => Buffer.concat([whole.subarray(0, at), Buffer.from([7]), whole.subarray(at + 1)]);
    expect(await sealedWith(whole)).toBe('made');
    for (const image of [
      Buffer.alloc(0),
      Buffer.from('not a picture'),
      Buffer.from('\xff\xd8\xff\xe0', 'latin1'),
      whole.subarray(0, 8),
      whole.subarray(0, 30),
      whole.subarray(0, whole.length / 2),
      whole.subarray(0, -12),
      ...[16, 24, 25, 26, 27, 28, 43].map(spoilt),
      Buffer.concat([whole.subarray(0, 24), Buffer.from([8, 3]), whole.subarray(26)]),
    ]) {
      expect(await sealedWith(image)).toBe('seal/unreadable');
    }
  });

  test('of a report that nobody signs is refused', async () => {
    const unsigned = reports.find(({ document }) => document.blocks.every(({ kind }) => kind !== 'signoff'));
    expect(await codeOf(toPdf((unsigned as typeof published).report, finishes.sealed))).toBe('seal/no-signoff');
  });
});

describe('carried data', () => {
  test('can be taken out again', async () => {
    const loading = getDocument({ data: new Uint8Array(await bytesOf(published, 'with its data')), verbosity: 0 });
    const found: Record<string, { content: Uint8Array; description: string }> =
      (await (await loading.promise).getAttachments()) ?? {};
    expect(Object.keys(found).sort()).toEqual(['disclosure.csv', 'report.json', 'requests.csv', 'review.csv']);
    const read = (name: string) => Buffer.from(found[name]?.content ?? []).toString('utf8');
    expect(JSON.parse(read('report.json'))).toEqual(JSON.parse(JSON.stringify(published.report)));
    expect(read('review.csv').split('\r\n').length).toBeGreaterThan(10);
    expect(found['review.csv']?.description).not.toBe('');
    await loading.destroy();
  });

  test('changes no page', async () => {
    const [carrying, plain] = [await bytesOf(published, 'with its data'), await bytesOf(published)];
    expect((await readWithPdfjs(carrying)).pages).toEqual((await readWithPdfjs(plain)).pages);
  });
});

test.each(Object.keys(finishes) as (keyof typeof finishes)[])('%s: same bytes again', async (finish) => {
  const again = await renderReport(published.report, { format: 'pdf', ...finishes[finish] });
  expect(Buffer.compare(again, await bytesOf(published, finish))).toBe(0);
});

test('files of different content have different identifiers', async () => {
  const ids = await Promise.all(
    (Object.keys(finishes) as (keyof typeof finishes)[]).map(async (finish) =>
      (await open(published, finish)).trailer.ID[0].toString('hex'),
    ),
  );
  expect(new Set(ids).size).toBe(ids.length);
});
