import type { Element } from '../neutral/markup.js';
import { elementsOf } from '../neutral/markup.js';
import { shownText } from './html-elements.js';

/** What Word writes into a page besides its text: notes, comments, running heads. */

const kindOf = ({ attributes: { style = '' } }: Element): string | undefined =>
  style.includes('mso-element') ? /mso-element:\s*([a-z-]+)/i.exec(style)?.[1]?.toLowerCase() : undefined;

/** A part of a page that Word keeps beside the text. */
export type WordPart = 'notes' | 'comments' | 'running';

const PARTS: { readonly [kind: string]: WordPart } = {
  'footnote-list': 'notes',
  'endnote-list': 'notes',
  'comment-list': 'comments',
  header: 'running',
  footer: 'running',
};

/** Which part of what Word keeps beside the text an element is, if it is one. */
export function wordPartOf(element: Element): WordPart | undefined {
  const kind = kindOf(element);
  return kind === undefined ? undefined : PARTS[kind];
}

/** Where a link leads within the pages that Word writes: to a note, or to a comment. */
const TO_NOTE = /^#_(ftn|edn)(\d+)$/;
const TO_COMMENT = /^#_(?:msocom|com)_?\d+$/i;

export const isCommentMark = ({ name, attributes: { href = '' } }: Element): boolean =>
  name === 'a' && TO_COMMENT.test(href);

/** The id of the note that a link refers to; undefined for any other element. */
export function noteIdOf({ name, attributes: { href = '' } }: Element): string | undefined {
  const [, kind, number] = (name === 'a' && TO_NOTE.exec(href)) || [];
  return kind === undefined ? undefined : `${kind}${number}`;
}

/** The text of a note without the mark that it begins with. */
const noteText = (note: Element): string =>
  shownText(note)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:[[［【〔]?\d{1,3}[\]］】〕]|[①-⑳])\s*/u, '');

/** The notes of a page, by their ids. */
export interface WordNotes {
  /** The text of a note; asking for it is reading it. Undefined if there is no such note. */
  readonly at: (id: string | undefined) => string | undefined;
  /** Whether a list of notes has none that nothing refers to. */
  readonly areRead: (list: Element) => boolean;
  readonly used: () => number;
}

const NOTE_ID = /^(?:ftn|edn)\d+$/;

/** The notes in an element by their ids. */
function notesIn(element: Element): readonly (readonly [id: string, text: string])[] {
  const { id = '' } = element.attributes;
  if (NOTE_ID.test(id)) return [[id, noteText(element)]];
  return elementsOf(element).flatMap(notesIn);
}

const listsIn = (element: Element): readonly Element[] =>
  wordPartOf(element) === 'notes' ? [element] : elementsOf(element).flatMap(listsIn);

export function wordNotes(root: Element): WordNotes {
  const notes = new Map(listsIn(root).flatMap(notesIn));
  const read = new Set<string>();
  return {
    at: (id) => {
      const text = id === undefined ? undefined : notes.get(id);
      if (id !== undefined && text !== undefined) read.add(id);
      return text;
    },
    areRead: (list) => {
      const own = notesIn(list);
      return own.length > 0 && own.every(([id]) => read.has(id));
    },
    used: () => read.size,
  };
}
