import type { Element } from '../neutral/markup.js';
import { isFurniture } from './aside.js';
import { type Around, leadsAbout } from './grow-paragraphs.js';
import { listNumbers } from './item-numbers.js';
import type { Sight, Styles } from './sight.js';

function alignOf({ name, attributes: { align = '', style = '' } }: Element, above: Around['align']): Around['align'] {
  if (align === '' && style === '' && name !== 'center' && name !== 'caption') return above;
  const says = /text-align:\s*([a-z]+)/i.exec(style)?.[1] ?? align;
  if (name === 'center' || /^center$/i.test(says) || (name === 'caption' && says === '')) return 'center';
  if (/^(?:right|end)$/i.test(says)) return 'right';
  return says === '' ? above : undefined;
}

/** The list that an element begins: by what it is, or as the entries in the pages that Word writes. */
function listAt({ name, attributes }: Element, at: string): string | undefined {
  if (/^MsoToc/i.test(attributes.class ?? '')) return 'MsoToc';
  return name === 'nav' || name === 'ul' || name === 'ol' ? at : undefined;
}

/** Whether line ends of the source show in an element. */
function keepsLines(name: string, styles: Styles, above: boolean): boolean {
  const says = styles.get('white-space');
  return says === undefined ? above || name === 'pre' : /^(?:pre|break)/.test(says);
}

/** What is around the children of an element: what was around it, as far as the element changes none of it. */
export function inside(element: Element, around: Around, at: string, sight: Sight, styles: Styles): Around {
  const { name } = element;
  const isLink = name === 'a' && Object.hasOwn(element.attributes, 'href');
  const isToPlace = isLink && /^#./.test(element.attributes.href ?? '');
  const level = /^h([1-6])$/.exec(name)?.[1];
  return {
    element: at,
    cell: around.cell,
    sight,
    isAside: around.isAside || isFurniture(element),
    // A heading that leads to a place of the page is one all the same.
    isLink: around.isLink || (isLink && !(isToPlace && around.level !== undefined)),
    list: around.list ?? listAt(element, at),
    isPre: keepsLines(name, styles, around.isPre),
    isInward: around.isInward || (isLink && leadsAbout(element)),
    level: level === undefined ? around.level : Number(level),
    align: alignOf(element, around.align),
    next: name === 'ol' || name === 'ul' ? listNumbers(element) : around.next,
  };
}
