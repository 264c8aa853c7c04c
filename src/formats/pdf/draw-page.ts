import { type ByteSink, putText } from '../../bytes/byte-sink.js';
import type { Picture } from '../../bytes/png.js';
import type { FaceId } from '../../fonts/catalogue.js';
import type { Area, FillItem, ImageItem, Page, RuleItem, ShapeItem, TextItem } from '../../typeset/page.js';
import type { SetRun } from '../../typeset/set-line.js';
import { areaOf, type Stretch, stretchesOf } from '../paged/stretches.js';
import { putDecimal } from './decimal.js';
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
  /** The operators of the page. */
  readonly content: ByteSink;
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
  /** The face in use on this page, and its size. */
  face: { readonly id: FaceId; readonly embedded: EmbeddedFace } | undefined;
  size: number;
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

/** Sets the face, which the page is told of when it changes. */
function setFace(id: FaceId, size: number, pen: Pen): EmbeddedFace {
  const { canvas, face } = pen;
  if (face?.id === id && pen.size === size) return face.embedded;
  const embedded = face?.id === id ? face.embedded : canvas.face(id);
  pen.face = { id, embedded };
  pen.size = size;
  putText(canvas.content, `/${embedded.name} `);
  putDecimal(canvas.content, size);
  putText(canvas.content, ' Tf\n');
  return embedded;
}

/** A run is one operator, preceded by the settings that differ from those of the run before. */
function drawRun({ text, face, size, x, spacing }: SetRun, item: TextItem, pen: Pen): void {
  const { content } = pen.canvas;
  const { putCodes } = setFace(face, size, pen);
  if (spacing !== pen.spacing) {
    putDecimal(content, spacing);
    putText(content, ' Tc\n');
  }
  pen.spacing = spacing;
  putText(content, '1 0 0 -1 ');
  putDecimal(content, item.x + x);
  putText(content, ' ');
  putDecimal(content, item.baseline);
  putText(content, ' Tm\n(');
  putCodes(content, text);
  putText(content, ') Tj\n');
}

function drawStretch(item: TextItem, stretch: Stretch, pen: Pen): void {
  const { href, runs } = stretch;
  const { canvas } = pen;
  const mark = drawnAs(item, stretch, pen);
  if (item.bookmark && runs[0] === item.runs[0]) canvas.addBookmark(item.bookmark, areaOf(stretch, item).y);
  canvas.begin(mark);
  putText(canvas.content, 'BT\n');
  for (const run of runs) drawRun(run, item, pen);
  putText(canvas.content, 'ET\n');
  if (href !== undefined && 'tag' in mark) canvas.addLink({ ...areaOf(stretch, item), href }, mark.tag);
}

function drawText(item: TextItem, pen: Pen): void {
  for (const stretch of stretchesOf(item.runs)) drawStretch(item, stretch, pen);
}

/** Writes lengths, each with a space behind it. */
function putLengths(content: ByteSink, lengths: readonly number[]): void {
  for (const length of lengths) {
    putDecimal(content, length);
    putText(content, ' ');
  }
}

/** `DEDEDE` as fractions of red, green and blue, rounded up so that programs which truncate to 255ths get the same shade. */
const shares = (colour: string): string =>
  [0, 2, 4].map((at) => Math.ceil((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 1e4) / 1e4).join(' ');

function drawRule({ x1, y1, x2, y2, weight }: RuleItem, pen: Pen): void {
  const { canvas } = pen;
  const { content } = canvas;
  canvas.begin(artifactOf('layout'));
  if (weight !== pen.weight) putText(content, `${weight} w\n`);
  pen.weight = weight;
  putLengths(content, [x1, y1]);
  putText(content, 'm ');
  putLengths(content, [x2, y2]);
  putText(content, 'l S\n');
}

function drawFill({ x, y, width, height, colour }: FillItem, { canvas }: Pen): void {
  canvas.begin(artifactOf('layout'));
  putText(canvas.content, `q ${shares(colour)} rg `);
  putLengths(canvas.content, [x, y, width, height]);
  putText(canvas.content, 're f Q\n');
}

const PATH_OPERATORS: { readonly [command: string]: string } = { M: 'm', L: 'l', C: 'c', Z: 'h' };

function drawShape({ path, colour }: ShapeItem, { canvas }: Pen): void {
  canvas.begin(artifactOf('watermark'));
  const operators = path.replace(/([MLCZ])([^MLCZ]*)/g, (_, command, operands) => {
    return `${operands.trim()} ${PATH_OPERATORS[command]}\n`;
  });
  putText(canvas.content, `q ${shares(colour)} rg\n${operators}f Q\n`);
}

/** A picture's square has its first row at the top, where lengths run upwards: it is turned back as text is. */
function drawImage({ x, y, width, height, picture }: ImageItem, { canvas, tags }: Pen): void {
  canvas.begin({ tag: tags.seal });
  canvas.addBox({ x, y, width, height }, tags.seal);
  const { image, state } = canvas.picture(picture);
  putText(canvas.content, `q /${state} gs\n`);
  putLengths(canvas.content, [width, 0, 0, -height, x, y + height]);
  putText(canvas.content, `cm\n/${image} Do Q\n`);
}

/** Draws the contents of a page that has just begun. */
export function drawPage({ items }: Page, canvas: Canvas, tags: TagTree, links: LastLinks): void {
  const pen: Pen = { canvas, tags, links, face: undefined, size: 0, spacing: 0, weight: 1 };
  for (const item of items) {
    if (item.kind === 'text') drawText(item, pen);
    else if (item.kind === 'rule') drawRule(item, pen);
    else if (item.kind === 'fill') drawFill(item, pen);
    else if (item.kind === 'shape') drawShape(item, pen);
    else drawImage(item, pen);
  }
}
