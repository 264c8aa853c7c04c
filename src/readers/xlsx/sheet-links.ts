import { escapeXml, XML_DECLARATION } from '../../bytes/xml.js';

// What a package says of the parts of a sheet: their kinds, what they are to it, and where the sheet has its drawing.

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The package's list of kinds with those of remarks. */
export function withContentTypes(types: string, part: string): string {
  const isVmlKnown = /Extension="vml"/i.test(types);
  const vml = '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
  const override = types.includes(`PartName="/${part}"`) ? '' : `<Override PartName="/${part}" ContentType="${kind}"/>`;
  return types.replace(/<\/((?:\w+:)?)Types>/, (end) => `${isVmlKnown ? '' : vml}${override}${end}`);
}

export function withRelation(rels: string, id: string, kind: string, part: string): string {
  const whole =
    rels === ''
      ? `${XML_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`
      : without(rels.replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>'), `Id="${id}"`);
  const relation = `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="/${escapeXml(part)}"/>`;
  return whole.replace(/<\/Relationships>/, `${relation}</Relationships>`);
}

/** A list of a package without the entry that has an attribute. */
export const without = (list: string, attribute: string): string =>
  list
    .split(/(<(?:\w+:)?(?:Relationship|Override)\b[^>]*\/>)/)
    .filter((entry) => !(entry.startsWith('<') && entry.endsWith('/>') && entry.includes(` ${attribute}`)))
    .join('');

/** The relationship by which a sheet has its drawing of remarks and form controls. */
export const drawingId = (sheet: string): string | undefined =>
  /<(?:\w+:)?legacyDrawing\b[^>]*\bid="([^"]+)"/.exec(sheet)?.[1];

export const withoutDrawing = (sheet: string): string => sheet.replace(/<(?:\w+:)?legacyDrawing\b[^>]*\/>/, '');

/** What stands after the drawing of remarks in a sheet. */
const AFTER =
  /<(?:\w+:)?(?:legacyDrawingHF|picture|oleObjects|controls|AlternateContent|webPublishItems|tableParts|extLst)\b|<\/(?:\w+:)?worksheet>/;

/** What stands before the drawing of remarks, and may hold extensions of its own. */
const BEFORE = 'sheetData|autoFilter|sortState|customSheetViews|conditionalFormatting';

export function withDrawing(sheet: string, id: string): string {
  const prefix = /<((?:\w+:)?)worksheet\b/.exec(sheet)?.[1] ?? '';
  const bare = withoutDrawing(sheet);
  const start = new RegExp(`^[^]*</${prefix}(?:${BEFORE})>`).exec(bare)?.[0].length ?? 0;
  const drawing = `<${prefix}legacyDrawing xmlns:r="${RELATIONS}" r:id="${id}"/>`;
  return bare.slice(0, start) + bare.slice(start).replace(AFTER, (next) => drawing + next);
}
