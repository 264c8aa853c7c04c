import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { stringify } from 'yaml';
import { chance, madeReport } from './made-reports.mjs';

/** Inputs that somebody may hand in who means harm, the same ones every time. */

/** @typedef {(below: number) => number} Dice a whole number from 0 up to one below */

/** @param {number} seed @returns {Dice} */
export function dice(seed) {
  const next = chance(seed);
  return (below) => Math.floor(next() * below);
}

/** @template T @param {Dice} upTo @param {readonly T[]} list @returns {T} */
export const pick = (upTo, list) => /** @type {T} */ (list[upTo(list.length)]);

/** What a report is bound to say. */
export const FEES = '本机关本年度未收取信息处理费。';

const minimal = readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8');

const SCRAPS = [
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '　',
    '\u0000',
    '\u001b[31m',
    '\ud800',
    '\u200b',
    '\u202e',
    '\ufeff',
    '。',
    '……',
    '“',
    '（',
    '1,',
    '5％',
  ],
  ...[
    '甲',
    '政府信息公开',
    '《条例》',
    '12.5 万元',
    '（一）',
    '2025年',
    'https://a.cn/',
    'www.',
    'a@b.cn',
    '<b>',
    '&amp;',
    ']]>',
  ],
  ...['{{year}}', '{{', '}}', '\\{{', '__proto__', 'constructor', '=1+1', '%s', '../..', 'ق', '👩‍💻', 'é', '\u{30edd}'],
];

/** A text of one scrap many times, or of several. @param {Dice} upTo */
export function oddText(upTo) {
  if (upTo(3) === 0) return pick(upTo, SCRAPS).repeat(1 + upTo(pick(upTo, [3, 40, 3000])));
  return Array.from({ length: 1 + upTo(12) }, () => pick(upTo, SCRAPS)).join('');
}

const NUMBERS = [0, -0, -1, 1.5, 1e21, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER, 2 ** 53, 1e-7];

/** Any value. @param {Dice} upTo @param {number} [depth] @returns {unknown} */
function oddValue(upTo, depth = 0) {
  const way = upTo(depth > 3 ? 4 : 7);
  if (way === 0) return pick(upTo, NUMBERS);
  if (way === 1) return pick(upTo, [null, true, false, undefined, '0', '1e9', '9'.repeat(200), 10n, Symbol.iterator]);
  if (way < 4) return oddText(upTo);
  if (way === 4) return Array.from({ length: upTo(5) }, () => oddValue(upTo, depth + 1));
  if (way === 5) return Object.fromEntries([[oddText(upTo), oddValue(upTo, depth + 1)]]);
  return { value: oddValue(upTo, depth + 1), unit: oddText(upTo), note: oddText(upTo) };
}

/** All places of a report: the objects and lists in it, with their keys. @param {any} value @returns {[any, string][]} */
const placesIn = (value) =>
  typeof value === 'object' && value !== null
    ? Object.keys(value).flatMap((key) => [[value, key], ...placesIn(value[key])])
    : [];

/** Another value of the same type, which may be right. @param {unknown} value @param {Dice} upTo */
function likeValue(value, upTo) {
  if (typeof value === 'number')
    return pick(upTo, [0, 1, 7, 2 ** 40, Number.MAX_SAFE_INTEGER, null, { value: 3, note: '注' }]);
  if (typeof value === 'string')
    return pick(upTo, [`${value}${oddText(upTo)}`, value.slice(1), value.repeat(50), oddText(upTo)]);
  if (Array.isArray(value)) return upTo(2) ? value.toReversed() : [...value, ...value];
  return value;
}

/** A report with something odd in some places. @param {Dice} upTo */
export function oddReport(upTo) {
  const report = upTo(4) === 0 ? structuredClone(madeReport(1 + upTo(50))) : JSON.parse(minimal);
  for (let times = 1 + upTo(2); times > 0; times--) {
    const [owner, key] = pick(upTo, placesIn(report));
    const way = upTo(8);
    if (way > 5 || upTo(3) === 0) owner[key] = likeValue(owner[key], upTo);
    else if (way === 4) {
      // A ring has no end of places, so it is the last change.
      owner[key] = upTo(2) ? report : owner;
      return report;
    } else if (way === 0) delete owner[key];
    else if (way === 1) owner[oddText(upTo)] = owner[key];
    else if (way === 2 && typeof owner[key] === 'string') owner[key] += oddText(upTo);
    else if (way === 3 && Array.isArray(owner)) owner.push(...Array(upTo(60)).fill(owner[0]));
    else owner[key] = typeof owner[key] === 'string' ? oddText(upTo) : oddValue(upTo);
  }
  return report;
}

const NAMES =
  'year agency agency.name facts facts.problems facts.channels this . ../year @index @root x requests.received'.split(
    ' ',
  );
