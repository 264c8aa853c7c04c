import { deflated, type Packed, stored, zip } from '../../bytes/zip.js';
import { memo } from '../../memo/memo.js';
import { contentTypes, type Relation, relationships, relationsName, rootRelationships } from './relationships.js';

/** Some of what a file is made of: parts by their names, and the relationships that lead from one to others. */
export interface Contents {
  readonly parts: Readonly<Record<string, string | Uint8Array>>;
  readonly relations: Readonly<Record<string, readonly Relation[]>>;
}

/** Everything together; the relationships of one part stand in the order in which they are given. */
function joined(all: readonly Contents[]): Contents {
  const relations: Record<string, readonly Relation[]> = {};
  for (const [name, list] of all.flatMap((contents) => Object.entries(contents.relations))) {
    relations[name] = [...(relations[name] ?? []), ...list];
  }
  return { parts: Object.assign({}, ...all.map(({ parts }) => parts)), relations };
}

/** The parts that most reports of one look have alike. */
const SHARED = /^\[Content_Types\]|^_rels|^word\/(styles|settings|fontTable|header\d+|footer\d+)\.xml$/;

/** These parts, packed once for all reports: some ten to a look, of which the styles take 25 kB and the others 20 kB together. */
const known = memo<Packed>(50);

function entry(name: string, part: string | Uint8Array): Packed & { readonly name: string } {
  if (typeof part !== 'string') return { name, ...(name.endsWith('.png') ? stored(part) : deflated(part)) };
  const pack = () => deflated(Buffer.from(part));
  return { name, ...(SHARED.test(name) ? known(part, pack) : pack()) };
}

/** The file: entries in the order of their names. Same contents, same bytes. */
export function packed(all: readonly Contents[]): Uint8Array {
  const { parts, relations } = joined(all);
  const names = Object.keys(parts).toSorted();
  return zip([
    entry('[Content_Types].xml', contentTypes(names)),
    entry('_rels/.rels', rootRelationships),
    ...names.map((name) => entry(name, parts[name] ?? '')),
    ...Object.entries(relations).map(([name, list]) => entry(relationsName(name), relationships(list))),
  ]);
}
