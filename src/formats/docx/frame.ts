import { type BaseXmlComponent, type ISectionPropertiesOptions, Document as WordDocument } from 'docx';
import { XML_DECLARATION } from '../../bytes/xml.js';
import { remembered } from '../../memo/remembered.js';
import type { NamedTheme } from './faces.js';
import { leadsTo, type Relation } from './relationships.js';
import { footers, section } from './section.js';
import { draftHeaders, type Mark, markOf } from './watermark.js';
import { DECLARATION } from './word-xml.js';
import { xmlIn } from './written.js';

/** What stands around the blocks and is the same in all documents of one look. */
export interface Frame {
  /** The main part before and after its blocks. */
  readonly main: readonly [before: string, after: string];
  /** Headers and footers, by the names of their parts. */
  readonly parts: Readonly<Record<string, string>>;
  /** The relationships of the main part to its styles, its settings, its headers and its footers. */
  readonly relations: readonly Relation[];
}

/** Looks that are kept: one or two are in use at a time. Each takes 15 kB. */
const LOOKS = 20;

/** Gives the marks of a draft numbers for the random ids that `docx` invents: that of the header they stand in. */
function numberMarks(xml: string, number: number): string {
  return xml.replace(/(?<=id="PowerPlusWaterMarkObject)[^"]*/, String(number));
}

const makeFrame = remembered(LOOKS, (properties: ISectionPropertiesOptions, mark: Mark | undefined): Frame => {
  const headers = mark && { headers: draftHeaders(mark) };
  const file = new WordDocument({ sections: [{ properties, ...headers, footers: footers(), children: [] }] });
  const part = ({ View }: { readonly View: BaseXmlComponent }, i: number) =>
    XML_DECLARATION + numberMarks(xmlIn(file, View), i + 1);
  const named = [
    ...file.Headers.map((header, i) => ({ kind: 'header', name: `header${i + 1}.xml`, xml: part(header, i) }) as const),
    ...file.Footers.map((footer, i) => ({ kind: 'footer', name: `footer${i + 1}.xml`, xml: part(footer, i) }) as const),
  ];
  const first = [leadsTo('styles.xml', 'styles'), leadsTo('settings.xml', 'settings')];
  // The section refers to headers and footers in their order, by the numbers that they have among more relationships.
  let number = first.length;
  const numbered = xmlIn(file, file.Document.View).replaceAll(/(?<= r:id=")[^"]*/g, () => `rId${++number}`);
  const [before = '', after = ''] = numbered.split(/(?=<w:sectPr>)/);
  return {
    main: [DECLARATION + before, after],
    parts: Object.fromEntries(named.map(({ name, xml }) => [`word/${name}`, xml])),
    relations: [...first, ...named.map(({ name, kind }) => leadsTo(name, kind))],
  };
});

/** The frame of a document's pages. */
export function frameOf(theme: NamedTheme, isDraft: boolean): Frame {
  return makeFrame(section(theme), isDraft ? markOf(theme) : undefined);
}
