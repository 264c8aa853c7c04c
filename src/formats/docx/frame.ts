import type { BaseXmlComponent } from 'docx';
import { XML_DECLARATION } from '../../bytes/xml.js';
import { memoOf } from '../../memo/memo.js';
import type { NamedTheme } from './faces.js';
import { leadsTo, type Relation } from './relationships.js';
import { footers, section } from './section.js';
import { draftHeaders } from './watermark.js';
import { DECLARATION } from './word-xml.js';
import { wordDocument, xmlIn } from './written.js';

/** The parts of a file around the blocks. They are the same for all documents of one look. */
export interface Frame {
  /** The main part before and after the blocks. */
  readonly main: readonly [before: string, after: string];
  /** Headers and footers by part name. */
  readonly parts: Readonly<Record<string, string>>;
  /** The relationships of the main part to styles, settings, headers and footers. */
  readonly relations: readonly Relation[];
}

/** Replaces the random id that `docx` gives a draft mark by the number of its header. */
function numberMarks(xml: string, number: number): string {
  return xml.replace(/(?<=id="PowerPlusWaterMarkObject)[^"]*/, String(number));
}

function makeFrame(theme: NamedTheme, isDraft: boolean): Frame {
  const headers = isDraft && { headers: draftHeaders(theme) };
  const properties = section(theme);
  const file = wordDocument({ sections: [{ properties, ...headers, footers: footers(), children: [] }] });
  const part = ({ View }: { readonly View: BaseXmlComponent }, i: number) =>
    XML_DECLARATION + numberMarks(xmlIn(file, View), i + 1);
  const named = [
    ...file.Headers.map((header, i) => ({ kind: 'header', name: `header${i + 1}.xml`, xml: part(header, i) }) as const),
    ...file.Footers.map((footer, i) => ({ kind: 'footer', name: `footer${i + 1}.xml`, xml: part(footer, i) }) as const),
  ];
  const first = [leadsTo('styles.xml', 'styles'), leadsTo('settings.xml', 'settings')];
  // The section refers to headers and footers in order. Number the references after the relationships before them.
  let number = first.length;
  const numbered = xmlIn(file, file.Document.View).replaceAll(/(?<= r:id=")[^"]*/g, () => `rId${++number}`);
  const [before = '', after = ''] = numbered.split(/(?=<w:sectPr>)/);
  return {
    main: [DECLARATION + before, after],
    parts: Object.fromEntries(named.map(({ name, xml }) => [`word/${name}`, xml])),
    relations: [...first, ...named.map(({ name, kind }) => leadsTo(name, kind))],
  };
}

/** Of each theme the frame with the draft mark and that without it; each takes 15 kB. */
const known = memoOf<NamedTheme, Frame>(2);

/** The frame for a theme. */
export function frameOf(theme: NamedTheme, isDraft: boolean): Frame {
  return known(theme)(String(isDraft), () => makeFrame(theme, isDraft));
}
