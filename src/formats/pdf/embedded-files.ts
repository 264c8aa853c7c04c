import type { Attachment } from '../../model/finish.js';
import { md5 } from './md5.js';
import { type MakeObject, makeStream, type PdfReference, type PdfValue, textString } from './objects.js';

/** The entries of the catalogue for attached files. */
export interface EmbeddedFiles {
  /** The name tree: names in order, each followed by its file. */
  readonly names: PdfValue;
  /** The files as associated files of the whole document (ISO 19005-3, annex E). */
  readonly associated: readonly PdfReference[];
}

/** The report is the source of the document; its tables are data that the document shows. */
const relationship = ({ mime }: Attachment): string => (mime === 'application/json' ? 'Source' : 'Data');

function writeFile(attachment: Attachment, date: Date, make: MakeObject): PdfReference {
  const { name, mime, description, bytes } = attachment;
  const facts = {
    Type: 'EmbeddedFile',
    // pdfkit does not escape names.
    Subtype: mime.replaceAll('/', '#2F'),
    Params: { ModDate: date, Size: bytes.length, CheckSum: md5(bytes) },
  };
  const file = makeStream(facts, bytes, make);
  const specification = make({
    Type: 'Filespec',
    F: textString(name),
    UF: textString(name),
    EF: { F: file, UF: file },
    AFRelationship: relationship(attachment),
    Desc: textString(description),
  });
  specification.end();
  return specification;
}

/** Attaches files to a document. They have the date of the document. */
export function embedFiles(attachments: readonly Attachment[], date: Date, make: MakeObject): EmbeddedFiles {
  const files = attachments.map((attachment) => ({ name: attachment.name, file: writeFile(attachment, date, make) }));
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    names: { Names: sorted.flatMap(({ name, file }) => [textString(name), file]) },
    associated: files.map(({ file }) => file),
  };
}
