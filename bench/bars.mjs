// What nianbao sets itself to reach. A bar whose figures were not taken in this run is not told of.
import { times } from './figures.mjs';

const atLeast = (name, found, bar, unit = '×') => ({ name, found, bar, unit, sense: '≥', isMet: found >= bar });
const atMost = (name, found, bar, unit = '×') => ({ name, found, bar, unit, sense: '≤', isMet: found <= bar });

/** `own` of a format, or ours by another way, against another contender of the same; nothing if one of the two was not run. */
function against(list, format, other, make, own = 'nianbao') {
  const find = (id) => list.find((one) => one.format === format && one.id === id && one.rounds !== undefined);
  const pair = [find(own), find(other)];
  return pair.every(Boolean) ? [make(...pair)] : [];
}

/** What nianbao made in these formats; undefined if one of them was not drawn. */
function ownIn(list, formats) {
  const found = formats.map((format) =>
    list.find((one) => one.format === format && one.id === 'nianbao' && one.rounds !== undefined),
  );
  return found.every(Boolean) ? found : undefined;
}

/** OFD files against PDFs of the same documents. */
function ofdAgainstPdf(list) {
  const found = ownIn(list, ['ofd', 'pdf']);
  if (found === undefined) return [];
  const [ofd, pdf] = found;
  return [atMost('OFD warm: to PDF', times(ofd, pdf), 1.2), atMost('OFD bytes: to PDF', ofd.bytes / pdf.bytes, 1.05)];
}

/** Web pages against Word files of the same documents, as the stock engine makes them. */
function pagesAgainstWord(list) {
  const [html] = ownIn(list, ['html']) ?? [];
  const stock = list.find(({ id, rounds }) => id === 'docx' && rounds !== undefined);
  if (html === undefined || stock === undefined) return [];
  return [
    atMost('HTML warm: to docx', times(html, stock), 0.1),
    atMost('HTML bytes of one report', html.bytes / 1024, 60, ' KB'),
  ];
}

/** Every bar for which there are figures, met or not. */
export function bars({ warm = [], cold = [], growth = [], imports = [] }) {
  const whole = cold.find(({ id, format }) => id === 'nianbao from the report' && format === 'pdf');
  const begun = imports.filter(({ name }) => name.startsWith('nianbao '));
  return [
    ...against(warm, 'pdf', 'pdfmake', (own, other) => atLeast('PDF warm: pdfmake to nianbao', times(other, own), 16)),
    ...against(warm, 'pdf', 'Typst', (own, other) => atLeast('PDF warm: Typst to nianbao', times(other, own), 3)),
    ...against(
      warm,
      'pdf',
      'pdfmake',
      (own, other) => atLeast('PDF warm, from the report: pdfmake to nianbao', times(other, own), 13),
      'nianbao from the report',
    ),
    ...against(cold, 'pdf', 'pdfmake', (own, other) => atLeast('PDF cold: pdfmake to nianbao', times(other, own), 3)),
    ...against(cold, 'pdf', 'Typst', (own, other) => atMost('PDF cold: nianbao to Typst', times(own, other), 1)),
    ...against(warm, 'pdf', 'pdfmake', (own, other) =>
      atMost('PDF bytes: nianbao to pdfmake', own.bytes / other.bytes, 1.06),
    ),
    ...against(warm, 'docx', 'docx', (own, other) => atLeast('DOCX warm: docx to nianbao', times(other, own), 10)),
    ...pagesAgainstWord(warm),
    ...ofdAgainstPdf(warm),
    ...(whole ? [atMost('peak memory of one report made to PDF', whole.rss, 90, ' MB')] : []),
    ...growth.map(({ name, format, ratio, bar }) => atMost(`${format.toUpperCase()}: ${name}`, ratio, bar)),
    ...begun.map(({ name, over }) => atMost(`${name} over node`, over, 200, ' ms CPU')),
  ];
}
