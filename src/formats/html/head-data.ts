import type { Document, Meta } from '../../model/document.js';
import type { Site } from '../../model/finish.js';
import { PROGRAM } from '../../model/program.js';
import { attributes } from './written-html.js';

/** Data within the page for programs. `<` cannot end the element. */
export const dataScript = (type: string, id: string | undefined, data: object): string =>
  `<script${attributes({ type, id })}>${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

const isSigned = ({ blocks }: Document): boolean => blocks.some(({ kind }) => kind === 'signoff');

/** The labels that 政府网站发展指引 (国办发〔2017〕47号, 附件2) wants in the head of pages; those that nobody has given are left out. */
function labelsOf(document: Document, { name, domain, idCode }: Site): Readonly<Record<string, string | undefined>> {
  const { title, subject, author, keywords, date, column } = document.meta;
  return {
    SiteName: name,
    SiteDomain: domain,
    SiteIDCode: idCode,
    ColumnName: column ?? subject,
    ColumnDescription: subject,
    // The others are those of this report: its year and its agency.
    ColumnKeywords: keywords.slice(0, 2).join(','),
    ColumnType: column,
    ArticleTitle: title,
    PubDate: isSigned(document) ? date : undefined,
    ContentSource: author,
    Keywords: keywords.join(','),
    Author: author,
    Description: title,
  };
}

/** What the page says about itself to programs. */
export function metaElements(document: Document, site: Site): string {
  const labels = Object.entries({ generator: PROGRAM, ...labelsOf(document, site) });
  return labels
    .filter(([, content]) => content !== undefined)
    .map(([name, content]) => `<meta${attributes({ name, content })}>`)
    .join('\n');
}

const agencyOf = ({ author }: Meta): object => ({ '@type': 'GovernmentOrganization', name: author });

/** The report, and each of its tables, in the words of schema.org. */
export function linkedData(document: Document, prefix: string): object {
  const { meta, blocks } = document;
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.caption ?? block.description] : []));
  const date = isSigned(document) ? { datePublished: meta.date } : {};
  const common = { inLanguage: meta.language, creator: agencyOf(meta), ...date };
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: meta.title,
    about: { '@type': 'Thing', name: meta.subject },
    keywords: meta.keywords,
    publisher: agencyOf(meta),
    ...common,
    hasPart: tables.map((name, i) => ({
      '@type': 'Dataset',
      '@id': `#${prefix}t${i + 1}`,
      name,
      description: `${meta.title}：${name}`,
      ...common,
    })),
  };
}
