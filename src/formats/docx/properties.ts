import { escapeXml } from '../../bytes/xml.js';
import { startOfDay } from '../../model/day.js';
import type { Meta } from '../../model/document.js';
import { DECLARATION } from './word-xml.js';

const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** `docProps/core.xml`: what the file says about itself. The clock plays no part: the file is dated as the report is. */
export function corePart({ title, author, subject, keywords, language, date }: Meta): string {
  const texts = [
    ['dc:title', title],
    ['dc:subject', subject],
    ['dc:creator', author],
    ['cp:keywords', keywords.join(',')],
    ['dc:language', language],
    ['cp:lastModifiedBy', author],
  ] as const;
  const dates = ['created', 'modified'].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${startOfDay(date)}</dcterms:${name}>`,
  );
  const elements = texts.map(([name, text]) => `<${name}>${escapeXml(text)}</${name}>`);
  return `${DECLARATION}<cp:coreProperties ${NAMESPACES}>${elements.join('')}${dates.join('')}</cp:coreProperties>`;
}
