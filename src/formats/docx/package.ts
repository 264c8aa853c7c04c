import type { ByteTools } from '../../bytes/byte-tools.js';
import { deflated, type Packed, stored, zip } from '../../bytes/zip.js';
import { memoOf } from '../../memo/memo.js';
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
const known = memoOf<ByteTools, Packed>(50);
const encoder = new TextEncoder();

function entry(name: string, part: string | Uint8Array, tools: ByteTools): Packed & { readonly name: string } {
  if (typeof part !== 'string')
    return { name, ...(name.endsWith('.png') ? stored(part, tools) : deflated(part, tools)) };
  const pack = () => deflated(encoder.encode(part), tools);
  return { name, ...(SHARED.test(name) ? known(tools)(part, pack) : pack()) };
}

/** The file: entries in the order of their names. Same contents, same bytes. */
export function packed(all: readonly Contents[], tools: ByteTools): Uint8Array {
  const { parts, relations } = joined(all);
  const names = Object.keys(parts).toSorted();
  return zip([
    entry('[Content_Types].xml', contentTypes(names), tools),
    entry('_rels/.rels', rootRelationships, tools),
    ...names.map((name) => entry(name, parts[name] ?? '', tools)),
    ...Object.entries(relations).map(([name, list]) => entry(relationsName(name), relationships(list), tools)),
  ]);
}
