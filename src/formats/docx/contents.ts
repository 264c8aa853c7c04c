import type { ByteTools } from '../../bytes/byte-tools.js';
import type { Fonts } from '../../fonts/fonts.js';
import type { Document } from '../../model/document.js';
import type { Finish } from '../../model/finish.js';
import { carriedData } from './carried-data.js';
import { type CarriedFont, carriedFonts } from './carried-fonts.js';
import { fontTablePart } from './font-table.js';
import type { Look } from './look.js';
import { mainPart } from './main-part.js';
import type { Contents } from './package.js';
import { APP_NAME, appPart, corePart } from './properties.js';
import { leadsTo } from './relationships.js';
import { settingsPart } from './settings.js';
import { stylesPart } from './styles.js';

const NONE: Contents = { parts: {}, relations: {} };

function fontParts(fonts: readonly CarriedFont[]): Contents {
  if (fonts.length === 0) return NONE;
  const names = fonts.map((_, i) => `fonts/font${i + 1}.odttf`);
  return {
    parts: Object.fromEntries(fonts.map(({ bytes }, i) => [`word/${names[i]}`, bytes])),
    relations: { 'word/fontTable.xml': names.map((name) => leadsTo(name, 'font')) },
  };
}

function dataParts({ attachments = [] }: Finish, tools: ByteTools): Contents {
  const data = carriedData(attachments, tools);
  if (data === undefined) return NONE;
  return {
    parts: { 'customXml/item1.xml': data.item, 'customXml/itemProps1.xml': data.properties },
    relations: {
      'word/document.xml': [leadsTo('../customXml/item1.xml', 'customXml')],
      'customXml/item1.xml': [leadsTo('itemProps1.xml', 'customXmlProps')],
    },
  };
}

/** Properties, styles, settings and the font table. */
function lookParts({ meta }: Document, look: Look, carried: readonly CarriedFont[]): Contents {
  const { theme, finish, signoff, blocks } = look;
  const sizes = blocks.flatMap((block) => (block.kind === 'table' ? [block.fit.size, block.fit.figureSize] : []));
  return {
    parts: {
      [APP_NAME]: appPart,
      'docProps/core.xml': corePart(meta),
      'word/styles.xml': stylesPart(theme, { sizes: [...new Set(sizes)], signoff, draft: finish.draft ?? false }),
      'word/settings.xml': settingsPart(carried.length > 0),
      'word/fontTable.xml': fontTablePart(theme, carried),
    },
    relations: { 'word/document.xml': [leadsTo('fontTable.xml', 'fontTable')] },
  };
}

/** All contents of a Word file: fonts, pages, properties, styles, settings, data. */
export function contentsOf(document: Document, look: Look, fonts: Fonts, tools: ByteTools): readonly Contents[] {
  const { theme, finish } = look;
  const carried = finish.embedFonts ? carriedFonts(document, theme, fonts, tools) : [];
  return [fontParts(carried), mainPart(look), lookParts(document, look, carried), dataParts(finish, tools)];
}
