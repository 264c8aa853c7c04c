import { attributeOf, childOf, type Element, elementsOf } from '../neutral/markup.js';
import type { Tagged } from '../pdf/tag-tree.js';

/** What a page's objects are, by the part that our own files carry. */
export interface PageStructure {
  readonly tagged: readonly Tagged[];
  /** The numbers of the objects that are no part of the document. */
  readonly artifacts: ReadonlySet<number>;
}

export const NO_STRUCTURE: PageStructure = { tagged: [], artifacts: new Set() };

/** No paragraph or cell has more objects on a page; a list may say that it goes on as far as it likes. */
const MOST_OBJECTS = 10_000;

/** The numbers of objects: `7-9 12` stands for 7, 8, 9 and 12. */
function marksOf(element: Element): readonly number[] {
  const marks: number[] = [];
  for (const [, from, to = from] of attributeOf(element, 'Objects')?.matchAll(/(\d+)(?:-(\d+))?/g) ?? [])
    for (let mark = Number(from); mark <= Number(to) && marks.length < MOST_OBJECTS; mark++) marks.push(mark);
  return marks;
}

function taggedOf(element: Element): readonly Tagged[] {
  if (element.name === 'Table')
    return [{ kind: 'table', rows: elementsOf(element).map((row) => elementsOf(row).map(marksOf)) }];
  if (element.name !== 'Text') return [];
  const level = attributeOf(element, 'Level');
  return [
    {
      kind: 'text',
      role: level === undefined ? 'P' : `H${level}`,
      isWhole: true,
      marks: marksOf(element),
      ...(level !== undefined && { level: Number(level) }),
    },
  ];
}

/** The structure of each page, by the numbers of pages. */
export function structuresIn(root: Element | undefined): ReadonlyMap<string, PageStructure> {
  const pages = root ? elementsOf(root).filter(({ name }) => name === 'Page') : [];
  return new Map(
    pages.map((page) => {
      const artifacts = elementsOf(page).filter(({ name }) => name === 'Artifact');
      const structure = { tagged: elementsOf(page).flatMap(taggedOf), artifacts: new Set(artifacts.flatMap(marksOf)) };
      return [attributeOf(page, 'ID') ?? '', structure];
    }),
  );
}

/** Where the list of parts of one's own says that ours is. */
export const structurePlace = (list: Element | undefined, namespace: string): Element | undefined =>
  childOf(list && elementsOf(list).find((one) => attributeOf(one, 'NameSpace') === namespace), 'FileLoc');
