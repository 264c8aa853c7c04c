import { w } from './xml.js';

/** What a table says to readers who cannot see it. */
export interface TableText {
  readonly caption?: string;
  readonly description: string;
}

/** Gives each table of a document its title and its description. `docx` has no option for them. */
export function describeTables(document: string, texts: readonly TableText[]): string {
  let i = 0;
  return document.replaceAll('</w:tblPr>', (end) => {
    const text = texts[i++];
    if (text === undefined) return end;
    const title = w('tblCaption', { val: text.caption ?? text.description });
    return `${title}${w('tblDescription', { val: text.description })}${end}`;
  });
}

/** Gives the marks of a draft numbers for the random ids that `docx` invents: that of the header they stand in. */
export function numberMarks(part: string, xml: string): string {
  const number = /\d+/.exec(part)?.[0] ?? '';
  return xml.replaceAll(/(?<=id="PowerPlusWaterMarkObject)[^"]*/g, number);
}
