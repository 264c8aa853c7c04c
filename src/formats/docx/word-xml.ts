import { escapeXml } from '../../bytes/xml.js';

/** The declaration that every part begins with. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** An element of WordprocessingML; its attributes get the prefix of its name. Children are XML. */
export function w(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` w:${key}="${escapeXml(String(value))}"`);
  const content = children.join('');
  return `<w:${name}${written.join('')}${content === '' ? '/>' : `>${content}</w:${name}>`}`;
}

/** A part of the package whose root is an element of WordprocessingML. */
export function part(root: string, ...children: readonly string[]): string {
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `${DECLARATION}<w:${root} xmlns:w="${namespace}">${children.join('')}</w:${root}>`;
}
