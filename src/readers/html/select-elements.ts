import { compile, type Options } from 'css-select';
import { parse, type Selector } from 'css-what';
import type { Element } from '../neutral/markup.js';

type Node = Element | string;

/** A selector that can be asked of elements. */
export interface ElementSelector {
  readonly isMatch: (element: Element) => boolean;
  /** How exact it is, so that of two the larger wins (https://www.w3.org/TR/selectors-4/#specificity-rules). */
  readonly specificity: number;
  /** What an element must have for it: a tag by its name, `.` and a class, `#` and an id; `*` if nothing that can be looked up. */
  readonly key: string;
  /** The text beside the element that it finds rather than the element. */
  readonly beside?: 'before' | 'after';
}

/** What a pointer, a keyboard or the address must first bring about. */
const STATES = ['active', 'focus', 'focus-visible', 'focus-within', 'hover', 'popover-open', 'target', 'visited'];
const never = (): boolean => false;

/** More looks at elements, their neighbours and parents than a page that somebody has made needs. */
const MOST_STEPS = 20_000_000;

const isElement = (node: Node): node is Element => typeof node !== 'string';

/** The parents of all nodes below a root. */
function parentsIn(root: Element): ReadonlyMap<Node, Element> {
  const parents = new Map<Node, Element>();
  const stack = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    for (const child of next.children) {
      if (!isElement(child)) continue;
      parents.set(child, next);
      stack.push(child);
    }
  }
  return parents;
}

/** As many steps as it takes to ask an element at all. */
const ASKING = 10;

type Step = (count: number) => void;

/** Counts steps; beyond a number of them it throws. */
function stepCounter(): Step {
  let steps = 0;
  return (count) => {
    steps += count;
    if (steps > MOST_STEPS) throw new Error('too many steps');
  };
}

/** How the elements of a page hang together. */
function optionsFor(root: Element, step: Step): Options<Node, Element> {
  const parents = parentsIn(root);
  const childrenOf = (node: Node): Node[] => (isElement(node) ? [...node.children] : []);
  return {
    pseudos: Object.fromEntries(STATES.map((state) => [state, never])),
    adapter: {
      isTag: isElement,
      getAttributeValue: ({ attributes }, name) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined),
      hasAttrib: ({ attributes }, name) => Object.hasOwn(attributes, name),
      getChildren: (node) => {
        step(isElement(node) ? node.children.length : 0);
        return childrenOf(node);
      },
      getName: ({ name }) => name,
      getParent: (element) => {
        step(1);
        const parent = parents.get(element);
        return parent === undefined || parent === root ? null : parent;
      },
      getSiblings: (node) => {
        const siblings = parents.get(node)?.children ?? [];
        step(siblings.length);
        return [...siblings];
      },
      getText: () => '',
      removeSubsets: (nodes) => nodes,
    },
  };
}

const isCombinator = ({ type }: Selector): boolean =>
  ['adjacent', 'child', 'column-combinator', 'descendant', 'parent', 'sibling'].includes(type);

const ID = 1_000_000;
const CLASS = 1000;

/** How much one part of a selector counts. */
function weightOf(token: Selector): number {
  if (token.type === 'attribute') return token.name === 'id' && token.action === 'equals' ? ID : CLASS;
  if (token.type === 'tag' || token.type === 'pseudo-element') return 1;
  if (token.type !== 'pseudo' || token.name === 'where') return 0;
  return Array.isArray(token.data) ? Math.max(0, ...token.data.map(specificityOf)) : CLASS;
}

const specificityOf = (tokens: readonly Selector[]): number => tokens.reduce((sum, token) => sum + weightOf(token), 0);

function keyOf(tokens: readonly Selector[]): string {
  const last = tokens.slice(tokens.findLastIndex(isCombinator) + 1);
  const keys = last.flatMap((token) => {
    if (token.type === 'tag') return [token.name.toLowerCase()];
    if (token.type !== 'attribute' || token.ignoreCase === true) return [];
    if (token.name === 'class' && token.action === 'element') return [`.${token.value}`];
    return token.name === 'id' && token.action === 'equals' ? [`#${token.value}`] : [];
  });
  return keys.find((key) => /^[.#]/.test(key)) ?? keys[0] ?? '*';
}

/** What an element has that a selector may ask for first. */
export function keysOf({ name, attributes: { class: names = '', id } }: Element): readonly string[] {
  const classes = names === '' ? [] : names.split(/\s+/).map((one) => `.${one}`);
  return ['*', name, ...classes, ...(id === undefined ? [] : [`#${id}`])];
}

/** The parts of a list of selectors; none if it is not one, as browsers have it. */
function parsed(selector: string): readonly (readonly Selector[])[] {
  try {
    return parse(selector);
  } catch {
    return [];
  }
}

/** Reads selectors for the elements below a root. Beyond a number of steps every question throws. */
export function selectorsFor(root: Element): (selector: string) => readonly ElementSelector[] {
  const step = stepCounter();
  const options = optionsFor(root, step);
  return (selector) =>
    parsed(selector).flatMap((all): readonly ElementSelector[] => {
      const last = all.at(-1);
      const beside = last?.type === 'pseudo-element' ? last.name : undefined;
      if (beside !== undefined && beside !== 'before' && beside !== 'after') return [];
      const tokens = beside === undefined ? [...all] : all.slice(0, -1);
      try {
        const asked = compile<Node, Element>([tokens.length > 0 ? tokens : (parse('*')[0] ?? [])], options);
        const isMatch = (element: Element): boolean => {
          step(ASKING);
          return asked(element);
        };
        return [{ isMatch, specificity: specificityOf(all), key: keyOf(tokens), ...(beside && { beside }) }];
      } catch {
        return [];
      }
    });
}
