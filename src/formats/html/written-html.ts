import { escapeXml } from '../../bytes/xml.js';

/** Text as HTML. A line feed ends a line. */
export function textHtml(text: string): string {
  const escaped = escapeXml(text);
  return escaped.includes('\n') ? escaped.replaceAll('\n', '<br>') : escaped;
}

/** Attributes of an element; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let written = '';
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) written += ` ${name}="${escapeXml(String(value))}"`;
  }
  return written;
}
