import { escapeXml } from '../../bytes/xml.js';
import { NO_DAY, startOfDay } from '../../model/day.js';
import type { Meta } from '../../model/document.js';

/**
 * The metadata stream: the document information again, and the standards that the file means to keep. Written here because pdfkit's
 * metadata name either PDF/A or PDF/UA, and both together need the schema below.
 */

const inDefaultLanguage = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;

function description(prefix: string, namespace: string, properties: readonly string[]): string {
  return [`<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">`, ...properties, '</rdf:Description>'].join(
    '\n',
  );
}

/** PDF/A does not define `pdfuaid`, so the file has a schema for it (ISO 19005-2, 6.6.2.3.3). */
const UA_SCHEMA = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file means to keep</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

/**
 * The metadata as an XMP packet in UTF-8.
 *
 * @param part the part of PDF/A: 2, or 3 for a file with attachments
 */
export function xmpPacket(meta: Meta, program: string, part: 2 | 3): Buffer {
  const dated = meta.date === undefined ? [] : ['CreateDate', 'ModifyDate'];
  const date = startOfDay(meta.date ?? NO_DAY);
  const packet = [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    description('dc', 'http://purl.org/dc/elements/1.1/', [
      '<dc:format>application/pdf</dc:format>',
      `<dc:title>${inDefaultLanguage(meta.title)}</dc:title>`,
      `<dc:creator><rdf:Seq><rdf:li>${escapeXml(meta.author)}</rdf:li></rdf:Seq></dc:creator>`,
      `<dc:description>${inDefaultLanguage(meta.subject)}</dc:description>`,
      `<dc:language><rdf:Bag><rdf:li>${meta.language}</rdf:li></rdf:Bag></dc:language>`,
    ]),
    description('xmp', 'http://ns.adobe.com/xap/1.0/', [
      ...dated.map((name) => `<xmp:${name}>${date}</xmp:${name}>`),
      `<xmp:CreatorTool>${program}</xmp:CreatorTool>`,
    ]),
    description('pdf', 'http://ns.adobe.com/pdf/1.3/', [
      `<pdf:Keywords>${escapeXml(meta.keywords.join('，'))}</pdf:Keywords>`,
      `<pdf:Producer>${program}</pdf:Producer>`,
    ]),
    description('pdfaid', 'http://www.aiim.org/pdfa/ns/id/', [
      `<pdfaid:part>${part}</pdfaid:part>`,
      '<pdfaid:conformance>A</pdfaid:conformance>',
    ]),
    description('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', ['<pdfuaid:part>1</pdfuaid:part>']),
    UA_SCHEMA,
    '</rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ];
  return Buffer.from(packet.join('\n'));
}
