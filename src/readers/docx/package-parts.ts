import { unzipSync } from 'fflate';
import { diagnostic, ReportError } from '../../diagnostics/diagnostic.js';
import { LIMITS } from '../../limits/limits.js';
import { relationsIn } from '../neutral/relations.js';

const [MOST_BYTES, MOST_IN_ALL] = [LIMITS.partBytes.most, LIMITS.packageBytes.most];

/** The parts of a Word file that are read: text by the kind of its relationship, or by name. */
export interface PackageParts {
  readonly document: string;
  /** The texts of the parts that the document relates to by this kind, the last word of its type: `styles`, `header`. */
  readonly related: (kind: string) => readonly string[];
}

export function damaged(name: string, found: string): ReportError {
  return new ReportError([
    diagnostic('read/damaged', {
      message: `${name} 打不开`,
      found,
      expected: '完好的 Word 文件（.docx）',
      hint: '用 Word 或 WPS 打开，另存为 .docx 后再试',
    }),
  ]);
}

function tooLarge(name: string, found: string): ReportError {
  return new ReportError([
    diagnostic('read/too-large', {
      message: `${name} 太大，不是一份年度报告`,
      found,
      expected: `解压后不超过 ${MOST_BYTES / 2 ** 20} MB`,
      hint: '只留报告的文字和表格，另存后再试',
    }),
  ]);
}

/** Only markup is unpacked, pictures and fonts are not; sizes are those that the archive states, which unpacking cannot exceed. */
function unpack(bytes: Uint8Array, name: string): { readonly [part: string]: Uint8Array } {
  let total = 0;
  let parts = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name: part, originalSize, size }) => {
        parts += 1;
        if (parts > LIMITS.packageParts.most) throw tooLarge(name, `${parts} 个部件`);
        if (!/\.(?:xml|rels)$/i.test(part)) return false;
        total += Math.max(originalSize, size);
        if (originalSize > MOST_BYTES || total > MOST_IN_ALL) throw tooLarge(name, `${part} 有 ${originalSize} 字节`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof ReportError) throw error;
    throw damaged(name, '压缩包已经损坏');
  }
}

const decoder = new TextDecoder();

/**
 * Opens a Word file.
 *
 * @throws ReportError `read/damaged`, `read/too-large`
 */
export function openPackage(bytes: Uint8Array, name: string): PackageParts {
  const files = unpack(bytes, name);
  const byName = new Map(Object.keys(files).map((part) => [part.replaceAll('\\', '/').toLowerCase(), part]));
  const textAt = (part: string): string | undefined => {
    const file = byName.get(part.toLowerCase());
    return file === undefined ? undefined : decoder.decode(files[file]);
  };
  const main =
    relationsIn(textAt('_rels/.rels'), '').find(({ kind }) => kind === 'officeDocument')?.part ?? 'word/document.xml';
  const document = textAt(main) ?? textAt('word/document.xml');
  if (document === undefined) throw damaged(name, '里面没有正文');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = relationsIn(textAt(`${folder}_rels/${main.slice(folder.length)}.rels`), folder);
  return {
    document,
    related: (kind) => relations.flatMap((relation) => (relation.kind === kind ? (textAt(relation.part) ?? []) : [])),
  };
}
