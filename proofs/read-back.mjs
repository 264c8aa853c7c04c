import { composeReport, parseReport, ReportError, read, toDocx } from 'nianbao';
import { bare } from '../test/readers/fixtures.mjs';
import { htmlOf, styles } from '../test/readers/other-sources.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish, same } from './proof.mjs';

// 300 reports made by chance, as Word files: every cell and every sentence without the data, the report itself with them.
// Then 1,000 sources with something broken in them: each is read, or refused in words.

/** What a document shows, without white space. @param {import('nianbao').Document} document */
const shown = ({ blocks }) =>
  blocks.map((block) => {
    switch (block.kind) {
      case 'title':
        return bare(block.lines.flat(2).join(''));
      case 'paragraph':
        return bare(block.inlines.map(({ text }) => text).join(''));
      case 'table':
        return [
          block.caption,
          block.cells.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.colSpan, bare(cell.text)]),
          block.note?.paragraphs,
        ];
      case 'signoff':
        return [block.agencies, block.date];
      default:
        return bare(block.text);
    }
  });

for (let seed = 1; seed <= 300; seed++) {
  await check(`report ${seed}`, async () => {
    const report = parseReport(madeReport(seed));
    const plain = await read(await toDocx(report), { name: 'a.docx' });
    same(shown(composeReport(plain.report)), shown(composeReport(report)));
    same(plain.losses, []);
    const carried = await read(await toDocx(report, { attachData: true }), { name: 'a.docx' });
    same(carried.report, report);
    same(carried.losses, []);
  });
}

/** Mulberry32. @param {number} seed */
function chance(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Bytes with some of them changed, taken out, or doubled. @param {Uint8Array} bytes @param {number} seed */
function broken(bytes, seed) {
  const upTo = chance(seed);
  let copy = Buffer.from(bytes);
  for (let times = 1 + upTo(8); times > 0; times--) {
    const [at, length] = [upTo(copy.length), upTo(300)];
    const way = upTo(4);
    if (way === 0) copy[at] = upTo(256);
    else if (way === 1) copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    else if (way === 2) copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at, at + length), copy.subarray(at)]);
    else copy.fill(upTo(256), at, at + upTo(16));
    if (copy.length === 0) break;
  }
  return copy;
}

const victim = parseReport(madeReport(1));
const sources = [
  Buffer.from(await toDocx(victim)),
  Buffer.from(htmlOf(composeReport(victim), styles['pasted from Word'] ?? {})),
];
await check('1,000 broken sources', async () => {
  const faults = [];
  for (let seed = 1; seed <= 1000; seed++) {
    try {
      await read(broken(sources[seed % sources.length] ?? Buffer.alloc(0), seed), { name: 'a' });
    } catch (error) {
      if (!(error instanceof ReportError)) faults.push(`${seed}: ${error}`);
    }
  }
  return faults;
});
finish();
