import { escapeXml } from '../../bytes/xml.js';
import type { Attachment } from '../../model/finish.js';
import { part } from './ofd-xml.js';

const LAST_DOT = /^(.*)\.([^.]+)$/s;

/** The parts of attached files (GB/T 33190-2016, clause 20), by their names from the document part; none without attachments. */
export function attachmentParts(attachments: readonly Attachment[], day: string | undefined) {
  if (attachments.length === 0) return {};
  const files = attachments.map(({ name, bytes }, i) => {
    const [, title = name, format = ''] = LAST_DOT.exec(name) ?? [];
    // Names in a package are ASCII; what people see is the name in the list.
    return { title, format, bytes, file: `File_${i + 1}${/^[A-Za-z0-9]+$/.test(format) ? `.${format}` : ''}` };
  });
  const dated = day === undefined ? '' : ` CreationDate="${day}T00:00:00"`;
  const list = files.map(({ title, format, bytes, file }, i) => {
    const facts = `Name="${escapeXml(title)}" Format="${escapeXml(format)}"${dated} Size="${Number((bytes.length / 1024).toFixed(3))}"`;
    return `<ofd:Attachment ID="A${i + 1}" ${facts}><ofd:FileLoc>${file}</ofd:FileLoc></ofd:Attachment>`;
  });
  return {
    'Attachs/Attachments.xml': part('Attachments', list.join('')),
    ...Object.fromEntries(files.map(({ file, bytes }) => [`Attachs/${file}`, bytes])),
  };
}
