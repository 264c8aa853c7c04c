/** The kinds of files that reports are read from. */
export type KindId = 'json' | 'yaml' | 'docx' | 'xlsx' | 'pdf' | 'ofd' | 'html' | 'text';

/** A kind that is known and not read, and the way out. */
export interface UnreadKind {
  readonly name: string;
  readonly hint: string;
  /** What its name ends in, if an office program can turn it into a Word file. */
  readonly office?: 'doc' | 'rtf' | 'odt';
}

/** What a file is: one of the kinds that are read, or one that is not. */
export type FoundKind = { readonly kind: KindId } | { readonly unread: UnreadKind };

const SAVE_AS = '用 Word、WPS 或 LibreOffice 打开，另存为 .docx 后再读';

const SAVE_BOOK_AS = '用 Excel 或 WPS 表格打开，另存为 .xlsx 后再读';

const unread = (name: string, hint: string): FoundKind => ({ unread: { name, hint } });

const WITH_OFFICE = `${SAVE_AS}；装有 LibreOffice 的，可以用 --soffice 让它转换`;

const ofOffice = (name: string, office: 'doc' | 'rtf' | 'odt'): FoundKind => ({
  unread: { name, hint: WITH_OFFICE, office },
});

const OLD_WORD = ofOffice('旧版 Word 或 WPS 文字（.doc、.wps）', 'doc');
const SCAN = unread('图片', '图片里的文字读不出；请用原来的 Word 文件或网页，或先作文字识别');

/** Files told by their first bytes. */
const MAGIC: readonly (readonly [bytes: string, found: FoundKind])[] = [
  ['%PDF-', { kind: 'pdf' }],
  ['{\\rtf', ofOffice('RTF', 'rtf')],
  ['\x89PNG', SCAN],
  ['\xff\xd8\xff', SCAN],
  ['GIF8', SCAN],
  ['BM', SCAN],
  ['II*\0', SCAN],
  ['MM\0*', SCAN],
  ['RIFF', SCAN],
  ['Rar!', unread('RAR 压缩包', '解压后逐个读')],
  ['7z\xbc\xaf', unread('7z 压缩包', '解压后逐个读')],
  ['\x1f\x8b', unread('gzip 压缩包', '解压后再读')],
];

/** A mail's head, with which a page in a single file begins: browsers and Word write its lines in another order. */
const MAIL = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:/i;
const SINGLE_PAGE = unread('单个文件网页（.mht）', '用浏览器打开，另存为“仅 HTML”后再读');

/** Archives told by the names of what is in them. */
const ARCHIVES: readonly (readonly [name: string, found: FoundKind])[] = [
  ['word/', { kind: 'docx' }],
  ['xl/workbook.bin', unread('二进制工作簿（.xlsb）', SAVE_BOOK_AS)],
  ['xl/', { kind: 'xlsx' }],
  ['ppt/', unread('PPT', '把文字和表格复制到 Word 里，存成 .docx 后再读')],
  ['OFD.xml', { kind: 'ofd' }],
  ['application/vnd.oasis.opendocument.spreadsheet', unread('ODS 工作簿（.ods）', SAVE_BOOK_AS)],
  ['application/vnd.oasis.opendocument', ofOffice('ODT 文档（.odt）', 'odt')],
  ['content.xml', ofOffice('ODT 文档（.odt）', 'odt')],
];

/** The beginning of a file, a character for each byte. */
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Long stretches in which names of ASCII are looked for: what the bytes between them become does not matter. */
const stretches = new TextDecoder('latin1');

/** An archive lists its files at the end, and their first names stand at the beginning. */
function archiveKind(bytes: Uint8Array): FoundKind {
  const kindIn = (part: Uint8Array) => {
    const names = stretches.decode(part);
    return ARCHIVES.find(([name]) => names.includes(name))?.[1];
  };
  const found = kindIn(bytes.subarray(0, 1024)) ?? kindIn(bytes.subarray(-65_536));
  return found ?? unread('压缩包', '解压后逐个读');
}

/** A name as the lists of old Office files have it. */
const wide = (name: string): string => [...name].map((character) => `${character}\0`).join('');

