import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { headingStyle } from '../model/block-texts.js';
import type { Block, Document } from '../model/document.js';
import { entryText, entryWithoutNumber } from '../readers/neutral/entry-text.js';
import type { SourceParagraph } from '../readers/neutral/reading.js';
import { alignParts, type Step } from './align-parts.js';
import { headOf, type ShownPart, shownPart } from './shown-part.js';
import { tellSteps } from './table-differences.js';
import { changedText } from './tell-difference.js';

/** What a table of contents may list: the title and the headings, each kind for itself. */
type Kind = 'title' | 'heading1' | 'heading2';

function listable(block: Block): readonly (readonly [part: ShownPart, kind: Kind])[] {
  const part = (text: string) => shownPart('text', [[{ text, path: block.path }]]);
  if (block.kind === 'title') return [[part(block.lines.flat(2).join('')), 'title']];
  return block.kind === 'heading' ? [[part(block.text), headingStyle(block.level)]] : [];
}

/** A line of a table of contents as the heading that it names: with its number also where none of the lines has one. */
function entryPart({ text, at }: SourceParagraph, headings: readonly ShownPart[]): ShownPart {
  const said = entryText(text);
  const named = headings.find(({ flat }) => flat !== said && entryWithoutNumber(flat) === said);
  return shownPart('text', [[{ text: named?.flat ?? said, at }]]);
}

function compareEntry({ signed: [one], published: [other] }: Step, file: string): readonly Diagnostic[] {
  return !one || !other || one.key === other.key ? [] : [changedText(headOf(one), headOf(other), file)];
}

/** Headings of a kind that a table of contents lists at least half of: the others are missing in it. */
function isListed(kind: Kind, steps: readonly Step[], kinds: ReadonlyMap<ShownPart, Kind>): boolean {
  const own = steps.filter(({ signed: [part] }) => part && kinds.get(part) === kind);
  return own.filter(({ published }) => published.length > 0).length * 2 >= own.length;
}

/** The differences of a page's own table of contents from the headings of what was signed. */
export function contentsDifferences(
  { blocks }: Document,
  entries: readonly SourceParagraph[],
  file: string,
): readonly Diagnostic[] {
  const kinds = new Map(blocks.flatMap(listable));
  const headings = [...kinds.keys()];
  const steps = alignParts(
    headings,
    entries.map((entry) => entryPart(entry, headings)),
  );
  const isMeant = ({ signed: [part], published }: Step) => {
    const kind = part && kinds.get(part);
    return published.length > 0 || (kind !== undefined && kind !== 'title' && isListed(kind, steps, kinds));
  };
  return tellSteps(
    steps.filter(isMeant),
    () => 'entry',
    file,
    (step) => compareEntry(step, file),
  );
}
