import type { ByteTools } from '../../bytes/byte-tools.js';
import { concat } from '../../bytes/concat.js';
import { isBytes } from '../../bytes/is-bytes.js';
import { deflated, type Packed, stored, zip } from '../../bytes/zip.js';
import { memoOf } from '../../memo/memo.js';
import { contentTypes, type Relation, relationships, relationsName, rootRelationships } from './relationships.js';

/** A text, a long one in pieces, or bytes. */
type Part = string | readonly (string | Uint8Array)[] | Uint8Array;

/** Part of the contents of a file: parts by name, and the relationships from each part to others. */
export interface Contents {
  readonly parts: Readonly<Record<string, Part>>;
  readonly relations: Readonly<Record<string, readonly Relation[]>>;
}

/** Joins contents. The relationships of a part keep the order in which they are given. */
function joined(all: readonly Contents[]): Contents {
  const relations: Record<string, readonly Relation[]> = {};
  for (const [name, list] of all.flatMap((contents) => Object.entries(contents.relations))) {
    relations[name] = [...(relations[name] ?? []), ...list];
  }
  return { parts: Object.assign({}, ...all.map(({ parts }) => parts)), relations };
}

/** The parts that are the same in most reports of one look. */
const SHARED = /^\[Content_Types\]|^_rels|^docProps\/app|^word\/(styles|settings|fontTable|header\d+|footer\d+)\.xml$/;

/** These parts, packed once for all reports: about ten per look, 25 kB for the styles and 20 kB for the others together. */
const known = memoOf<ByteTools, Packed>(50);
/** Relationships of parts, apart from these: reports of a place lead to the same pages, those of a country do not. */
const knownRelations = memoOf<ByteTools, Packed>(50);
const LONGEST_KNOWN = 4000;
const encoder = new TextEncoder();

/**
 * How hard a part is deflated that belongs to one file. The usual 6 takes a third longer, a tenth of what a file takes, for three percent fewer
 * bytes of the file; 3 takes half as long for five percent more.
 */
const EFFORT = 5;

function bytesOf(part: Exclude<Part, Uint8Array>): Uint8Array {
  if (typeof part === 'string') return encoder.encode(part);
  // A single string would be too long for the young generation of the heap, and take new memory every time.
  return concat(part.map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece)));
}

function pack(name: string, part: Part, tools: ByteTools): Packed {
  if (isBytes(part)) return name.endsWith('.png') ? stored(part, tools) : deflated(part, tools);
  const make = (effort?: number) => deflated(bytesOf(part), tools, effort);
  if (typeof part !== 'string') return make(EFFORT);
  if (SHARED.test(name)) return known(tools)(part, () => make());
  const isKnown = name.endsWith('.rels') && part.length <= LONGEST_KNOWN;
  return isKnown ? knownRelations(tools)(part, () => make(EFFORT)) : make(EFFORT);
}

const entry = (name: string, part: Part, tools: ByteTools) => ({ name, ...pack(name, part, tools) });

/** The file, with entries in the order of their names. The same contents give the same bytes. */
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
