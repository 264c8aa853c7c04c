import type { ImageItem, Page, PageItem, RuleItem } from '../../typeset/page.js';
import { areaOf, stretchesOf } from '../paged/stretches.js';
import { boundary, boxOf, millimetres } from './lengths.js';
import type { Drawing, PageLink } from './ofd-drawing.js';
import { fillObject, ruleObject, shapeObject } from './path-objects.js';
import type { DrawnLine } from './structure-part.js';
import { textObjects } from './text-objects.js';

/** Neighbouring rules of one weight, which are one path; anything else is alone. */
function grouped(items: readonly PageItem[]): readonly (readonly PageItem[])[] {
  const groups: PageItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1)?.[0];
    if (item.kind === 'rule' && last?.kind === 'rule' && last.weight === item.weight) groups.at(-1)?.push(item);
    else groups.push([item]);
  }
  return groups;
}

function imageObject(item: ImageItem, drawing: Drawing): string {
  const box = boxOf(item);
  const [wide, high] = [millimetres(box.right - box.left), millimetres(box.bottom - box.top)];
  const resource = drawing.picture(item.picture);
  return `<ofd:ImageObject ID="${drawing.nextId()}" Boundary="${boundary(box)}" CTM="${wide} 0 0 ${high} 0 0" ResourceID="${resource}"/>`;
}

/** Items drawn: their objects in order, and the lines of text among them. */
export interface DrawnItems {
  readonly xml: string;
  readonly lines: readonly DrawnLine[];
}

function drawGroup(group: readonly PageItem[], drawing: Drawing): DrawnItems {
  const [item] = group;
  if (item === undefined) return { xml: '', lines: [] };
  if (item.kind === 'text') {
    const { xml, ids } = textObjects(item, drawing);
    return { xml, lines: [{ role: item.role, ids }] };
  }
  if (item.kind === 'image') return { xml: imageObject(item, drawing), lines: [] };
  const id = drawing.nextId();
  if (item.kind === 'rule') return { xml: ruleObject(group as readonly RuleItem[], id), lines: [] };
  return { xml: item.kind === 'fill' ? fillObject(item, id) : shapeObject(item, id), lines: [] };
}

/** Draws items in their order. */
export function drawItems(items: readonly PageItem[], drawing: Drawing): DrawnItems {
  const drawn = grouped(items).map((group) => drawGroup(group, drawing));
  return { xml: drawn.map(({ xml }) => xml).join(''), lines: drawn.flatMap(({ lines }) => lines) };
}

/** The links of a page. */
export const linksOf = ({ items }: Page): readonly PageLink[] =>
  items.flatMap((item) =>
    item.kind === 'text'
      ? stretchesOf(item.runs).flatMap((stretch) => {
          const { href } = stretch;
          return href === undefined ? [] : [{ ...areaOf(stretch, item), href }];
        })
      : [],
  );

/** Notes the bookmarks that lead to a page. */
export function noteBookmarks({ items }: Page, page: number, { bookmarks }: Drawing): void {
  for (const item of items) {
    const [first] = item.kind === 'text' && item.bookmark ? stretchesOf(item.runs) : [];
    if (item.kind !== 'text' || item.bookmark === undefined || first === undefined) continue;
    bookmarks.push({ ...item.bookmark, page, top: areaOf(first, item).y });
  }
}
