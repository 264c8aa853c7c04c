const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The declaration that an XML file begins with. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** Text as it stands in XML, in content and in attributes alike. Characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (char) => ENTITIES[char] ?? '');
}
