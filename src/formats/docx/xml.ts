const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The declaration that every part begins with. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Text as it stands in XML, in content and in attributes alike. What XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (char) => ENTITIES[char] ?? '');
}

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
