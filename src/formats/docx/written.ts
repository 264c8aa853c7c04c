import { type BaseXmlComponent, type IPropertiesOptions, Document as WordDocument } from 'docx';
import { escapeXml } from '../../bytes/xml.js';

/** Text escaped as `docx` does it. */
export function escapeText(text: string): string {
  return escapeXml(text).replaceAll("'", '&apos;');
}

/** The elements that `docx` prepares for writing: `{ name: content }`, with attributes as `_attr` in the content. */
type Content = string | number | readonly Content[] | { readonly [name: string]: Content };

function written(attributes: Content): string {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(String(value))}"`);
  return all.join('');
}

/** Writes XML the way `docx` does. It does not export its own writer. */
function write(content: Content): string {
  if (typeof content !== 'object') return escapeText(String(content));
  const [[name, inner] = ['', '']] = Object.entries(content);
  const isList = Array.isArray(inner);
  let [attributes, children] = ['', ''];
  for (const one of isList ? inner : [inner]) {
    if (typeof one === 'object' && '_attr' in one) attributes += written(one._attr);
    else if (isList) children += write(one);
  }
  return isList ? `<${name}${attributes}>${children}</${name}>` : `<${name}${attributes}/>`;
}

/** The XML of a component in a document; empty if `docx` omits it. */
export function xmlIn(file: WordDocument, component: BaseXmlComponent): string {
  const content = component.prepForXml({ file, viewWrapper: file.Document, stack: [] });
  return content === undefined ? '' : write(content);
}

/** A document for components that need one, whichever it is. It takes a tenth of the first file's time to make one. */
let anyDocument: WordDocument | undefined;

/** A document of `docx`, in which components are written from then on. */
export function wordDocument(options: IPropertiesOptions): WordDocument {
  anyDocument = new WordDocument(options);
  return anyDocument;
}

/** The XML of a component. */
export function xmlOf(component: BaseXmlComponent): string {
  return xmlIn(anyDocument ?? wordDocument({ sections: [] }), component);
}
