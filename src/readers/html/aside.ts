import { type Element, elementsOf } from '../neutral/markup.js';

/** Elements that hold the furniture of a page by what they are. */
const FURNITURE = new Set(['nav', 'footer', 'aside', 'header', 'form', 'menu']);

const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary']);

/** Words in classes and ids by which pages name their furniture. */
const NAMES =
  /(?:^|[^a-z])(?:nav|menu|crumbs?|breadcrumbs?|bread|dqwz|weizhi|location|position|share|bdshare|foot|footer|copyright|banquan|sidebar|toolbar|search|login|header|logo|related|pager|prevnext|print|fontsize|ewm|qrcode|beian)(?:$|[^a-z])/;

const said = ({ attributes: { class: names = '', id = '' } }: Element): string =>
  `${names} ${id}`.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

/** As much text as only content has, not furniture. */
const CONTENT = 400;

/** Whether an element holds a good deal of text; it is not counted to the end. */
function isLong(element: Element): boolean {
  let length = 0;
  const stack: Element[] = [element];
  for (let visited = 0; visited < 3000 && length < CONTENT; visited++) {
    const next = stack.pop();
    if (next === undefined) return false;
    for (const child of next.children) if (typeof child === 'string') length += child.trim().length;
    if (next.name !== 'a' && next.name !== 'script') for (const one of elementsOf(next)) stack.push(one);
  }
  return true;
}

/** Whether an element is furniture of the page: navigation, breadcrumbs, share buttons, copyright. One that holds long text is not. */
export function isFurniture(element: Element): boolean {
  const { name, attributes } = element;
  const isNamed = attributes.class !== undefined || attributes.id !== undefined;
  const says = FURNITURE.has(name) || ROLES.has(attributes.role ?? '') || (isNamed && NAMES.test(said(element)));
  return says && !isLong(element);
}
