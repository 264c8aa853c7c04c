import { XML_DECLARATION } from '../../bytes/xml.js';
import type { Block, Document } from '../../model/document.js';
import { STRUCTURE_NAMESPACE } from '../../model/structure-namespace.js';
import type { TextRole } from '../../typeset/page.js';

/**
 * What the text objects of each page are to the document, as a part of our own beside the pages (GB/T 33190-2016, clause 16): readers of
 * fixed layout ignore it, and a file reads back by it as exactly as it was made.
 */

/** A line of text on a page, and the numbers of its objects. */
export interface DrawnLine {
  readonly role: TextRole;
  readonly ids: readonly number[];
}

/** Neighbouring lines of one block, cell or note. */
interface Part {
  readonly role: TextRole;
  readonly ids: number[];
}

const keyOf = (role: TextRole): string => Object.values(role).join(' ');

function partsOf(lines: readonly DrawnLine[]): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const { role, ids } of lines) {
    const key = keyOf(role);
    const known = parts.get(key);
    if (known) known.ids.push(...ids);
    else parts.set(key, { role, ids: [...ids] });
  }
  return [...parts.values()];
}

/** Numbers as they are listed: `7-9 12` for 7, 8, 9 and 12. */
function ranges(ids: readonly number[]): string {
  const found: [from: number, to: number][] = [];
  for (const id of ids) {
    const last = found.at(-1);
    if (last?.[1] === id - 1) last[1] = id;
    else found.push([id, id]);
  }
  return found.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(' ');
}

const objects = ({ ids }: Part): string => `Objects="${ranges(ids)}"`;

/** The level of a heading among all: the title is above the sections. */
function levelOf(block: Block | undefined): number | undefined {
  if (block?.kind === 'title') return 1;
  return block?.kind === 'heading' ? block.level + 1 : undefined;
}

function textElement(part: Part, block: Block | undefined): string {
  const level = part.role.kind === 'block' ? levelOf(block) : undefined;
  return `<Text${level === undefined ? '' : ` Level="${level}"`} ${objects(part)}/>`;
}

/** The cells of a table on one page, row by row. */
function tableElement(parts: readonly Part[], block: Block | undefined): string {
  const rows = new Map<number, string[]>();
  for (const part of parts) {
    const cell = block?.kind === 'table' && part.role.kind === 'cell' ? block.cells[part.role.cell] : undefined;
    const row = rows.get(cell?.row ?? -1) ?? [];
    rows.set(cell?.row ?? -1, row);
    row.push(`<Cell ${objects(part)}/>`);
  }
  return `<Table>${[...rows.values()].map((row) => `<Row>${row.join('')}</Row>`).join('')}</Table>`;
}

function pageElement(page: number, lines: readonly DrawnLine[], blocks: readonly Block[]): string {
  const parts = partsOf(lines);
  const elements: string[] = [];
  for (let i = 0; i < parts.length; ) {
    const part = parts[i] as Part;
    const { role } = part;
    const end = parts.findIndex(
      ({ role: other }, k) => k > i && !(role.kind === 'cell' && other.kind === 'cell' && other.block === role.block),
    );
    const next = end < 0 ? parts.length : end;
    if (role.kind === 'artifact') elements.push(`<Artifact ${objects(part)}/>`);
    else if (role.kind === 'cell') elements.push(tableElement(parts.slice(i, next), blocks[role.block]));
    else elements.push(textElement(part, blocks[role.block]));
    i = role.kind === 'cell' ? next : i + 1;
  }
  return `<Page ID="${page}">${elements.join('')}</Page>`;
}

/** The structure of all pages. */
export function structurePart(
  pages: readonly { readonly id: number; readonly lines: readonly DrawnLine[] }[],
  { blocks }: Document,
): string {
  const list = pages.map(({ id, lines }) => pageElement(id, lines, blocks));
  return `${XML_DECLARATION}<Structure xmlns="${STRUCTURE_NAMESPACE}">${list.join('')}</Structure>`;
}
