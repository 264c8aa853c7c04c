import type { Attachment } from '../../model/finish.js';
import { md5 } from './md5.js';
import { type MakeObject, makeStream, type PdfReference, type PdfValue, textString } from './objects.js';

/** What the catalogue says of the files that a document carries. */
export interface EmbeddedFiles {
  /** The name tree: names in order, each with its file. */
  readonly names: PdfValue;
  /** The files as data that belong to the document as a whole (ISO 19005-3, annex E). */
  readonly associated: readonly PdfReference[];
}

/** The report itself is the document's source; its tables are the data behind what the document shows. */
const relationship = ({ mime }: Attachment): string => (mime === 'application/json' ? 'Source' : 'Data');

function writeFile(attachment: Attachment, date: Date, make: MakeObject): PdfReference {
  const { name, mime, description, bytes } = attachment;
  const facts = {
    Type: 'EmbeddedFile',
    // pdfkit writes a name as it is given.
    Subtype: mime.replaceAll('/', '#2F'),
    Params: { ModDate: date, Size: bytes.length, CheckSum: Buffer.from(md5([bytes])) },
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

/** Writes files into a document. Their date is the document's. */
export function embedFiles(attachments: readonly Attachment[], date: Date, make: MakeObject): EmbeddedFiles {
  const files = attachments.map((attachment) => ({ name: attachment.name, file: writeFile(attachment, date, make) }));
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    names: { Names: sorted.flatMap(({ name, file }) => [textString(name), file]) },
    associated: files.map(({ file }) => file),
  };
}
