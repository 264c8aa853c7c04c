import { XML_DECLARATION } from '../../bytes/xml.js';

/** The namespace of OFD. Some programs look for the prefix `ofd:` itself. */
const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** A part: its root element with attributes, such as `Page` or `Res BaseLoc="Res"`, around its content. */
export function part(root: string, content: string): string {
  const [name = '', attributes = ''] = root.split(/ (.*)/s);
  return `${XML_DECLARATION}<ofd:${name} ${NAMESPACE}${attributes && ` ${attributes}`}>${content}</ofd:${name}>`;
}

/** An element with a text; nothing without one. */
export const element = (name: string, text: string | undefined): string =>
  text === undefined || text === '' ? '' : `<ofd:${name}>${text}</ofd:${name}>`;