const CALLS = 'sum difference share list date numeral ordinal eq given gt lookup log foo constructor'.split(' ');
const BLOCKS = 'if unless each with foo year'.split(' ');
const LITERALS = ['1', '-1', '"甲"', "'1e9'", '99999999999999999999', 'true', 'null', 'undefined', '"YYYY"', '"name"'];

/** @param {Dice} upTo @param {number} depth @returns {string} */
function expression(upTo, depth) {
  if (depth < 6 && upTo(4) === 0) return `(${call(upTo, depth + 1)})`;
  return pick(upTo, upTo(2) ? NAMES : LITERALS);
}

/** @param {Dice} upTo @param {number} depth @returns {string} */
function call(upTo, depth) {
  const params = Array.from({ length: upTo(4) }, () => expression(upTo, depth));
  const option = upTo(8) === 0 ? ` ${pick(upTo, ['includeZero', 'a'])}=${expression(upTo, depth)}` : '';
  return `${pick(upTo, CALLS)} ${params.join(' ')}${option}`;
}

/** A template that makes sense, unless the data have it otherwise. @param {Dice} upTo @param {number} [depth] @returns {string} */
export function fairTemplate(upTo, depth = 0) {
  const cell = () =>
    pick(upTo, ['requests.received.total', 'review.litigation.direct.total', 'disclosure.licensing.decisions', 'year']);
  const number = () =>
    upTo(4) ? cell() : pick(upTo, ['1', '0', '(sum 1 2)', `(sum ${cell()} ${cell()})`, `(difference ${cell()} 1)`]);
  const condition = () =>
    pick(upTo, [`(gt ${number()} ${number()})`, `(eq ${number()} ${number()})`, 'agency.shortName']);
  const part = () => {
    const way = upTo(depth > 5 ? 4 : 6);
    if (way === 0) return pick(upTo, ['甲', '政府信息公开', '12.5 万元。', '\n', '（一）']);
    if (way < 3) return `{{${cell()}}}件`;
    if (way === 3) return `{{${pick(upTo, ['sum', 'difference', 'share'])} ${number()} ${number()}}}`;
    const otherwise = upTo(2) ? `{{else}}${fairTemplate(upTo, depth + 1)}` : '';
    const name = pick(upTo, ['if', 'unless']);
    return `{{#${name} ${condition()}}}${fairTemplate(upTo, depth + 1)}${otherwise}{{/${name}}}`;
  };
  return Array.from({ length: 1 + upTo(4) }, part).join('');
}

/** A template by the grammar of Handlebars, whether or not it makes sense. @param {Dice} upTo @param {number} [depth] @returns {string} */
export function oddTemplate(upTo, depth = 0) {
  const part = () => {
    const way = upTo(12);
    if (way < 2) return oddText(upTo);
    if (way < 4) return `{{${pick(upTo, NAMES)}}}`;
    if (way < 7) return `{{${upTo(9) ? '' : '~'}${call(upTo, depth)}}}`;
    if (way === 7)
      return pick(upTo, [
        '{{> x}}',
        '{{* d}}',
        '{{{{r}}}}a{{{{/r}}}}',
        '{{!-- a --}}',
        '{{^}}',
        '{{#*inline "a"}}a{{/inline}}',
      ]);
    if (depth > 5) return '甲';
    const [name, inside] = [pick(upTo, BLOCKS), oddTemplate(upTo, depth + 1)];
    const otherwise = upTo(3) === 0 ? `{{else${upTo(2) ? '' : ` if ${pick(upTo, NAMES)}`}}}乙` : '';
    const names = upTo(5) === 0 ? ' as |one i|' : '';
    return `{{${upTo(12) ? '#' : '^'}${name} ${expression(upTo, depth)}${names}}}${inside}${otherwise}{{/${upTo(30) ? name : 'x'}}}`;
  };
  return Array.from({ length: 1 + upTo(4) }, part).join('');
}

/** Bytes with some of them changed, taken out or doubled. @param {Uint8Array} bytes @param {Dice} upTo */
export function mutated(bytes, upTo) {
  let copy = Buffer.from(bytes);
  for (let times = 1 + upTo(6); times > 0 && copy.length > 0; times--) {
    const [at, length, way] = [upTo(copy.length), upTo(60), upTo(4)];
    if (way < 2) copy[at] = pick(upTo, [0, 1, 0x7f, 0x80, 0xff, upTo(256)]);
    else if (way === 2) copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    else copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at, at + length), copy.subarray(at)]);
  }
  return copy;
}

/** A text with lines taken out, doubled, moved, or with odd ones between. @param {string} text @param {Dice} upTo */
export function oddLines(text, upTo) {
  const lines = text.split('\n');
  for (let times = 1 + upTo(4); times > 0; times--) {
    const [at, way] = [upTo(lines.length), upTo(5)];
    const line = lines[at] ?? '';
    const column = upTo(line.length + 1);
    if (way === 0) lines.splice(at, 1 + upTo(4));
    else if (way === 1) lines.splice(at, 0, ...lines.slice(at, at + 1 + upTo(30)));
    else if (way === 2) lines.splice(at, 0, ...lines.splice(upTo(lines.length), 1 + upTo(5)));
    else if (way === 3) lines.splice(at, 0, oddText(upTo));
    else lines[at] = line.slice(0, column) + oddText(upTo) + line.slice(column);
  }
  return lines.join('\n');
}

