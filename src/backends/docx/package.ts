import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describeTables, numberMarks, type TableText } from './amend.js';
import { contentTypes, type Relation, relationships, relationsName, rootRelationships } from './relationships.js';

/** The parts that `docx` writes well. Whatever else it writes is left out or given to `repackage`. */
const TAKEN = /^word\/(document|(header|footer)\d+)\.xml$|^word\/media\//;

/** The parts that its document may refer to, by the last word of the relationship's type. */
const REFERRED = new Set(['styles', 'settings', 'fontTable', 'header', 'footer', 'image', 'hyperlink']);

/** What a file has besides what `docx` wrote: parts, and the relationships that lead from one to another. */
export interface Additions {
  readonly parts: Readonly<Record<string, string | Uint8Array>>;
  readonly relations: Readonly<Record<string, readonly Relation[]>>;
}

interface DocumentPart {
  readonly document: string;
  readonly relations: readonly Relation[];
}

/** Numbers the relationships in their order: `docx` gives links random ids. Those to parts left out go. */
function numberRelations(document: string, rels: string): DocumentPart {
  const elements = (rels.match(/<Relationship .*?\/>/g) ?? []).map((element) => {
    const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1];
    const external = value('TargetMode') === 'External' ? { external: true as const } : {};
    return {
      id: value('Id') ?? '',
      relation: { type: value('Type') ?? '', target: value('Target') ?? '', ...external },
    };
  });
  const kept = elements.filter(({ relation }) => REFERRED.has(/\w+$/.exec(relation.type)?.[0] ?? ''));
  const numbers = new Map(kept.map(({ id }, i) => [id, `rId${i + 1}`]));
  const renumbered = document.replace(
    / r:(id|embed)="([^"]*)"/g,
    (_, name: string, id: string) => ` r:${name}="${numbers.get(id) ?? id}"`,
  );
  return { document: renumbered, relations: kept.map(({ relation }) => relation) };
}

/**
 * Makes the file from what `docx` wrote and what is given here: ids in order, entries in the order of their names and with a
 * fixed time. Same input, same bytes.
 */
export function repackage(
  written: Uint8Array,
  { parts, relations }: Additions,
  tables: readonly TableText[],
): Uint8Array {
  const files = unzipSync(written);
  const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const main = numberRelations(read('word/document.xml'), read('word/_rels/document.xml.rels'));
  const taken = Object.entries(files).filter(([name]) => TAKEN.test(name));
  const all: Readonly<Record<string, string | Uint8Array>> = {
    ...Object.fromEntries(
      taken.map(([name, data]) => [name, name.endsWith('.xml') ? numberMarks(name, strFromU8(data)) : data]),
    ),
    ...parts,
    'word/document.xml': describeTables(main.document, tables),
  };
  const led = { ...relations, 'word/document.xml': [...main.relations, ...(relations['word/document.xml'] ?? [])] };
  const names = Object.keys(all).toSorted();
  const entries: [string, string | Uint8Array][] = [
    ['[Content_Types].xml', contentTypes(names)],
    ['_rels/.rels', rootRelationships],
    ...names.map((name): [string, string | Uint8Array] => [name, all[name] ?? '']),
    ...Object.entries(led).map(([name, list]): [string, string] => [relationsName(name), relationships(list)]),
  ];
  // The zip format holds local time and fflate writes the local fields of a date, so the zone does not matter.
  const options = { mtime: new Date(1980, 0, 1), os: 0, level: 6 } as const;
  const bytes = (data: string | Uint8Array) => (typeof data === 'string' ? strToU8(data) : data);
  return zipSync(Object.fromEntries(entries.map(([name, data]) => [name, [bytes(data), options]])) as Zippable);
}
