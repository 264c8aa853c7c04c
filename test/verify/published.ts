import { strToU8, unzipSync, zipSync } from 'fflate';
import { type AnyReport, type FormatId, renderReport, type Verified, verifyReport } from '../../src/index.js';

/** Published files, and what may be done to them. */

/** A report as a file of a format, as text if it is a page. */
export async function published(report: AnyReport, format: FormatId, fragment = false): Promise<Uint8Array> {
  return renderReport(report, { format, ...(fragment && { html: { fragment } }) });
}

export const verify = (file: Uint8Array | string, report: AnyReport, name: string): Promise<Verified> =>
  verifyReport(file, report, { name });

/** A page, and a Word file, as the markup in which its texts stand; and a file of that markup after somebody has changed it. */
export interface Markup {
  readonly name: string;
  readonly text: string;
  readonly file: (text: string) => Uint8Array | string;
  readonly paragraph: (text: string) => string;
  readonly row: RegExp;
  readonly words: RegExp;
  readonly end: string;
}

export async function pageOf(report: AnyReport, fragment = false): Promise<Markup> {
  const html = new TextDecoder().decode(await published(report, 'html', fragment));
  const from = Math.max(0, html.indexOf('<main'));
  const to = html.includes('</main>') ? html.indexOf('</main>') : html.length;
  return {
    name: '年报.html',
    text: html.slice(from, to),
    file: (text) => html.slice(0, from) + text + html.slice(to),
    paragraph: (text) => `<p>${text}</p>`,
    row: /<tr>[\s\S]*?<\/tr>/g,
    words: /(?<=>)[^<>]*[^<>\s][^<>]*(?=<)/g,
    end: '</p>',
  };
}

export async function wordOf(report: AnyReport): Promise<Markup> {
  const files = unzipSync(await published(report, 'docx'));
  return {
    name: '年报.docx',
    text: new TextDecoder().decode(files['word/document.xml']),
    file: (text) => zipSync({ ...files, 'word/document.xml': strToU8(text) }, { level: 0 }),
    paragraph: (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`,
    row: /<w:tr>[\s\S]*?<\/w:tr>|<w:tr [\s\S]*?<\/w:tr>/g,
    words: /(?<=<w:t(?: [^<>]*)?>)[^<>]+(?=<)/g,
    end: '</w:p>',
  };
}

/** A text with another character, or another digit, at a place. */
export function altered(text: string, at: number): string {
  const plain = [...text.replace(/&[#\w]+;/g, '某')];
  const seen = plain.flatMap((character, i) => (character.trim() === '' ? [] : [i]));
  const i = seen[at % seen.length] ?? 0;
  const other = (character: string) =>
    /\d/.test(character) ? String((Number(character) + 1) % 10) : character === '甲' ? '乙' : '甲';
  return plain.map((character, j) => (i === j ? other(character) : character)).join('');
}

/** What may be done to a published file, by name: each gives the changed markup by a number made by chance. */
export const CHANGES: {
  readonly [name: string]: (markup: Markup, chance: number) => string;
} = {
  'another word or figure': ({ text, words }, chance) => {
    const all = [...text.matchAll(words)];
    const [old = '', at = 0] = ((match) => [match?.[0], match?.index])(all[chance % all.length]);
    return text.slice(0, at) + altered(old, chance >> 8) + text.slice(at + old.length);
  },
  'a row less': ({ text, row }, chance) => {
    const all = [...text.matchAll(row)];
    const match = all[chance % all.length];
    return text.slice(0, match?.index ?? 0) + text.slice((match?.index ?? 0) + (match?.[0].length ?? 0));
  },
  'a row twice': ({ text, row }, chance) => {
    const all = [...text.matchAll(row)];
    const match = all[chance % all.length];
    const at = match?.index ?? 0;
    return text.slice(0, at) + (match?.[0] ?? '') + text.slice(at);
  },
  'a paragraph more': ({ text, end, paragraph }, chance) => {
    // Not in cells: what stands in one that is merged into another does not show.
    const bodies = text.split(/(<table[\s\S]*?<\/table>|<w:tbl>[\s\S]*?<\/w:tbl>)/);
    const outside = bodies.flatMap((body, i) => (i % 2 === 0 && body.includes(end) ? [i] : []));
    const at = outside[chance % outside.length] ?? 0;
    return bodies
      .map((body, i) => (i === at ? body.replace(end, `${end}${paragraph('另外受理申请5件。')}`) : body))
      .join('');
  },
};