/** @param {string} name @param {Uint8Array} data */
function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Bits of a channel and channels of a pixel by the type of its colours. */
const COLOURS = { 0: [[1, 2, 4, 8, 16], 1], 2: [[8, 16], 3], 3: [[1, 2, 4, 8], 1], 4: [[8, 16], 2], 6: [[8, 16], 4] };

/** The head of a PNG that says how it is, and as much data as it takes. @param {Dice} upTo */
function fairHead(upTo) {
  const [width, height] = [1 + upTo(60), 1 + upTo(60)];
  const [type, [bits, channels]] = pick(upTo, /** @type {[string, [number[], number]][]} */ (Object.entries(COLOURS)));
  const depth = pick(upTo, bits);
  const rows = Array.from({ length: height }, () =>
    Buffer.concat([Buffer.of(upTo(5)), Buffer.alloc(Math.ceil((width * channels * depth) / 8), upTo(256))]),
  );
  return { width, height, depth, type: Number(type), isInterlaced: 0, data: Buffer.concat(rows) };
}

/** A head of any kind, and any data. @param {Dice} upTo */
function oddHead(upTo) {
  const side = () => pick(upTo, [1, 3, 8, 40, 0, 5000, 0xffff_ffff]);
  const [depth, type] = [pick(upTo, [1, 2, 4, 8, 16, 3]), pick(upTo, [0, 2, 3, 4, 6, 1])];
  const data = Buffer.alloc(pick(upTo, [10, 1000, 40_000, 2 ** 22]), upTo(3));
  return { width: side(), height: side(), depth, type, isInterlaced: upTo(2), data };
}

/** A PNG that may be whole, with a head, data and checksums of any kind. @param {Dice} upTo */
export function oddPng(upTo) {
  const { width, height, depth, type, isInterlaced, data } = (upTo(2) ? fairHead : oddHead)(upTo);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, type, 0, 0, isInterlaced], 8);
  const palette = type === 3 || upTo(2) ? [chunk('PLTE', Buffer.alloc(3 * upTo(9), 7))] : [];
  const transparent = upTo(3) ? [] : [chunk('tRNS', Buffer.alloc(upTo(7)))];
  const [first, last] = [chunk('IHDR', head), chunk('IEND', Buffer.alloc(0))];
  const parts = [first, ...palette, ...transparent, chunk('IDAT', deflateSync(data)), last];
  const whole = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
  return upTo(4) === 0 ? mutated(whole, upTo) : whole;
}

/** The text of a report in JSON or YAML, with something odd in it or some of it broken. @param {Dice} upTo @param {'json' | 'yaml'} kind */
export function oddSource(upTo, kind) {
  const value = JSON.parse(minimal);
  value.narrative.other = [FEES, oddText(upTo)];
  if (upTo(4) === 0) value.agency.name = oddText(upTo);
  const text = kind === 'json' ? JSON.stringify(value, null, upTo(3)) : stringify(value);
  const way = upTo(8);
  if (way === 0)
    return `${pick(upTo, ['[', '{"a":', '- ', '? ', '\n', '&a [*a, ', '"', '  '])}`.repeat(1 + upTo(20_000)) + text;
  return way < 4 ? text : mutated(Buffer.from(text), upTo).toString('utf8');
}

const HEADS = ['名称', '曾用名', '上级', '备注', '机关名称', '__proto__', ''];

/** A list of agencies, whether or not they belong together: names of others, of itself, and none. @param {Dice} upTo */
export function oddList(upTo) {
  const columns = upTo(6) === 0 ? Array.from({ length: 1 + upTo(5) }, () => pick(upTo, HEADS)) : HEADS.slice(0, 3);
  let count = 0;
  const name = () => (upTo(12) === 0 ? oddText(upTo) : `甲县${upTo(20) ? count++ : upTo(5)}局`);
  const cell = () => (upTo(12) === 0 ? `"${name()}${pick(upTo, ['""', '\n', ',', ''])}"` : name());
  const above = () => (count > 1 ? `甲县${upTo(count)}局` : '');
  const value = (/** @type {number} */ at) =>
    at === 0 ? cell() : upTo(3) ? '' : at === 2 && upTo(9) ? above() : cell();
  const rows = Array.from({ length: upTo(pick(upTo, [3, 8, 300])) }, () => columns.map((_, at) => value(at)).join(','));
  const text = [columns.join(','), ...rows].join(pick(upTo, ['\n', '\r\n']));
  return upTo(6) === 0 ? mutated(Buffer.from(text), upTo).toString('utf8') : text;
}
