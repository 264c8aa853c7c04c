import type { ByteTools } from '../../bytes/byte-tools.js';
import { escapeXml } from '../../bytes/xml.js';
import type { Attachment } from '../../model/finish.js';
import { guidOf } from './guid.js';
import { DECLARATION } from './word-xml.js';

const OFFICE_CUSTOM_XML = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

/** The namespace of the element that holds the report's JSON, by which programs find it among the custom parts of a file. */
export const DATA_NAMESPACE = 'urn:nianbao:report';

/** A part with a report's data and the part that identifies it. */
export interface CarriedData {
  readonly item: string;
  readonly properties: string;
}

/** The JSON among the attachments as a custom XML part, which Word keeps when the file is edited; undefined if there is none. */
export function carriedData(attachments: readonly Attachment[], { sha1 }: ByteTools): CarriedData | undefined {
  const json = attachments.find(({ mime }) => mime === 'application/json');
  if (json === undefined) return undefined;
  const { name, bytes } = json;
  const text = escapeXml(new TextDecoder().decode(bytes));
  const schema = `<ds:schemaRefs><ds:schemaRef ds:uri="${DATA_NAMESPACE}"/></ds:schemaRefs>`;
  return {
    item: `${DECLARATION}<report xmlns="${DATA_NAMESPACE}" name="${escapeXml(name)}">${text}</report>`,
    properties: `${DECLARATION}<ds:datastoreItem ds:itemID="${guidOf(sha1(bytes))}" xmlns:ds="${OFFICE_CUSTOM_XML}">${schema}</ds:datastoreItem>`,
  };
}
