import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/**
 * The text of a UTF-8 file. Other encodings are refused: read as UTF-8 they would silently become other characters.
 *
 * @param name the file's name, for messages
 * @throws ReportError `syntax/invalid`
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ReportError([
      diagnostic('syntax/invalid', {
        message: `${name} 不是 UTF-8 编码的文字`,
        found: '其他编码，很可能是 GBK',
        expected: 'UTF-8',
        hint: '用编辑器另存为 UTF-8',
      }),
    ]);
  }
}
