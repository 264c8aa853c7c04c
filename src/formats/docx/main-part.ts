import { type ByKind, byKind } from '../../model/by-kind.js';
import type { NamedTheme } from './faces.js';
import { frameOf } from './frame.js';
import { linksIn } from './hyperlinks.js';
import type { FittedTable, Look } from './look.js';
import type { Contents } from './package.js';
import {
  addresseeParagraph,
  captionParagraph,
  headingParagraph,
  type Neighbours,
  noteParagraphs,
  signoffParagraphs,
  spacer,
  textParagraph,
  titleParagraph,
} from './paragraphs.js';
import { leadsTo } from './relationships.js';
import { sealRun } from './seal-picture.js';
import { wordTable } from './table-moulds.js';

/** XML, or pieces of it, some of which are bytes already. */
type Xml = string | readonly (string | Uint8Array)[];

/** The numbers of the relationships that blocks refer to. */
interface Numbers {
  readonly nextLink: () => number;
  readonly seal: number;
}

function tableXml(table: FittedTable, beside: Neighbours, theme: NamedTheme): Xml {
  const { caption, note, shape, fit } = table;
  const above = caption === undefined ? '' : captionParagraph(caption, theme);
  const isApart = beside.next === undefined || beside.next.kind === 'table';
  const below = note ? noteParagraphs(note, fit.size, beside, theme) : isApart ? spacer() : '';
  return [above, wordTable(table, shape, fit, theme), below];
}

const XML: ByKind<Look['blocks'][number], [beside: Neighbours, look: Look, numbers: Numbers], Xml> = {
  title: (title, _, { theme }) => titleParagraph(title, theme),
  addressee: (addressee, _, { theme }) => addresseeParagraph(addressee, theme),
  heading: (heading, beside, { theme }) => headingParagraph(heading, beside, theme),
  paragraph: (paragraph, beside, { theme }, { nextLink }) => textParagraph(paragraph, beside, theme, nextLink),
  table: (table, beside, { theme }) => tableXml(table, beside, theme),
  signoff: (block, _, { theme, signoff: { seal } }, numbers) =>
    signoffParagraphs(block, theme, seal ? sealRun(seal, numbers.seal) : ''),
};

const SEAL = 'media/image1.png';

/** `word/document.xml` with its headers, footers and seal. */
export function mainPart(look: Look): Contents {
  const { theme, finish, blocks } = look;
  const { main, parts, relations } = frameOf(theme, finish.draft ?? false);
  const links = linksIn(blocks);
  let number = relations.length;
  const numbers = { nextLink: () => ++number, seal: relations.length + links.length + 1 };
  const body = blocks.map((block, i) =>
    byKind(XML, block, { previous: blocks[i - 1], next: blocks[i + 1] }, look, numbers),
  );
  return {
    parts: {
      ...parts,
      ...(finish.seal && { [`word/${SEAL}`]: finish.seal.image }),
      'word/document.xml': [main[0], ...body.flat(), main[1]],
    },
    relations: { 'word/document.xml': [...relations, ...links, ...(finish.seal ? [leadsTo(SEAL, 'image')] : [])] },
  };
}