function compoundKind(bytes: Uint8Array): FoundKind {
  const whole = stretches.decode(bytes);
  if (whole.includes(wide('EncryptedPackage'))) return unread('有密码的文件', '去掉打开密码后另存');
  // A Word file holds the workbooks that are embedded in it.
  const isWorkbook = whole.includes(wide('Workbook')) && !whole.includes(wide('WordDocument'));
  return isWorkbook ? unread('旧版 Excel 工作簿（.xls、.et）', SAVE_BOOK_AS) : OLD_WORD;
}

/** The kind of a file by its first bytes; undefined for texts. */
export function kindOfBytes(bytes: Uint8Array): FoundKind | undefined {
  const head = latin(bytes.subarray(0, 16));
  if (head.startsWith('PK\x03\x04')) return archiveKind(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0')) return compoundKind(bytes);
  const found = MAGIC.find(([magic]) => head.startsWith(magic))?.[1];
  // Some programs write a few bytes before the head of a PDF.
  return found ?? (latin(bytes.subarray(0, 1024)).includes('%PDF-') ? { kind: 'pdf' } : undefined);
}

const NAMES: readonly (readonly [pattern: RegExp, kind: KindId])[] = [
  [/\.json$/i, 'json'],
  [/\.ya?ml$/i, 'yaml'],
];

const MARKUP =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|style|script|div|p|table|span|h[1-6]|center|section|article|main|br|font)\b/i;

/** Word's own XML in one file, which looks like markup and is not a page. */
const WORD_XML = /<\?mso-application progid="Word\.Document"|<w:wordDocument|<pkg:package/;

const JSON_START = /^\s*(?:\{|\[\s*[\]{["\d])/;

/** A key in Latin letters, after comments and the mark of a document. */
const YAML_START =
  /^(?:[^\S\n]*(?:#[^\n]*)?\n|---[^\n]*\n|%YAML[^\n]*\n)*[^\S\n]*["']?[A-Za-z_][\w-]*["']?\s*:(?:\s|$)/;

/** What the name of a document ends in that is read besides our own JSON and YAML. */
export const DOCUMENT_EXTENSION = /\.(?:docx|docm|xlsx|xlsm|pdf|ofd|html?|xhtml|txt)$/i;

/** What the name of a file ends in that an office program can turn into one that is read. */
export const OFFICE_EXTENSION = /\.(?:doc|wps|odt|rtf)$/i;

/** What the name of a file ends in that may be a report, and is not read as it is: it is told with the way out. */
export const UNREAD_EXTENSION = /\.(?:doc|wps|odt|rtf|xls|et|xlsb|ods|mht|mhtml|zip|rar|7z)$/i;

/** The kind of a text by what it says, then by its name. */
export function kindOfText(text: string, name: string): FoundKind {
  const head = text.slice(0, 4096);
  if (MAIL.test(head)) return SINGLE_PAGE;
  if (WORD_XML.test(head)) return unread('Word 的 XML 文件', SAVE_AS);
  if (MARKUP.test(head) || (/<(?:table|p|div|td)\b/i.test(head) && /\.(?:html?|xhtml|shtml|doc)$/i.test(name))) {
    return { kind: 'html' };
  }
  const named = NAMES.find(([pattern]) => pattern.test(name))?.[1];
  if (named !== undefined) return { kind: named };
  if (head.trim() === '' || JSON_START.test(head)) return { kind: 'json' };
  return { kind: YAML_START.test(head) ? 'yaml' : 'text' };
}

/** Whether a file holds a report as data, which can be edited in place: which of our own kinds it is; undefined for any other file. */
export function dataKind(bytes: Uint8Array, name: string): 'json' | 'yaml' | undefined {
  if (kindOfBytes(bytes) !== undefined) return undefined;
  const found = kindOfText(new TextDecoder().decode(bytes.subarray(0, 16_384)), name);
  return 'kind' in found && (found.kind === 'json' || found.kind === 'yaml') ? found.kind : undefined;
}

/** The kinds of files of one report, the surest first: data and workbooks are exact, a PDF or an OFD file is read from its drawing. */
const SUREST = [/\.(?:jsonl?|ndjson|ya?ml)$/i, /\.xls[xm]$/i, /\.doc[xm]$/i, /\.x?html?$/i, /\.(?:pdf|ofd)$/i];

/** How sure one can be of what was read from a file of this name: the lower, the surer. */
export function sureness(name: string): number {
  const place = SUREST.findIndex((kind) => kind.test(name));
  return place < 0 ? SUREST.length : place;
}
