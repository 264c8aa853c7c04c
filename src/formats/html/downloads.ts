import { toBase64 } from '../../bytes/base64.js';
import type { Attachment } from '../../model/finish.js';
import type { Dress } from './dress.js';
import { attributes, textHtml } from './written-html.js';

/** Where a program finds what the columns of the CSV files are (https://www.w3.org/TR/tabular-data-primer/). */
const METADATA = { name: 'csv-metadata.json', mime: 'application/csvm+json', description: '表格数据的说明（CSVW）' };

function metadataOf(tables: readonly Attachment[]): Attachment {
  const described = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    tables: tables.map(({ name, description, columns = [] }) => ({
      url: name,
      'dc:title': description,
      tableSchema: {
        columns: columns.map(({ name, title, datatype }) => ({ name, titles: [name, title], datatype })),
        primaryKey: columns[0]?.name,
      },
    })),
  };
  return { ...METADATA, bytes: new TextEncoder().encode(`${JSON.stringify(described, null, 2)}\n`) };
}

function linkTo({ name, mime, description, bytes }: Attachment, { download }: Dress): string {
  const href = `data:${mime};base64,${toBase64(bytes)}`;
  return `<li${download}><a${attributes({ href, download: name })}>${textHtml(`${description}（${name}）`)}</a></li>`;
}

/** The attached files as links that hold them; nothing if there are none. */
export function downloadsHtml(attachments: readonly Attachment[], dress: Dress): string {
  if (attachments.length === 0) return '';
  const tables = attachments.filter(({ columns }) => columns !== undefined);
  const all = tables.length === 0 ? attachments : [...attachments, metadataOf(tables)];
  const links = all.map((one) => linkTo(one, dress)).join('\n');
  return `\n<footer>\n<nav aria-label="数据下载">\n<ul>\n${links}\n</ul>\n</nav>\n</footer>`;
}
