import { type BaseXmlComponent, Document as WordDocument } from 'docx';
import { escapeXml } from '../../bytes/xml.js';

/** Text as `docx` writes it. */
export function escapeText(text: string): string {
  return escapeXml(text).replaceAll("'", '&apos;');
}

/** What `docx` gives out to be written: elements as `{ name: content }`, with their attributes as `_attr` in the content. */
type Content = string | number | readonly Content[] | { readonly [name: string]: Content };

function attributesIn(content: Content): readonly (readonly [string, Content])[] {
  return typeof content === 'object' && '_attr' in content ? Object.entries(content._attr) : [];
}

/** `docx` keeps its own writer, which does the same, to itself. */
function write(content: Content): string {
  if (typeof content !== 'object') return escapeText(String(content));
  const [[name, inner] = ['', '']] = Object.entries(content);
  const all: readonly Content[] = [inner].flat();
  const attributes = all.flatMap(attributesIn).map(([key, value]) => ` ${key}="${escapeText(String(value))}"`);
  if (!Array.isArray(inner)) return `<${name}${attributes.join('')}/>`;
  const children = all.filter((one) => typeof one !== 'object' || !('_attr' in one)).map(write);
  return `<${name}${attributes.join('')}>${children.join('')}</${name}>`;
}

/** The XML of what `docx` makes for a document; empty if it leaves it out. */
export function xmlIn(file: WordDocument, component: BaseXmlComponent): string {
  const content = component.prepForXml({ file, viewWrapper: file.Document, stack: [] });
  return content === undefined ? '' : write(content);
}

/** A document for elements that need to know no more of it than that there is one. */
const anyDocument = new WordDocument({ sections: [] });

/** The XML of an element that `docx` makes. */
export function xmlOf(component: BaseXmlComponent): string {
  return xmlIn(anyDocument, component);
}
