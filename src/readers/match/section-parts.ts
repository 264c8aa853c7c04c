import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Form } from '../../form/form.js';
import { hasAtMost } from '../../limits/text-length.js';
import type { FurtherTable } from '../../table/further.js';
import { excerpt, loss } from '../neutral/loss.js';
import type { SourceBlock, SourceParagraph, SourceTable } from '../neutral/reading.js';
import { textOf } from '../neutral/reading.js';
import { furtherTableOf } from './own-table.js';
import type { SourceSection } from './sections.js';

/** What a section of the report is read from. */
export interface SectionParts {
  readonly key: string;
  /** The heading as it stands in the source; undefined if it has none. */
  readonly heading: string | undefined;
  readonly at: string | undefined;
  readonly before: readonly SourceParagraph[];
  readonly after: readonly SourceParagraph[];
  readonly notes: readonly SourceParagraph[];
  readonly tables: readonly {
    readonly table: FurtherTable;
    readonly note: readonly SourceParagraph[];
    readonly at: string;
  }[];
}

/** Sections as they are gathered, by key. */
type Gathered = Map<string, { heading: string | undefined; at: string | undefined; blocks: SourceBlock[] }>;

export interface PartsOptions {
  readonly form: Form;
  readonly file: string;
  /** The statutory table that a table of the source belongs to. */
  readonly keyOf: (table: SourceTable) => string | undefined;
}

/** Where a section that the form does not have is read: the text that must mention its matter, or else the last text. */
function hostOf({ heading, blocks }: SourceSection, { texts, sections, tables }: Form): string | undefined {
  const text = `${heading ?? ''}\n${textOf(blocks)}`;
  const wanted = Object.entries(texts).find(([, { requires = [] }]) =>
    requires.some(({ pattern }) => pattern.test(text)),
  );
  const last = sections.findLast(({ key }) => Object.hasOwn(texts, key) && !Object.hasOwn(tables, key));
  return wanted?.[0] ?? last?.key;
}

function ofNoSection(
  section: SourceSection,
  options: PartsOptions,
): { readonly key: string; readonly loss: Diagnostic } | undefined {
  const key = hostOf(section, options.form);
  if (key === undefined) return undefined;
  const name = options.form.sections.find((one) => one.key === key)?.heading;
  return {
    key,
    loss: loss(
      'doubtful',
      { cause: 'extra-section', name: name ?? '', given: section.heading ?? '' },
      { file: options.file, at: section.from.at },
    ),
  };
}

/** Parts a section where a statutory table stands in it that has no heading of its own. */
function gather(
  blocks: readonly SourceBlock[],
  first: string | undefined,
  gathered: Gathered,
  { keyOf }: PartsOptions,
): void {
  let key = first;
  for (const block of blocks) {
    const own = block.kind === 'table' ? keyOf(block) : undefined;
    if (own !== undefined && own !== key) {
      key = own;
      if (!gathered.has(own)) gathered.set(own, { heading: undefined, at: block.at, blocks: [] });
    }
    if (key !== undefined) gathered.get(key)?.blocks.push(block);
  }
}

const isNote = ({ text }: SourceParagraph): boolean => /^[（(]?(?:注|备注|说明|附注)\s*\d*\s*[:：]/u.test(text.trim());

/** The note that begins at a place: `注：1.…` and the numbered paragraphs that go on from it. */
function noteFrom(blocks: readonly SourceBlock[], from: number): readonly SourceParagraph[] {
  const note: SourceParagraph[] = [];
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.kind !== 'paragraph') break;
    const goesOn = note.length > 0 && /^\d{1,2}[.．、]/u.test(block.text.trim());
    if (!goesOn && !isNote(block)) break;
    note.push(block);
  }
  return note;
}

/** Where the first note below a table is, after other text or not, before the next table. */
function firstNote(blocks: readonly SourceBlock[], from: number): number {
  const at = blocks.findIndex((block, i) => i >= from && (block.kind === 'table' || isNote(block)));
  return at < 0 ? blocks.length : at;
}

