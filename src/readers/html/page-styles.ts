import { descendants, type Element } from '../neutral/markup.js';
import { attributeStyles, type OwnStyles } from './attribute-styles.js';
import { showsOnScreen } from './screen-media.js';
import { type Declaration, layered, type SheetRule, type SheetStyles, sheetRules } from './sheet-rules.js';
import type { Styles } from './sight.js';

/** What is set for the elements of a page, by its style sheets and by the elements themselves. */
export interface PageStyles {
  readonly of: (element: Element) => Styles;
  /** The text that style sheets write at an end of an element. */
  readonly written: (element: Element, side: 'before' | 'after') => string;
  /** Whether all that a browser would apply has been. */
  readonly isWhole: () => boolean;
}

/** What may keep text from being seen, by properties that are looked at together: a sheet that has none of a kind has nothing to say of it. */
const KINDS: readonly (readonly [properties: RegExp, hides: RegExp])[] = [
  // A sheet also makes tables of other elements.
  [/^display$/, /^(?:none|table-row)/],
  [/^visibility$/, /^(?:hidden|collapse)/],
  [/^opacity$/, /^0?(?:\.0|$|%)|^0\.0/],
  [/^font-size$/, /(?:^|\s)(?:0(?:\.\d+)?|\.\d+|1(?=px))(?:px|pt|r?em|%)?(?:\s*\/|\s|$)/],
  // Where letters are white, it is what they stand on that matters.
  [/^(?:color|-webkit-text-fill-color|background-(?:color|image))$/, /./],
  [/^(?:position|left|right|top|bottom|margin-(?:left|top)|text-indent)$/, /^-\d/],
  [/^(?:(?:max-|min-)?(?:width|height)|flex(?:-grow)?|overflow(?:-[xy])?)$/, /^[01](?:\D|$)/],
  [/^(?:clip|clip-path|transform|scale|filter|content-visibility)$/, /./],
  [/^white-space$/, /^(?:pre|break)/],
  [/^text-decoration(?:-line)?$/, /line-through/],
  [/^content$/, /["'(]/],
];

/** Those rules, with those of their declarations, that have to do with what is seen. */
function telling(rules: readonly SheetRule[]): readonly SheetRule[] {
  const all = rules.flatMap(({ declarations }) => declarations);
  const kinds = KINDS.filter(([properties, hides]) =>
    all.some(({ name, value }) => properties.test(name) && hides.test(value.toLowerCase())),
  ).map(([properties]) => properties);
  const isTelling = ({ name }: Declaration) => kinds.some((properties) => properties.test(name)) || name === 'z-index';
  return rules
    .map(({ selector, declarations }) => ({ selector, declarations: declarations.filter(isTelling) }))
    .filter(({ declarations }) => declarations.some(({ name }) => name !== 'z-index'));
}

const textIn = ({ children }: Element): string => children.filter((child) => typeof child === 'string').join('');

/** The text of a `content` property as far as it is letters and figures: marks before lines and behind links are none of a text. */
function contentIn(value: string, { attributes }: Element): string {
  const pieces = [...value.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|attr\(\s*([-\w]+)\s*\)/g)];
  const text = pieces.map(([, one, other, name]) => one ?? other ?? attributes[name ?? ''] ?? '').join('');
  const spelled = text.replace(/\\([\da-f]{1,6})\s?/gi, (_, code) =>
    String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );
  return /[\p{L}\p{N}]/u.test(spelled) ? spelled : '';
}

const EMPTY: Styles = new Map();

/** What the variables of a page stand for, as far as they are set for all of it. */
function variablesIn(rules: readonly SheetRule[]): Styles {
  const general = rules.filter(({ selector }) => /^(?::root|html|body|\*)$/i.test(selector));
  const set = general.flatMap(({ declarations }) => declarations).filter(({ name }) => name.startsWith('--'));
  return new Map(set.map(({ name, value }) => [name, value.toLowerCase()]));
}

function valuesOf(declarations: SheetStyles, variables: Styles): Styles {
  const meant = (value: string) =>
    value.replace(
      /var\(\s*(--[-\w]+)\s*(?:,([^()]*))?\)/g,
      (whole, name, other) => variables.get(name) ?? other ?? whole,
    );
  return new Map([...declarations].map(([name, { value }]) => [name, meant(value.toLowerCase()).trim()]));
}

/** What stands behind the text all over a page, such as the mark of a draft, is no part of it. */
const isBehind = (styles: SheetStyles): boolean => styles.get('z-index')?.value.startsWith('-') ?? false;

/** Reads the style sheets of a page as far as they have to do with what is seen of its text. */
export async function pageStyles(root: Element): Promise<PageStyles> {
  const unused = new Set(descendants(root, 'noscript').flatMap((element) => descendants(element, 'style')));
  const sheets = descendants(root, 'style').filter(
    (sheet) => showsOnScreen(sheet.attributes.media ?? '') && !unused.has(sheet),
  );
  const all = sheets.map(textIn).flatMap(sheetRules);
  const [rules, variables] = [telling(all), variablesIn(all)];
  const cascade = rules.length > 0 ? (await import('./cascade.js')).cascadeOf(root, rules) : undefined;
  const attributes = attributeStyles();
  /** What elements that no sheet says anything of set themselves. */
  const alone = new Map<OwnStyles, Styles>();
  return {
    of: (element) => {
      const own = attributes(element);
      const [weak, strong] = own;
      const sheet = cascade?.of(element);
      if (sheet !== undefined && sheet.size > 0)
        return valuesOf(layered([weak, [...sheet.values()], strong]), variables);
      if (weak.length + strong.length === 0) return EMPTY;
      const styles = alone.get(own) ?? valuesOf(layered([weak, strong]), variables);
      alone.set(own, styles);
      return styles;
    },
    written: (element, side) => {
      const styles = cascade?.beside(element, side);
      const content = styles && !isBehind(styles) ? styles.get('content') : undefined;
      return content === undefined ? '' : contentIn(content.value, element);
    },
    isWhole: () => cascade?.isGivenUp() !== true,
  };
}
