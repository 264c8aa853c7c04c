import { attributeOf, descendants, type Element, parseXml } from '../neutral/markup.js';

/** Footnotes and endnotes, each printed where it is referred to. */
export interface Notes {
  /** `（注：…）`; nothing if there is no such note. */
  readonly at: (reference: string, id: string) => string;
  /** The number of notes that have been asked for. */
  readonly used: () => number;
}

const textOf = (note: Element): string =>
  descendants(note, 't')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('')
    .trim();

function notesIn(xml: string, name: string): readonly [string, string][] {
  return descendants(parseXml(xml), name)
    .filter((note) => attributeOf(note, 'type') === undefined)
    .map((note) => [`${name} ${attributeOf(note, 'id')}`, textOf(note)]);
}

/** The notes of a file, from the parts that hold them. */
export function notesOf(footnotes: string, endnotes: string): Notes {
  const notes = new Map([...notesIn(footnotes, 'footnote'), ...notesIn(endnotes, 'endnote')]);
  let used = 0;
  return {
    at: (reference, id) => {
      const text = notes.get(`${reference.replace(/Reference$/, '')} ${id}`) ?? '';
      if (text === '') return '';
      used += 1;
      return `（注：${text}）`;
    },
    used: () => used,
  };
}
