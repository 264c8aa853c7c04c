import { Parser } from 'htmlparser2';
import { diagnostic, ReportError } from '../../diagnostics/diagnostic.js';
import { LIMITS } from '../../limits/limits.js';

/** An element of XML, its name without the prefix, or of HTML, its name in small letters. */
export interface Element {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly (Element | string)[];
}

type Growing = { -readonly [K in keyof Element]: Element[K] } & { children: (Element | string)[] };

/** Most elements of large pages have no children or no attributes; these share theirs. */
const NO_CHILDREN: (Element | string)[] = [];
const NO_ATTRIBUTES: Element['attributes'] = {};

function hasAny(attributes: Element['attributes']): boolean {
  for (const _ in attributes) return true;
  return false;
}

function add(parent: Growing, child: Element | string): void {
  if (parent.children === NO_CHILDREN) parent.children = [child];
  else parent.children.push(child);
}

/** Adds text to an element: the parser gives it in pieces, a new one at each entity. */
function addText(parent: Growing, data: string): void {
  const { children } = parent;
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + data;
  else add(parent, data);
}

/** What is nested deeper hangs on the last level, so that walking a tree cannot exhaust the stack. */
const DEEPEST = 400;

/** The parser takes ever longer with what is nested deeper than any program writes. */
const ABSURD = 20_000;

const nestedTooDeep = (): ReportError =>
  new ReportError([diagnostic('read/damaged', { cause: 'markup', most: ABSURD })]);

const MOST = LIMITS.markupElements.most;

const tooMany = (): ReportError => new ReportError([diagnostic('read/too-large', { cause: 'elements', most: MOST })]);

/** Counts elements, and refuses more than there may be. */
function elementCounter(): () => void {
  let elements = 0;
  return () => {
    elements += 1;
    if (elements > MOST) throw tooMany();
  };
}

/** V8 copies what is cut out of a text up to so many characters. */
const COPIED = 12;

/**
 * A piece of the text by itself: a longer one would keep the whole text in memory for as long as anything that was read from it is kept,
 * and have it moved about whenever garbage is collected meanwhile.
 */
const apart = (data: string): string => (data.length <= COPIED ? data : ` ${data}`.slice(1));

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function parse(text: string, xmlMode: boolean): Element {
  const root: Growing = { name: '', attributes: NO_ATTRIBUTES, children: NO_CHILDREN };
  const open: Growing[] = [root];
  let here = root;
  /** Open elements beyond the deepest level. */
  let beyond = 0;
  const count = elementCounter();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        count();
        const element: Growing = {
          name: xmlMode ? local(name) : name,
          attributes: hasAny(attributes) ? attributes : NO_ATTRIBUTES,
          children: NO_CHILDREN,
        };
        add(here, element);
        if (open.length > DEEPEST) {
          beyond += 1;
          if (beyond > ABSURD) throw nestedTooDeep();
        } else {
          open.push(element);
          here = element;
        }
      },
      onclosetag: () => {
        if (beyond > 0) beyond -= 1;
        else if (open.length > 1) {
          open.pop();
          here = open.at(-1) ?? root;
        }
      },
      ontext: (data) => addText(here, apart(data)),
    },
    { xmlMode, decodeEntities: true },
  );
  parser.end(text);
  return root;
}

/** The tree of an XML text. Entities other than XML's own five stay as they are; nothing is fetched. */
export const parseXml = (xml: string): Element => parse(xml, true);

/** The tree of an HTML text; elements left open are closed where the next one implies it. Nothing is run or fetched. */
export const parseHtml = (html: string): Element => parse(html, false);

/** The value of an attribute whatever its prefix. */
export function attributeOf({ attributes }: Element, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  for (const key in attributes) if (key.endsWith(name) && local(key) === name) return attributes[key];
  return undefined;
}

export const elementsOf = ({ children }: Element): readonly Element[] =>
  children.filter((child) => typeof child !== 'string');

/** The first child with this name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element && (element.children.find((child) => typeof child !== 'string' && child.name === name) as Element);
}

/** The value of a child's `val`, as Word's properties have it. */
export function valOf(element: Element | undefined, name: string): string | undefined {
  const child = childOf(element, name);
  return child && attributeOf(child, 'val');
}

/** All elements with this name, at any depth, in reading order. */
export function descendants(element: Element, name: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (one: Element) => {
    for (const child of one.children) {
      if (typeof child === 'string') continue;
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}
