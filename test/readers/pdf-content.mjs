import { readFont } from './pdf-fonts.mjs';
import { openPdf, parser } from './pdf-objects.mjs';

/**
 * What is drawn on each page, read off the content streams by no library. Lengths in points, from the top left corner.
 *
 * @typedef {{ text: string, x: number, y: number, width: number, size: number, font: string, spacing: number }} Text `y` is the baseline, `spacing` the space after each character but the last
 * @typedef {{ x1: number, y1: number, x2: number, y2: number, weight: number }} Rule
 * @typedef {{ width: number, height: number, texts: Text[], rules: Rule[], fills: number }} Page
 */

const times = (/** @type {number[]} */ [a, b, c, d, e, f], /** @type {number[]} */ [g, h, i, j, k, l]) => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
];

/** Operators that set colours, line styles and rendering intents, which are of no interest here. */
const IGNORED = new Set('gs cs CS scn SCN sc SC rg RG g G k K d j J M ri i BMC BDC EMC DP MP Tr'.split(' '));

/** @param {Buffer} bytes @param {Map<string, ReturnType<typeof readFont>>} fonts @param {number} height */
function drawn(bytes, fonts, height) {
  const page = { texts: /** @type {Text[]} */ ([]), rules: /** @type {Rule[]} */ ([]), fills: 0 };
  let state = { matrix: [1, 0, 0, 1, 0, 0], weight: 1, size: 0, spacing: 0, font: '' };
  /** @type {typeof state[]} */
  const stack = [];
  let line = [1, 0, 0, 1, 0, 0];
  let start = line;
  /** @type {number[][]} */
  let path = [];
  let shape = '';
  const point = (/** @type {number} */ x, /** @type {number} */ y) => {
    const [, , , , e, f] = times([1, 0, 0, 1, x, y], state.matrix);
    return [e, height - f];
  };
  const show = (/** @type {(Buffer | number)[]} */ parts) => {
    const font = fonts.get(state.font);
    if (font === undefined) throw new Error(`no font ${state.font}`);
    let text = '';
    let advance = 0;
    let width = 0;
    for (const part of parts) {
      if (typeof part === 'number') advance -= (part / 1000) * state.size;
      else
        for (const glyph of font.decode(part)) {
          text += glyph.text;
          width = advance + glyph.advance * state.size;
          advance = width + state.spacing;
        }
    }
    const [a, , , , x, y] = times(line, state.matrix);
    page.texts.push({
      text,
      x,
      y: height - y,
      width: width * a,
      size: state.size * a,
      font: font.name,
      spacing: state.spacing * a,
    });
    line = times([1, 0, 0, 1, advance, 0], line);
  };
  const stroke = () => {
    for (let i = 0; i + 1 < path.length; i += 2) {
      const [[x1, y1], [x2, y2]] = [path[i], path[i + 1]];
      page.rules.push({ x1, y1, x2, y2, weight: state.weight });
    }
  };
  /** @type {Record<string, (...operands: any[]) => void>} */
  const operators = {
    q: () => stack.push({ ...state }),
    Q: () => {
      const last = stack.pop();
      if (last === undefined) throw new Error('Q without q');
      state = last;
    },
    cm: (...matrix) => (state.matrix = times(matrix, state.matrix)),
    w: (weight) => (state.weight = weight),
    BT: () => (line = start = [1, 0, 0, 1, 0, 0]),
    ET: () => {},
    Tf: (font, size) => Object.assign(state, { font: font.slice(1), size }),
    Tc: (spacing) => (state.spacing = spacing),
    Tm: (...matrix) => (line = start = matrix),
    // From where the line began, wherever its text has come since (ISO 32000-1, 9.4.2).
    Td: (x, y) => (line = start = times([1, 0, 0, 1, x, y], start)),
    Tj: (text) => show([text]),
    TJ: (parts) => show(parts),
    m: (x, y) => {
      shape = 'lines';
      path.push(point(x, y));
    },
    l: (x, y) => path.push(point(x, y)),
    re: () => (shape = 'rectangle'),
    S: () => {
      if (shape !== 'lines') throw new Error(`${shape} stroked`);
      stroke();
      path = [];
    },
    f: () => {
      page.fills += 1;
      path = [];
    },
  };
  const { value } = parser(bytes.toString('latin1'));
  let operands = [];
  for (let next = value(); next !== undefined; next = value()) {
    if (next?.word === undefined) operands.push(next);
    else {
      const operator = operators[next.word];
      if (operator) operator(...operands);
      else if (!IGNORED.has(next.word)) throw new Error(`operator ${next.word}`);
      operands = [];
    }
  }
  if (stack.length > 0) throw new Error('q without Q');
  return page;
}

/**
 * @param {Uint8Array} bytes
 * @returns the pages, and the fonts by name
 */
export function readPdf(bytes) {
  const pdf = openPdf(bytes);
  const { resolve } = pdf;
  const catalogue = resolve(pdf.trailer.Root);
  /** @type {Map<string, ReturnType<typeof readFont>>} */
  const all = new Map();
  const leaves = (/** @type {any} */ node) =>
    node.Type === '/Page' ? [node] : resolve(node.Kids).flatMap((/** @type {any} */ kid) => leaves(resolve(kid)));
  const pages = leaves(resolve(catalogue.Pages)).map((/** @type {any} */ page) => {
    const [, , width, height] = resolve(page.MediaBox);
    const resources = resolve(page.Resources);
    const fonts = new Map();
    for (const [key, ref] of Object.entries(resolve(resources.Font) ?? {})) {
      const font = readFont(resolve(ref), pdf);
      fonts.set(key, font);
      all.set(font.name, font);
    }
    return { width, height, ...drawn(resolve(page.Contents).bytes, fonts, height) };
  });
  return { pages: /** @type {Page[]} */ (pages), fonts: [...all.values()], catalogue, info: resolve(pdf.trailer.Info) };
}