const NUMBERED = /^附?表\s*[一二三四五六七八九十\d]/u;

/** A short line above a table that does not end as a sentence does: in the middle, numbered as a table, or not numbered at all. */
function isCaption(block: SourceBlock | undefined): block is SourceParagraph {
  if (block?.kind !== 'paragraph') return false;
  const text = block.text.trim();
  const isShort = hasAtMost(text, 40) && !/[。；：:，]$/u.test(text);
  return (
    isShort &&
    (block.align === 'center' || NUMBERED.test(text) || !/^[（(]?[一二三四五六七八九十\d]+[）)、.．]/u.test(text))
  );
}

/** The further tables of a section, each with its caption and its note. */
function furtherIn(blocks: readonly SourceBlock[], { keyOf }: PartsOptions) {
  const taken = new Set<SourceBlock>();
  const tables = blocks.flatMap((block, i) => {
    if (block.kind === 'paragraph' || keyOf(block) !== undefined) return [];
    const above = blocks[i - 1];
    const caption = isCaption(above) ? above : undefined;
    const note = noteFrom(blocks, i + 1);
    for (const one of [...(caption ? [caption] : []), ...note]) taken.add(one);
    return [{ table: furtherTableOf(block, caption?.text.trim()), note, at: block.at }];
  });
  return { taken, tables };
}

function partsOf(
  key: string,
  { heading, at, blocks }: { heading: string | undefined; at: string | undefined; blocks: readonly SourceBlock[] },
  options: PartsOptions,
): SectionParts {
  const { taken, tables } = furtherIn(blocks, options);
  const isStatutory = (block: SourceBlock) => block.kind === 'table' && options.keyOf(block) === key;
  const last = blocks.findLastIndex(isStatutory);
  const paragraphs = (from: number, to: number) =>
    blocks.slice(from, to).filter((block) => block.kind === 'paragraph' && !taken.has(block)) as SourceParagraph[];
  const first = blocks.findIndex(isStatutory);
  const inside = last < 0 ? [] : paragraphs(last, blocks.length);
  const before = last < 0 ? paragraphs(0, blocks.length) : paragraphs(0, first);
  const isTable = Object.hasOwn(options.form.tables, key);
  const notes = isTable && last >= 0 ? noteFrom(blocks, firstNote(blocks, last + 1)) : [];
  return { key, heading, at, before, after: inside.filter((one) => !notes.includes(one)), notes, tables };
}

/** The sections of the report from those of the source: parted where a heading is missing, joined where the form has no such section. */
export function sectionParts(
  sections: readonly SourceSection[],
  options: PartsOptions,
): { readonly parts: readonly SectionParts[]; readonly losses: readonly Diagnostic[] } {
  const gathered: Gathered = new Map();
  const losses: Diagnostic[] = [];
  const known = sections.filter(({ key }) => key !== undefined);
  for (const { key, heading, from, isByNumber } of known) {
    gathered.set(key as string, { heading, at: from.at, blocks: [] });
    if (isByNumber) losses.push(headingByNumber(heading ?? '', from.at, options));
  }
  for (const section of sections) {
    if (section.key !== undefined) {
      gather(section.blocks, section.key, gathered, options);
      continue;
    }
    const host = ofNoSection(section, options);
    if (host === undefined) continue;
    losses.push(host.loss);
    const into = gathered.get(host.key) ?? { heading: undefined, at: section.from.at, blocks: [] };
    gathered.set(host.key, into);
    into.blocks.push({ kind: 'paragraph', text: section.heading ?? '', at: section.from.at });
    gather(section.blocks, host.key, gathered, options);
  }
  return { parts: [...gathered].map(([key, one]) => partsOf(key, one, options)), losses };
}

function headingByNumber(heading: string, at: string, { file }: PartsOptions): Diagnostic {
  return loss('doubtful', { cause: 'heading-by-number', text: excerpt(heading) }, { file, at });
}
