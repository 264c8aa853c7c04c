import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { STRUCTURE_NAMESPACE } from '../../model/structure-namespace.js';
import { excerpt, loss } from '../neutral/loss.js';
import { attributeOf, childOf, descendants, type Element, elementsOf } from '../neutral/markup.js';
import type { Reading } from '../neutral/reading.js';
import { drawUpright } from '../pdf/draw-upright.js';
import type { Matrix } from '../pdf/matrix.js';
import type { OpenedPage } from '../pdf/opened-file.js';
import { MOST_GLYPHS, MOST_PAGES, tooLarge } from '../pdf/pdf-faults.js';
import { readDrawn } from '../pdf/read-drawn.js';
import { drawObjects, numbersOf, POINTS } from './draw-objects.js';
import { damagedOfd, type OfdParts, openParts, placeFrom } from './ofd-parts.js';
import { NO_STRUCTURE, type PageStructure, structurePlace, structuresIn } from './own-structure.js';

/** The text of an element. */
const textIn = (element: Element | undefined): string =>
  (element?.children ?? [])
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();

/** A part with its root, and what it leads to. */
interface Part {
  readonly name: string;
  readonly root: Element;
}

function partAt(parts: OfdParts, from: string, place: string | undefined): Part | undefined {
  if (place === undefined || place === '') return undefined;
  const name = placeFrom(from, place);
  const root = parts.xml(name);
  return root && { name, root };
}

const all = (element: Element | undefined, name: string): readonly Element[] =>
  element ? elementsOf(element).filter((one) => one.name === name) : [];

/** The area that is shown: of the page, or of all pages. A4 where none is given. */
function areaOf(page: Element, document: Element): readonly [x: number, y: number, width: number, height: number] {
  const areas = [childOf(page, 'Area'), childOf(childOf(document, 'CommonData'), 'PageArea')];
  const boxes = areas.flatMap((area) => numbersList(area, 'CropBox') ?? numbersList(area, 'PhysicalBox') ?? []);
  const [x = 0, y = 0, width = 210, height = 297] = boxes.slice(0, 4);
  return [x, y, width, height];
}

function numbersList(area: Element | undefined, name: string): readonly number[] | undefined {
  const numbers = numbersOf(textIn(childOf(area, name)));
  return numbers.length === 4 && numbers.every(Number.isFinite) ? numbers : undefined;
}

/** The contents that make a page: those of its templates, and its own. */
function contentsOf(page: Part, document: Part, parts: OfdParts): readonly Element[] {
  const templates = all(childOf(document.root, 'CommonData'), 'TemplatePage');
  const used = all(page.root, 'Template').flatMap((one) => {
    const found = templates.find((other) => attributeOf(other, 'ID') === attributeOf(one, 'TemplateID'));
    return (found && partAt(parts, document.name, attributeOf(found, 'BaseLoc'))?.root) ?? [];
  });
  return [...used, page.root].flatMap((root) => childOf(root, 'Content') ?? []);
}

function openPage(page: Part, number: number, document: Part, parts: OfdParts, structure: PageStructure): OpenedPage {
  const [x, y, width, height] = areaOf(page.root, document.root);
  const matrix: Matrix = [POINTS, 0, 0, POINTS, -x * POINTS, -y * POINTS];
  const sheet = { matrix, width: width * POINTS, height: height * POINTS };
  const drawn = drawObjects(contentsOf(page, document, parts), sheet, structure.artifacts);
  return { page: drawUpright(drawn, number, sheet), tagged: structure.tagged, over: [] };
}

/** What our own files say of their pages. */
function structures(document: Part, parts: OfdParts): ReadonlyMap<string, PageStructure> {
  const list = partAt(parts, document.name, textIn(childOf(document.root, 'CustomTags')));
  const place = textIn(structurePlace(list?.root, STRUCTURE_NAMESPACE));
  return structuresIn(list && partAt(parts, list.name, place)?.root);
}

/** Pages up to the limits; `file` is named if there are more. */
function openPages(document: Part, parts: OfdParts, file: string): readonly OpenedPage[] {
  const list = all(childOf(document.root, 'Pages'), 'Page');
  if (list.length > MOST_PAGES) throw tooLarge(file, `${list.length} 页`);
  const known = structures(document, parts);
  let glyphs = 0;
  return list.map((one, i) => {
    const page = partAt(parts, document.name, attributeOf(one, 'BaseLoc'));
    if (page === undefined) throw damagedOfd(file, `没有第 ${i + 1} 页的内容`);
    const structure = known.get(attributeOf(one, 'ID') ?? '') ?? NO_STRUCTURE;
    const opened = openPage(page, i + 1, document, parts, structure);
    glyphs += opened.page.glyphs.length;
    if (glyphs > MOST_GLYPHS) throw tooLarge(file, `前 ${i + 1} 页就有 ${glyphs} 字`);
    return opened;
  });
}

/** Attached files of the kind that our own carry. */
function attachedTo(document: Part, parts: OfdParts): readonly Uint8Array[] {
  const list = partAt(parts, document.name, textIn(childOf(document.root, 'Attachments')));
  return all(list?.root, 'Attachment')
    .filter((one) => /^json$/i.test(attributeOf(one, 'Format') ?? ''))
    .flatMap((one) => parts.bytes(placeFrom(list?.name ?? '', textIn(childOf(one, 'FileLoc')))) ?? []);
}

/** Text that is laid over pages and is not part of them: remarks, stamps. */
function remarksOn(document: Part, parts: OfdParts, file: string): readonly Diagnostic[] {
  const list = partAt(parts, document.name, textIn(childOf(document.root, 'Annotations')));
  return all(list?.root, 'Page').flatMap((page) => {
    const annotations = partAt(parts, list?.name ?? '', textIn(childOf(page, 'FileLoc')));
    const others = all(annotations?.root, 'Annot').filter((one) => attributeOf(one, 'Type') !== 'Link');
    const text = others
      .flatMap((one) => descendants(one, 'TextCode').map(textIn))
      .join(' ')
      .trim();
    return text === '' ? [] : [loss('unplaced', { cause: 'remark-in-file', text: excerpt(text) }, { file })];
  });
}

/**
 * Reads an OFD file (GB/T 33190-2016) as a PDF is read: our own by the structure that they carry, others by the places of characters and by rules.
 *
 * @throws ReportError `read/damaged`, `read/unsupported` (a scan), `read/too-large`
 */
export function readOfd(bytes: Uint8Array, file: string): Reading {
  const parts = openParts(bytes, file);
  const root = parts.xml('OFD.xml');
  const [body, ...others] = all(root, 'DocBody');
  const document = body && partAt(parts, 'OFD.xml', textIn(childOf(body, 'DocRoot')));
  if (document === undefined) throw damagedOfd(file, '找不到文档的主要部件');
  const reading = readDrawn(
    {
      pages: openPages(document, parts, file),
      title: textIn(childOf(childOf(body, 'DocInfo'), 'Title')),
      attached: attachedTo(document, parts),
    },
    file,
  );
  const further = others.map(() => loss('unplaced', { cause: 'other-documents', count: others.length + 1 }, { file }));
  return { ...reading, losses: [...reading.losses, ...further.slice(0, 1), ...remarksOn(document, parts, file)] };
}
