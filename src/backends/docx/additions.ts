import type { Fonts } from '../../fonts/fonts.js';
import type { Document } from '../../model/document.js';
import type { Finish } from '../../model/finish.js';
import { carriedData } from './carried-data.js';
import { type CarriedFont, carriedFonts } from './carried-fonts.js';
import type { NamedTheme } from './faces.js';
import { fontTablePart } from './font-table.js';
import type { Additions } from './package.js';
import { corePart } from './properties.js';
import { leadsTo } from './relationships.js';
import { settingsPart } from './settings.js';
import type { SignoffPlace } from './signoff-place.js';
import { stylesPart } from './styles.js';
import { fitTable } from './table-fit.js';

/** What the whole document is made with. */
export interface Setting {
  readonly theme: NamedTheme;
  readonly finish: Finish;
  readonly signoff: SignoffPlace;
}

const NONE: Additions = { parts: {}, relations: {} };

function fontParts(fonts: readonly CarriedFont[]): Additions {
  if (fonts.length === 0) return NONE;
  const names = fonts.map((_, i) => `fonts/font${i + 1}.odttf`);
  return {
    parts: Object.fromEntries(fonts.map(({ bytes }, i) => [`word/${names[i]}`, bytes])),
    relations: { 'word/fontTable.xml': names.map((name) => leadsTo(name, 'font')) },
  };
}

function dataParts({ attachments = [] }: Finish): Additions {
  const data = carriedData(attachments);
  if (data === undefined) return NONE;
  return {
    parts: { 'customXml/item1.xml': data.item, 'customXml/itemProps1.xml': data.properties },
    relations: {
      'word/document.xml': [leadsTo('../customXml/item1.xml', 'customXml')],
      'customXml/item1.xml': [leadsTo('itemProps1.xml', 'customXmlProps')],
    },
  };
}

/** The sizes that the tables of a document are set in. */
function tableSizes({ blocks }: Document, theme: NamedTheme): readonly number[] {
  const fits = blocks.flatMap((block) => (block.kind === 'table' ? [fitTable(block, theme)] : []));
  return [...new Set(fits.flatMap(({ size, figureSize }) => [size, figureSize]))];
}

/** Everything in a Word file but its pages: properties, styles, settings, fonts, data. */
export function additions(document: Document, { theme, finish, signoff }: Setting, fonts: Fonts): Additions {
  const carried = finish.embedFonts ? carriedFonts(document, theme, fonts) : [];
  const sizes = tableSizes(document, theme);
  const [inFonts, inData] = [fontParts(carried), dataParts(finish)];
  const parts = {
    'docProps/core.xml': corePart(document.meta),
    'word/styles.xml': stylesPart(theme, { sizes, signoff, draft: finish.draft ?? false }),
    'word/settings.xml': settingsPart(carried.length > 0),
    'word/fontTable.xml': fontTablePart(theme, carried),
  };
  return {
    parts: { ...parts, ...inFonts.parts, ...inData.parts },
    relations: { ...inFonts.relations, ...inData.relations },
  };
}
