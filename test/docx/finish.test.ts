import { describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { ReportError, read, toDocx } from '../../src/index.js';
import { openDocx } from '../readers/docx-package.mjs';
import { at, descendants, type Element, valueAt } from '../readers/xml.mjs';
import { bytesOf, extreme, type Fixture, finishable, open } from './files.js';
import { sealPicture } from './picture.mjs';
import { seal } from './variants.mjs';

// What is put on the pages and into the file besides the document.

const EMU_PER_MM = 36_000;
const yinchuan = finishable('seal').find(({ name }) => name === '2019/yinchuan-2020.json') as Fixture;

describe('a draft', () => {
  test('is marked behind the text of odd and of even pages, in light grey, rising at 45°', async () => {
    const file = await open(extreme, 'draft');
    const headers = descendants(file.xml('word/document.xml'), 'w:headerReference').map(({ attributes }) => {
      const { target = '' } = file.relationships('word/document.xml').find(({ id }) => id === attributes['r:id']) ?? {};
      return { type: attributes['w:type'], header: file.xml(target) };
    });
    expect(headers.map(({ type }) => type)).toEqual(['default', 'even']);
    for (const { header } of headers) {
      const [shape] = descendants(header, 'v:shape');
      expect(shape?.attributes).toMatchObject({ fillcolor: '#DEDEDE', stroked: 'f' });
      expect(shape?.attributes.style).toMatch(/z-index:-\d+/);
      expect(shape?.attributes.style).toContain('rotation:315');
      expect(descendants(header, 'v:textpath').map(({ attributes }) => attributes.string)).toContain('草稿');
      expect(descendants(header, 'w:t')).toEqual([]);
    }
    const ids = headers.flatMap(({ header }) => descendants(header, 'v:shape').map(({ attributes }) => attributes.id));
    expect(new Set(ids).size).toBe(2);
  });

  test('alone has headers', async () => {
    expect((await open(extreme)).names.filter((name) => name.includes('header'))).toEqual([]);
  });
});

/** Paragraph by style, with the place its style gives it. */
async function signoffOf(fixture: Fixture, variant: 'plain' | 'seal') {
  const file = await open(fixture, variant);
  const styles = descendants(file.xml('word/styles.xml'), 'w:style');
  const place = (id: string) => {
    const style = styles.find(({ attributes }) => attributes['w:styleId'] === id) as Element;
    const { 'w:left': left, 'w:right': right } = at(style, 'w:pPr', 'w:ind')?.attributes ?? {};
    return { align: valueAt(style, 'w:pPr', 'w:jc'), left: Number(left), right: Number(right) };
  };
  return { file, name: place('Signoff'), date: place('SignoffDate') };
}

describe('a sign-off', () => {
  // 28 characters of a line of 8845 twips. 银川市市政管理局 has 8; 2020年12月31日 has 8 figures of half a character, 3 others, and 5
  // gaps of a quarter between them.
  const [line, character] = [8845, 315];

  test('without a seal has the longer date two characters in, and the name two characters before it', async () => {
    const { name, date } = await signoffOf(yinchuan, 'plain');
    // It begins 12.25 characters before the end of the line.
    expect(name).toEqual({ align: 'right', left: 0, right: Math.round(4.25 * character) });
    expect(date).toEqual({ align: 'right', left: 0, right: 2 * character });
  });

  test('without a seal has a longer name two characters in, and the date two characters after it, with room to spare', async () => {
    const { report } = yinchuan;
    const signoff = { agency: '银川市城市市政管理局', date: '2020-12-31' };
    const { name, date } = await signoffOf({ ...yinchuan, name: 'longer', report: { ...report, signoff } }, 'plain');
    expect(name).toEqual({ align: 'right', left: 0, right: 2 * character });
    // It begins ten characters before the end of the line, and is 8.25 characters wide.
    expect(date).toEqual({ align: 'right', left: 0, right: Math.round(1.75 * character) });
  });

  test('with a seal has the date four characters in and the name centred over it', async () => {
    const { name, date } = await signoffOf(yinchuan, 'seal');
    expect(date).toEqual({ align: 'right', left: 0, right: 4 * character });
    expect(name.align).toBe('center');
    const middle = (name.left + line - name.right) / 2;
    const width = 2 * (line - 4 * character - middle);
    expect(width / character).toBeCloseTo(8.25, 1);
  });

  test('with a name whose second line is the longer one has its end told, and is read as one name', async () => {
    const { file, name } = await signoffOf(extreme, 'seal');
    const [paragraph] = descendants(file.xml('word/document.xml'), 'w:p').filter(
      (one) => valueAt(one, 'w:pPr', 'w:pStyle') === 'Signoff',
    );
    const lines = descendants(paragraph as Element, 'w:r').map((run) => [
      descendants(run, 'w:br').length,
      descendants(run, 'w:t')
        .flatMap(({ children }) => children)
        .join(''),
    ]);
    expect(lines).toEqual([
      [0, '某某蒙古族藏族哈萨克族自治州'],
      [1, '特色农牧业与清洁能源综合示范区暨国际陆港管理委员会'],
    ]);
    // The second has 25 characters.
    expect(line - name.left - name.right).toBeGreaterThan(25 * character);
    const { report } = await read(await bytesOf(extreme, 'seal'), 'a.docx');
    expect(report).toMatchObject({ signoff: { date: extreme.report.signoff?.date } });
    expect(report).not.toHaveProperty('signoff.agency');
  });

  test('is never parted, and takes the last paragraph along', async () => {
    const { file } = await signoffOf(yinchuan, 'plain');
    const styles = descendants(file.xml('word/styles.xml'), 'w:style');
    const named = styles.find(({ attributes }) => attributes['w:styleId'] === 'Signoff') as Element;
    expect(at(named, 'w:pPr', 'w:keepNext')).toBeDefined();
    const paragraphs = descendants(file.xml('word/document.xml'), 'w:p');
    expect(at(paragraphs.at(-3), 'w:pPr', 'w:keepNext')).toBeDefined();
  });
});

describe('a seal', () => {
  const anchorOf = async (fixture: Fixture) => {
    const file = await open(fixture, 'seal');
    const [anchor, ...others] = descendants(file.xml('word/document.xml'), 'wp:anchor') as [Element];
    expect(others).toEqual([]);
    return { file, anchor };
  };

  test.each(finishable('seal'))(
    'lies in front of the date of $name, as wide as asked, and moves no text',
    async (report) => {
      const { file, anchor } = await anchorOf(report);
      expect(anchor.attributes).toMatchObject({ behindDoc: '0', allowOverlap: '1' });
      expect(at(anchor, 'wp:wrapNone')).toBeDefined();
      expect(at(anchor, 'wp:extent')?.attributes.cx).toMatch(/^\d+$/);
      const { cx, cy } = at(anchor, 'wp:extent')?.attributes ?? {};
      expect(Math.abs(Number(cx) - 42 * EMU_PER_MM)).toBeLessThan(EMU_PER_MM / 20);
      expect(cy).toBe(cx);
      const [date] = descendants(file.xml('word/document.xml'), 'w:p').slice(-1) as [Element];
      expect(descendants(date, 'wp:anchor')).toHaveLength(1);
      expect(valueAt(date, 'w:pPr', 'w:pStyle')).toBe('SignoffDate');
    },
  );

  test('is centred on the date, its middle a little above the top of it', async () => {
    const { anchor } = await anchorOf(yinchuan);
    const { name } = await signoffOf(yinchuan, 'seal');
    const { cx, cy } = at(anchor, 'wp:extent')?.attributes ?? {};
    const offset = (position: string) => Number(at(anchor, position, 'wp:posOffset')?.children.join(''));
    const middle = ((name.left + 8845 - name.right) / 2) * 635;
    expect(Math.abs(offset('wp:positionH') + Number(cx) / 2 - middle)).toBeLessThan(EMU_PER_MM / 10);
    const above = -offset('wp:positionV') / Number(cy);
    expect(above).toBeGreaterThan(0.5);
    expect(above).toBeLessThan(0.65);
  });

  test('keeps the proportions of its picture', async () => {
    const file = openDocx(await toDocx(yinchuan.report, { seal: { image: sealPicture(60, 40), width: 45 } }));
    const { cx, cy } = descendants(file.xml('word/document.xml'), 'wp:extent')[0]?.attributes ?? {};
    expect(Number(cy) / Number(cx)).toBeCloseTo(2 / 3, 3);
  });

  test('goes into the file as it is', async () => {
    const parts = unzipSync(await bytesOf(yinchuan, 'seal'));
    const pictures = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
    expect(pictures).toHaveLength(1);
    expect(Buffer.from(parts[pictures[0] ?? ''] ?? []).equals(seal.image)).toBe(true);
  });

  const whole = sealPicture(20);
  const flipped = Buffer.from(whole);
  flipped[50] = (flipped[50] ?? 0) ^ 1;
  test.each([
    ['no picture', Buffer.from('印章')],
    ['nothing', new Uint8Array()],
    ['a picture of another kind', Buffer.from('GIF89a\u0001\u0000\u0001\u0000')],
    ['one that was cut off', whole.subarray(0, -20)],
    ['its head alone', whole.subarray(0, 33)],
    ['one that was damaged', flipped],
  ])('that is %s is refused', async (_, image) => {
    const error = await toDocx(yinchuan.report, { seal: { image, width: 42 } }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ReportError);
    expect((error as ReportError).diagnostics.map(({ code }) => code)).toEqual(['seal/unreadable']);
  });

  test('without a sign-off is refused', async () => {
    const unsigned = finishable('plain').find((one) => !finishable('seal').includes(one)) as Fixture;
    const error = await toDocx(unsigned.report, { seal }).catch((thrown: unknown) => thrown);
    expect((error as ReportError).diagnostics.map(({ code }) => code)).toEqual(['seal/no-signoff']);
  });
});

describe('the report’s data', () => {
  test.each(finishable('data'))('$name can be read from its custom part', async (report) => {
    const file = await open(report, 'data');
    const root = file.xml('customXml/item1.xml');
    expect(root.attributes.xmlns).toBe('urn:nianbao:report');
    expect(JSON.parse(root.children.join(''))).toEqual(JSON.parse(JSON.stringify(report.report)));
    const properties = file.xml('customXml/itemProps1.xml');
    expect(properties.attributes['ds:itemID']).toMatch(/^\{[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}\}$/);
    expect(descendants(properties, 'ds:schemaRef').map(({ attributes }) => attributes['ds:uri'])).toEqual([
      root.attributes.xmlns,
    ]);
  });

  test('stay out unless asked for', async () => {
    expect((await open(extreme)).names.filter((name) => name.startsWith('customXml'))).toEqual([]);
  });
});
