import { escapeXml } from '../../bytes/xml.js';
import type { Meta } from '../../model/document.js';
import { PROGRAM } from '../../model/program.js';
import { element, part } from './ofd-xml.js';

/** The part by which a package begins (GB/T 33190-2016, 7.4): what the file says about itself, and where its document is. */
export function rootPart({ title, author, subject, keywords, date }: Meta, identifier: string): string {
  const info = [
    `<ofd:DocID>${identifier}</ofd:DocID>`,
    element('Title', escapeXml(title)),
    element('Author', escapeXml(author)),
    element('Subject', escapeXml(subject)),
    element('CreationDate', date),
    element('ModDate', date),
    element('Keywords', keywords.map((word) => element('Keyword', escapeXml(word))).join('')),
    element('Creator', PROGRAM),
  ];
  const body = element('DocInfo', info.join('')) + element('DocRoot', 'Doc_0/Document.xml');
  return part('OFD Version="1.0" DocType="OFD"', element('DocBody', body));
}
