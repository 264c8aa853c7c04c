import { escapeXml, XML_DECLARATION } from '../../bytes/xml.js';
import { PROGRAM } from '../../model/program.js';
import { attributeOf, descendants, type Element, elementsOf, parseXml } from '../neutral/markup.js';

/** A remark on a cell: `D7`. */
export interface Remark {
  readonly cell: string;
  readonly text: string;
  readonly author: string;
  /** As it stands in its part, of one that stays as it is. */
  readonly xml?: string;
}

const BEFORE_OTHERS = '—— 原有批注 ——';
const JOINED = new RegExp(`\\r?\\n\\r?\\n${BEFORE_OTHERS}\\r?\\n([^：]*)：([\\s\\S]*)$`, 'u');

/** A remark of ours on a cell that has somebody else's: a cell can have one only. */
export const joined = (ours: Remark, { author, text }: Remark): Remark => ({
  ...ours,
  text: `${ours.text}\n\n${BEFORE_OTHERS}\n${author}：${text}`,
});

/** What others say in a remark: all of theirs, what stands joined in one of ours, or nothing. */
export function othersIn<R extends { readonly author?: string; readonly text: string }>(remark: R): R | undefined {
  if (remark.author !== PROGRAM) return remark;
  const [, author, text] = JOINED.exec(remark.text) ?? [];
  return author === undefined || text === undefined ? undefined : { ...remark, author, text };
}

const words = (element: Element): string =>
  descendants(element, 't')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('');

/** The elements of a name that have no others of it in them, as they are written. Scanned once: what never ends costs no more. */
const written = (xml: string, name: string): readonly string[] =>
  xml.split(new RegExp(`(?=<${name}\\b)`)).flatMap((piece) => {
    const end = piece.indexOf(`</${name}>`);
    return piece.startsWith(`<${name}`) && end > 0 ? [piece.slice(0, end + name.length + 3)] : [];
  });

const authorsIn = (root: Element): readonly string[] =>
  descendants(root, 'authors').flatMap((list) => elementsOf(list).map((author) => author.children.join('')));

/** The remarks of a part of a package. */
export function commentsIn(xml: string): readonly Remark[] {
  const root = parseXml(xml);
  const authors = authorsIn(root);
  const found = descendants(root, 'comment');
  const raw = written(xml, 'comment');
  return found.map((comment, i) => ({
    cell: attributeOf(comment, 'ref') ?? 'A1',
    text: words(comment),
    author: authors[Number(attributeOf(comment, 'authorId') ?? 0)] ?? '',
    ...(raw.length === found.length && { xml: raw[i] }),
  }));
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/**
 * The part that holds the texts of remarks. Those that stay are as they were, with the letters and the numbers that others gave them.
 *
 * @param before the part as it has been, if there is one
 */
export function commentsPart(remarks: readonly Remark[], before: string): string {
  const root = /<comments\b[^>]*>/.exec(before)?.[0] ?? `<comments xmlns="${MAIN}">`;
  const old = authorsIn(parseXml(before));
  const added = remarks.map(({ author }) => author).filter((author) => !old.includes(author));
  const authors = [...old, ...new Set(added)];
  const list = remarks.map(
    ({ cell, text, author, xml }) =>
      xml ??
      `<comment ref="${escapeXml(cell)}" authorId="${authors.indexOf(author)}"><text><r><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  );
  const names = authors.map((author) => `<author>${escapeXml(author)}</author>`).join('');
  return `${XML_DECLARATION}${root}<authors>${names}</authors><commentList>${list.join('')}</commentList></comments>`;
}
