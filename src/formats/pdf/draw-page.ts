import type { Picture } from '../../bytes/png.js';
import type { FaceId } from '../../fonts/catalogue.js';
import type { Area, FillItem, ImageItem, Page, RuleItem, ShapeItem, TextItem } from '../../typeset/page.js';
import type { SetRun } from '../../typeset/set-line.js';
import { areaOf, type Stretch, stretchesOf } from '../paged/stretches.js';
import { decimal } from './decimal.js';
import type { EmbeddedFace } from './embedded-face.js';
import { artifactOf, type DrawnAs } from './marked-content.js';
import type { PictureNames } from './picture.js';
import { type Tag, type TagTree, tag } from './tags.js';

/**
 * Writes pages as operators of a content stream (ISO 32000-1, annex A). All positions are known. Lengths run downwards from the top left
 * corner: the document flips each page vertically, and the text matrix flips text back.
 */

/** What pages are drawn on. */
export interface Canvas {
  /** Adds operators to the page. */
  readonly addContent: (operators: string) => unknown;
  /** The face, added to the resources of the page. */
  readonly face: (id: FaceId) => EmbeddedFace;
  /** Begins marked content, unless what is open goes on. */
  readonly begin: (mark: DrawnAs) => void;
  readonly addLink: (area: LinkArea, tag: Tag) => void;
  /** Says where the picture of an element is. */
  readonly addBox: (area: Area, tag: Tag) => void;
  readonly addBookmark: (bookmark: NonNullable<TextItem['bookmark']>, y: number) => void;
  /** The picture, known to the page. */
  readonly picture: (picture: Picture) => PictureNames;
}

/** The clickable area of a link, and its address. */
export interface LinkArea extends Area {
  readonly href: string;
}

/** The last link of each paragraph, which may go on in the next line. */
export type LastLinks = Map<Tag, { readonly href: string; readonly tag: Tag }>;

/** The canvas and the current graphics state, to leave out operators that change nothing. */
interface Pen {
  readonly canvas: Canvas;
  readonly tags: TagTree;
  readonly links: LastLinks;
  /** The face in use on this page. */
  face: { readonly id: FaceId; readonly embedded: EmbeddedFace } | undefined;
  font: string;
  spacing: number;
  weight: number;
}

/** A link is one element, however many lines it takes. */
function drawnAsLink(parent: Tag, href: string, links: LastLinks): DrawnAs {
  const last = links.get(parent);
  const link = last?.href === href ? last.tag : tag('Link');
  links.set(parent, { href, tag: link });
  return { tag: link, parent };
}

function drawnAs({ role }: TextItem, { href, isHead }: Stretch, { tags, links }: Pen): DrawnAs {
  if (role.kind === 'artifact') return artifactOf(role.of);
  const element = tags.of(role, isHead);
  if (href !== undefined) return drawnAsLink(element, href, links);
  links.delete(element);
  return { tag: element };
}

/** The face, which the page is told of when it changes. */
function faceOf(id: FaceId, pen: Pen): EmbeddedFace {
  if (pen.face?.id !== id) pen.face = { id, embedded: pen.canvas.face(id) };
  return pen.face.embedded;
}

/** A run is one operator, preceded by the settings that differ from those of the run before. */
function runOperators({ text, face, size, x, spacing }: SetRun, item: TextItem, pen: Pen): string {
  const { name, encode } = faceOf(face, pen);
  const font = `/${name} ${decimal(size)} Tf\n`;
  const set = (font === pen.font ? '' : font) + (spacing === pen.spacing ? '' : `${spacing} Tc\n`);
  pen.font = font;
  pen.spacing = spacing;
  return `${set}1 0 0 -1 ${decimal(item.x + x)} ${decimal(item.baseline)} Tm\n(${encode(text)}) Tj\n`;
}

function drawStretch(item: TextItem, stretch: Stretch, pen: Pen): void {
  const { href, runs } = stretch;
  const mark = drawnAs(item, stretch, pen);
  if (item.bookmark && runs[0] === item.runs[0]) pen.canvas.addBookmark(item.bookmark, areaOf(stretch, item).y);
  pen.canvas.begin(mark);
  let operators = 'BT\n';
  for (const run of runs) operators += runOperators(run, item, pen);
  pen.canvas.addContent(`${operators}ET`);
  if (href !== undefined && 'tag' in mark) pen.canvas.addLink({ ...areaOf(stretch, item), href }, mark.tag);
}

function drawText(item: TextItem, pen: Pen): void {
  for (const stretch of stretchesOf(item.runs)) drawStretch(item, stretch, pen);
}

/** `DEDEDE` as fractions of red, green and blue, rounded up so that programs which truncate to 255ths get the same shade. */
const shares = (colour: string): string =>
  [0, 2, 4].map((at) => Math.ceil((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 1e4) / 1e4).join(' ');

function drawRule({ x1, y1, x2, y2, weight }: RuleItem, pen: Pen): void {
  pen.canvas.begin(artifactOf('layout'));
  const set = weight === pen.weight ? '' : `${weight} w\n`;
  pen.weight = weight;
  pen.canvas.addContent(`${set}${decimal(x1)} ${decimal(y1)} m ${decimal(x2)} ${decimal(y2)} l S`);
}

function drawFill({ x, y, width, height, colour }: FillItem, { canvas }: Pen): void {
  canvas.begin(artifactOf('layout'));
  const rectangle = [x, y, width, height].map(decimal).join(' ');
  canvas.addContent(`q ${shares(colour)} rg ${rectangle} re f Q`);
}

const PATH_OPERATORS: { readonly [command: string]: string } = { M: 'm', L: 'l', C: 'c', Z: 'h' };

function drawShape({ path, colour }: ShapeItem, { canvas }: Pen): void {
  canvas.begin(artifactOf('watermark'));
  const operators = path.replace(/([MLCZ])([^MLCZ]*)/g, (_, command, operands) => {
    return `${operands.trim()} ${PATH_OPERATORS[command]}\n`;
  });
  canvas.addContent(`q ${shares(colour)} rg\n${operators}f Q`);
}

/** A picture's square has its first row at the top, where lengths run upwards: it is turned back as text is. */
function drawImage({ x, y, width, height, picture }: ImageItem, { canvas, tags }: Pen): void {
  canvas.begin({ tag: tags.seal });
  canvas.addBox({ x, y, width, height }, tags.seal);
  const { image, state } = canvas.picture(picture);
  const place = [width, 0, 0, -height, x, y + height].map(decimal).join(' ');
  canvas.addContent(`q /${state} gs\n${place} cm\n/${image} Do Q`);
}

/** Draws the contents of a page that has just begun. */
export function drawPage({ items }: Page, canvas: Canvas, tags: TagTree, links: LastLinks): void {
  const pen: Pen = { canvas, tags, links, face: undefined, font: '', spacing: 0, weight: 1 };
  for (const item of items) {
    if (item.kind === 'text') drawText(item, pen);
    else if (item.kind === 'rule') drawRule(item, pen);
    else if (item.kind === 'fill') drawFill(item, pen);
    else if (item.kind === 'shape') drawShape(item, pen);
    else drawImage(item, pen);
  }
}
