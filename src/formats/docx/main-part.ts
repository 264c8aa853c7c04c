import { concat } from '../../bytes/concat.js';
import { type ByKind, byKind } from '../../model/by-kind.js';
import type { NamedTheme } from './faces.js';
import { frameOf } from './frame.js';
import { linksIn } from './hyperlinks.js';
import type { FittedTable, Setting } from './look.js';
import type { Contents } from './package.js';
import {
  captionParagraph,
  headingParagraph,
  type Neighbours,
  signoffParagraphs,
  spacer,
  textParagraph,
  titleParagraph,
} from './paragraphs.js';
import { leadsTo } from './relationships.js';
import { sealRun } from './seal-picture.js';
import { wordTable } from './tables.js';

/** Numbers of relationships, for what refers to them. */
interface Numbers {
  readonly nextLink: () => number;
  readonly seal: number;
}

function tableXml(table: FittedTable, { next }: Neighbours, theme: NamedTheme): string {
  const caption = table.caption === undefined ? '' : captionParagraph(table.caption, theme);
  const apart = next === undefined || next.kind === 'table' ? spacer() : '';
  return caption + wordTable(table, table.fit, theme) + apart;
}

const XML: ByKind<Setting['blocks'][number], [beside: Neighbours, setting: Setting, numbers: Numbers], string> = {
  title: (title, _, { theme }) => titleParagraph(title, theme),
  heading: (heading, beside, { theme }) => headingParagraph(heading, beside, theme),
  paragraph: (paragraph, beside, { theme }, { nextLink }) => textParagraph(paragraph, beside, theme, nextLink),
  table: (table, beside, { theme }) => tableXml(table, beside, theme),
  signoff: (block, _, { theme, signoff: { seal } }, numbers) =>
    signoffParagraphs(block, theme, seal ? sealRun(seal, numbers.seal) : ''),
};

const encoder = new TextEncoder();
const SEAL = 'media/image1.png';

/** The pages: `word/document.xml` with its headers, its footers and the seal. */
export function mainPart(setting: Setting): Contents {
  const { theme, finish, blocks } = setting;
  const { main, parts, relations } = frameOf(theme, finish.draft ?? false);
  const links = linksIn(blocks);
  let number = relations.length;
  const numbers = { nextLink: () => ++number, seal: relations.length + links.length + 1 };
  const body = blocks.map((block, i) =>
    byKind(XML, block, { previous: blocks[i - 1], next: blocks[i + 1] }, setting, numbers),
  );
  return {
    parts: {
      ...parts,
      ...(finish.seal && { [`word/${SEAL}`]: finish.seal.image }),
      // As one text it would be too long for where short-lived ones are kept, and take new memory each time.
      'word/document.xml': concat([main[0], ...body, main[1]].map((xml) => encoder.encode(xml))),
    },
    relations: { 'word/document.xml': [...relations, ...links, ...(finish.seal ? [leadsTo(SEAL, 'image')] : [])] },
  };
}
