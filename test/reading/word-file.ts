import { strToU8, zipSync } from 'fflate';

/** A Word file made by hand, with the parts that are given besides the text. */

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Parts {
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly header?: string;
}

export function wordFile(body: string, parts: Parts = {}): Uint8Array {
  const names = Object.entries(parts);
  const related = names.map(([kind], i) => `<Relationship Id="r${i}" Type="${TYPES}/${kind}" Target="${kind}.xml"/>`);
  const files = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${TYPES}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships>${related.join('')}</Relationships>`,
    ...Object.fromEntries(names.map(([kind, xml]) => [`word/${kind}.xml`, `<w:${kind} ${W}>${xml}</w:${kind}>`])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${text.startsWith('<') ? text : run(text)}</w:p>`;

/** A cell: its text, the columns that it spans, and whether it begins or goes on a cell merged downwards. */
export function cell(text: string, span = 1, merge?: 'restart' | 'continue'): string {
  const vertical = merge === undefined ? '' : `<w:vMerge${merge === 'restart' ? ' w:val="restart"' : ''}/>`;
  return `<w:tc><w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${vertical}</w:tcPr>${paragraph(text)}</w:tc>`;
}

export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
