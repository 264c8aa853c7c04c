import { parse } from 'yaml';

/**
 * Labelled passages, and how well the rules find what is wrong in them. A passage is checked as the text of one section of a report,
 * beside the figures that it names; every other figure is 0.
 *
 * @typedef {{ words: string, kind: string }} Label
 * @typedef {{ cells?: object, texts?: { [section: string]: string } }} Beside
 * @typedef {Beside & { id: string, section: string, edition?: string, year?: number, text: string, previous?: Beside, wrong: Label[] }} Passage
 * @typedef {{ code: string, at: number | undefined, words: string, kind: string, message: string }} Finding
 */

/** The kind of slip that each rule finds. */
const KINDS = {
  'text/figure': 'figure',
  'text/claim': 'claim',
  'text/parts': 'sum',
  'text/twice': 'sum',
  'text/share': 'share',
  'text/change': 'share',
  'text/wrong-year': 'year',
  'period/mismatch': 'year',
  'text/enumerator': 'enumerator',
  'text/repeated': 'copied',
  'text/doubled': 'repeated',
  'text/unit': 'unit',
  'text/no-stop': 'stop',
  'text/stray-space': 'stop',
  'text/space': 'stop',
  'text/placeholder': 'stop',
  'text/too-short': 'short',
  'section/parts': 'parts',
  'fees/amount': 'fee',
  'fees/unstated': 'fee',
  'text/half-width': 'stop',
  'text/debris': 'stop',
  'text/unbalanced': 'stop',
  'fees/missing': 'fee',
};

const AGENCY = '示例县示例局';

/** Words for the sections that a passage does not have, with which no rule finds fault. */
const OTHER_TEXTS = {
  preamble: `本报告由${AGENCY}根据《中华人民共和国政府信息公开条例》编制。`,
  overview: '本机关按照规定做好政府信息公开各项工作。',
  problems: '公开的内容还不够丰富，下一年度将加强业务培训。',
  other: '本机关本年度未收取政府信息公开信息处理费。',
};

/** @param {string} text */
const paragraphsOf = (text) => text.split('\n').filter((line) => line.trim() !== '');

/** The value of a cell's key, where the format abbreviates it. @param {string} key @param {unknown} value */
function cellValue(key, value) {
  if (typeof value !== 'number' && typeof value !== 'string') return value;
  if (key.startsWith('requests.')) return { naturalPerson: value };
  if (key === 'disclosure.fees') return { amount: value };
  return /^disclosure\.\w+$/.test(key) ? { decisions: value } : value;
}

/** @param {any} target @param {string} key @param {any} value */
function put(target, key, value) {
  const keys = key.split('.');
  const last = String(keys.pop());
  let node = target;
  for (const one of keys) {
    node[one] ??= {};
    node = node[one];
  }
  if (typeof value === 'object' && value !== null) {
    node[last] ??= {};
    for (const [inner, it] of Object.entries(value)) put(node[last], inner, it);
  } else node[last] = value;
}

/** @param {Beside} beside @param {string} edition @param {number} year @param {object} texts */
function reportOf({ cells = {} }, edition, year, texts) {
  const report = {
    edition,
    year,
    agency: { name: AGENCY, shortName: '我局' },
    narrative: { ...OTHER_TEXTS, ...texts },
    disclosure: { fill: 0 },
    requests: { fill: 0, totals: 'compute' },
    review: { fill: 0, totals: 'compute' },
  };
  for (const [key, value] of Object.entries(cells)) put(report, key, cellValue(key, value));
  return report;
}

/** The report object that a passage is checked in. @param {Passage} passage */
export function passageReport({ section, edition = '2021', year = 2024, text, previous, ...beside }) {
  const report = reportOf(beside, edition, year, { [section]: paragraphsOf(text) });
  if (previous === undefined) return report;
  const before = edition === '2021' && year === 2021 ? '2019' : edition;
  const texts = Object.fromEntries(Object.entries(previous.texts ?? {}).map(([key, it]) => [key, paragraphsOf(it)]));
  return { ...report, previous: reportOf(previous, before, year - 1, texts) };
}

/** Where each paragraph begins in the joined text. @param {string} text */
function starts(text) {
  let at = 0;
  return paragraphsOf(text).map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
}

/**
 * What is found in the text of a passage. Passages do not say whose reports they stand in, so that who their authors are cannot be judged.
 *
 * @param {Passage} passage @param {any} library @returns {Finding[]} */
export function findingsIn(passage, { checkReport, parseReport }) {
  const begins = starts(passage.text);
  return checkReport(parseReport(passageReport(passage)))
    .filter((/** @type {any} */ { path }) => path[0] === 'narrative' && path[1] === passage.section)
    .filter((/** @type {any} */ { code }) => code !== 'author/mismatch')
    .map((/** @type {any} */ { code, path, place, words = '', message }) => ({
      code,
      kind: KINDS[code] ?? code.split('/')[1],
      message,
      words,
      at: place && typeof path[2] === 'number' ? (begins[path[2]] ?? 0) + place.column - 1 : undefined,
    }));
}

/** @param {Finding} finding @param {Label} label @param {string} text */
function hits({ at, words, kind }, label, text) {
  if (at === undefined) return kind === label.kind;
  for (let from = text.indexOf(label.words); from >= 0; from = text.indexOf(label.words, from + 1))
    if (at < from + label.words.length && from < at + words.length) return true;
  return false;
}

/**
 * Each finding is a hit of one label that no other has hit, or a false alarm; each label without a hit is a miss.
 *
 * @param {Passage} passage @param {any} library
 */
function judge(passage, library) {
  const text = paragraphsOf(passage.text).join('\n');
  const open = [...passage.wrong];
  const found = [];
  const alarms = [];
  for (const finding of findingsIn(passage, library)) {
    const exact = open.findIndex((label) => label.kind === finding.kind && hits(finding, label, text));
    const i = exact >= 0 ? exact : open.findIndex((label) => hits(finding, label, text));
    if (i < 0) alarms.push({ passage, finding });
    else found.push({ passage, finding, label: open.splice(i, 1)[0] });
  }
  return { found, alarms, missed: open.map((label) => ({ passage, label })) };
}

/** The passages of a half. @param {string} yaml @returns {Passage[]} */
export const passagesOf = (yaml) => parse(yaml, { maxAliasCount: -1 });

/** @param {Passage[]} passages @param {any} library */
export function measure(passages, library) {
  const all = passages.map((passage) => judge(passage, library));
  const found = all.flatMap((one) => one.found);
  const alarms = all.flatMap((one) => one.alarms);
  const missed = all.flatMap((one) => one.missed);
  const ratio = (/** @type {number} */ a, /** @type {number} */ b) => (a + b === 0 ? 1 : a / (a + b));
  return {
    found,
    alarms,
    missed,
    precision: ratio(found.length, alarms.length),
    recall: ratio(found.length, missed.length),
  };
}
