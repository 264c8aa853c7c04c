import { escapeXml } from '../../bytes/xml.js';
import { startOfDay } from '../../model/day.js';
import type { Meta } from '../../model/document.js';
import { PROGRAM } from '../../model/program.js';
import { DECLARATION } from './word-xml.js';

const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** `docProps/core.xml`: title, author and so on. The file has the date of the report, not of the clock, and none if the report has none. */
export function corePart({ title, author, subject, keywords, language, date }: Meta): string {
  const texts = [
    ['dc:title', title],
    ['dc:subject', subject],
    ['dc:creator', author],
    ['cp:keywords', keywords.join(',')],
    ['dc:language', language],
    ['cp:lastModifiedBy', author],
  ] as const;
  const dates = (date === undefined ? [] : ['created', 'modified']).map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${startOfDay(date as string)}</dcterms:${name}>`,
  );
  const elements = texts.map(([name, text]) => `<${name}>${escapeXml(text)}</${name}>`);
  return `${DECLARATION}<cp:coreProperties ${NAMESPACES}>${elements.join('')}${dates.join('')}</cp:coreProperties>`;
}

const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';

/** Where a Word file names the program that wrote it last. */
export const APP_NAME = 'docProps/app.xml';

/** `docProps/app.xml`: by the program's name another program knows, and so do we, who made the file. */
export const appPart = `${DECLARATION}<Properties xmlns="${EXTENDED}"><Application>${PROGRAM}</Application></Properties>`;
