import { TokenType, tokenizer } from '@csstools/css-tokenizer';
import { memo } from '../../memo/memo.js';
import { showsOnScreen } from './screen-media.js';

/** A property as a style sheet sets it, its name in small letters; of a shorthand all of its value, under the property that is looked at. */
export interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly isImportant: boolean;
}

/** What is set for an element, by property. */
export type SheetStyles = ReadonlyMap<string, Declaration>;

/** What a style sheet says of the elements that a selector finds. */
export interface SheetRule {
  readonly selector: string;
  readonly declarations: readonly Declaration[];
}

/** A piece of a style sheet: a declaration, or with a block what stands before it and in it. */
interface Statement {
  readonly text: string;
  readonly block?: Statement[];
}

const OPENING = new Set<string>([TokenType.OpenParen, TokenType.OpenSquare, TokenType.Function]);
const CLOSING = new Set<string>([TokenType.CloseParen, TokenType.CloseSquare]);
/** A sheet in the old fashion stands in a comment of the page. */
const PASSED = new Set<string>([TokenType.Comment, TokenType.CDO, TokenType.CDC]);

/** The statements of a style sheet, as https://www.w3.org/TR/css-syntax-3/ parts them: none is an error, an open block ends with the sheet. */
function statementsOf(css: string): readonly Statement[] {
  const open: Statement[][] = [[]];
  let [text, parentheses] = ['', 0];
  const end = (block?: Statement[]) => {
    if (text.trim() !== '' || block) open.at(-1)?.push(block ? { text: text.trim(), block } : { text: text.trim() });
    [text, parentheses] = ['', 0];
  };
  const tokens = tokenizer({ css });
  while (!tokens.endOfFile()) {
    const [type, raw] = tokens.nextToken();
    if (PASSED.has(type)) text += ' ';
    else if (type === TokenType.Semicolon && parentheses === 0) end();
    else if (type === TokenType.OpenCurly) {
      const block: Statement[] = [];
      end(block);
      open.push(block);
    } else if (type === TokenType.CloseCurly) {
      end();
      if (open.length > 1) open.pop();
    } else {
      if (OPENING.has(type)) parentheses += 1;
      if (CLOSING.has(type)) parentheses = Math.max(0, parentheses - 1);
      text += raw;
    }
  }
  end();
  return open[0] ?? [];
}

const DECLARATION = /^([-\w]+)\s*:([\s\S]*)$/;
const IMPORTANT = /!\s*important$/i;

/** Shorthands that set a property which is looked at, beside others: they take its place, so that the later of both counts. */
const SHORTHANDS: ReadonlyMap<string, string> = new Map([
  ['background', 'background-color'],
  ['font', 'font-size'],
]);

function declarationIn({ text, block }: Statement): readonly Declaration[] {
  const [, name = '', rest = ''] = (block === undefined && DECLARATION.exec(text)) || [];
  if (name === '') return [];
  const small = name.toLowerCase();
  const said = rest.trim();
  const value = said.replace(IMPORTANT, '');
  return [{ name: SHORTHANDS.get(small) ?? small, value: value.trimEnd(), isImportant: value !== said }];
}

/** Deeper than anyone nests rules. */
const DEEPEST = 20;

/** Whether what stands in an at-rule applies to a page on a screen. Fonts, movements and pages of paper are no rules for elements. */
function appliesOnScreen(atRule: string): boolean {
  const [, name = '', condition = ''] = /^@([-\w]+)\s*([\s\S]*)$/.exec(atRule) ?? [];
  if (name === 'media') return showsOnScreen(condition);
  return /^(?:supports|layer|container)$/i.test(name) && !/^not\b/i.test(condition);
}

/** Longer than anyone writes a selector; with rules in rules it may grow by leaps. */
const LONGEST = 2000;

/** A selector inside the rule for another one; undefined if it becomes too long. */
function nested(selector: string, outer: string | undefined): string | undefined {
  if (outer === undefined) return selector;
  const pieces = selector.includes('&') ? selector.split('&') : ['', ` ${selector}`];
  return pieces.length * outer.length > LONGEST ? undefined : pieces.join(`:is(${outer})`);
}

function rulesIn(statements: readonly Statement[], outer: string | undefined, depth: number): readonly SheetRule[] {
  const declarations = outer === undefined ? [] : statements.flatMap(declarationIn);
  const own = outer === undefined || declarations.length === 0 ? [] : [{ selector: outer, declarations }];
  if (depth > DEEPEST) return own;
  const inner = statements.flatMap(({ text, block = [] }) => {
    if (!text.startsWith('@')) {
      const selector = block.length === 0 ? undefined : nested(text, outer);
      return selector === undefined ? [] : rulesIn(block, selector, depth + 1);
    }
    return appliesOnScreen(text) ? rulesIn(block, outer, depth + 1) : [];
  });
  return [...own, ...inner];
}

/** Pages of one site have the same style sheets: as many are kept as a site has, and none that is longer than a site's. */
const [KEPT, LONGEST_KEPT] = [16, 100_000];
const known = memo<readonly SheetRule[]>(KEPT);

/** The rules of a style sheet for a page on a screen, in their order. */
export function sheetRules(css: string): readonly SheetRule[] {
  const read = () => rulesIn(statementsOf(css), undefined, 0);
  return css.length > LONGEST_KEPT ? read() : known(css, read);
}

/** What a `style` attribute sets. */
export const styleDeclarations = (style: string): readonly Declaration[] => statementsOf(style).flatMap(declarationIn);

/** Of two declarations the more important one wins, or else the later one: they come in the order of their selectors. */
export function layered(layers: readonly (readonly Declaration[])[]): SheetStyles {
  const styles = new Map<string, Declaration>();
  for (const one of layers.flat()) {
    const before = styles.get(one.name);
    if (one.isImportant || !before?.isImportant) styles.set(one.name, one);
  }
  return styles;
}
