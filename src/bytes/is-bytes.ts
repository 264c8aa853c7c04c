/** Whether something is bytes, of this realm or another: pages and runners of tests have several. */
export const isBytes = (content: unknown): content is Uint8Array =>
  ArrayBuffer.isView(content) && 'length' in content && content.length === content.byteLength;
