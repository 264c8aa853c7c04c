// Who is compared: an engine is a module of peers/ that is loaded into a Node process, a program is started for each
// document.
import { fileURLToPath } from 'node:url';
import { programs } from './peers/programs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The formats that are compared, in the order in which they are told. */
export const FORMATS = ['pdf', 'docx', 'html', 'ofd'];

/** Builds of nianbao; several are told apart by letters. `fromReport` goes the whole way and not from the document alone. */
function builds(roots) {
  return FORMATS.flatMap((format) =>
    roots.flatMap((folder, i) => {
      const id = roots.length === 1 ? 'nianbao' : `nianbao:${String.fromCharCode(65 + i)}`;
      const options = { root: folder, format };
      return [
        { id, format, peer: 'nianbao', options },
        { id: `${id} from the report`, format, peer: 'nianbao', options: { ...options, fromReport: true } },
      ];
    }),
  );
}

const STOCK = [
  { id: 'pdfmake', format: 'pdf', peer: 'pdfmake', isStock: true },
  { id: 'pdfmake, fonts in memory', format: 'pdf', peer: 'pdfmake', options: { inMemory: true } },
  { id: 'docx', format: 'docx', peer: 'docx', isStock: true },
];

const PEERS = [
  { id: 'Typst', format: 'pdf', peer: 'typst' },
  { id: 'react-pdf', format: 'pdf', peer: 'react-pdf' },
  { id: 'docxtemplater', format: 'docx', peer: 'docxtemplater' },
];

/** The builds of nianbao in these package folders (this one if none is named), the stock engines, and all others if wanted. */
export function contenders({ roots = [], peers = false } = {}) {
  const all = [
    ...builds(roots.length === 0 ? [root] : roots),
    ...STOCK,
    ...(peers ? [...PEERS, ...programs(roots[0] ?? root)] : []),
  ];
  return FORMATS.flatMap((format) => all.filter((one) => one.format === format));
}
