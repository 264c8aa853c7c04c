import { diagnostic, ReportError } from '../../diagnostics/diagnostic.js';
import { relationsIn } from '../neutral/relations.js';
import { unpackParts } from '../neutral/unpack-parts.js';

/** Only markup is unpacked. */
const MARKUP = /\.(?:xml|rels)$/i;

/** The parts of a Word file that are read: text by the kind of its relationship, or by name. */
export interface PackageParts {
  readonly document: string;
  /** The texts of the parts that the document relates to by this kind, the last word of its type: `styles`, `header`. */
  readonly related: (kind: string) => readonly string[];
}

export function damaged(name: string, found: string): ReportError {
  return new ReportError([diagnostic('read/damaged', { cause: 'word', file: name, reason: found })]);
}

const decoder = new TextDecoder();

/**
 * Opens a Word file.
 *
 * @throws ReportError `read/damaged`, `read/too-large`
 */
export function openPackage(bytes: Uint8Array, name: string): PackageParts {
  const files = unpackParts(bytes, name, MARKUP, damaged);
  const byName = new Map(Object.keys(files).map((part) => [part.replaceAll('\\', '/').toLowerCase(), part]));
  const textAt = (part: string): string | undefined => {
    const file = byName.get(part.toLowerCase());
    return file === undefined ? undefined : decoder.decode(files[file]);
  };
  const main =
    relationsIn(textAt('_rels/.rels'), '').find(({ kind }) => kind === 'officeDocument')?.part ?? 'word/document.xml';
  const document = textAt(main) ?? textAt('word/document.xml');
  if (document === undefined) throw damaged(name, '里面没有正文');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = relationsIn(textAt(`${folder}_rels/${main.slice(folder.length)}.rels`), folder);
  return {
    document,
    related: (kind) => relations.flatMap((relation) => (relation.kind === kind ? (textAt(relation.part) ?? []) : [])),
  };
}
