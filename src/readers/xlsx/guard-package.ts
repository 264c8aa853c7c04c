import { unzipSync } from 'fflate';
import { type Diagnostic, diagnostic, ReportError } from '../../diagnostics/diagnostic.js';
import { LIMITS } from '../../limits/limits.js';
import { loss } from '../neutral/loss.js';

/** As it unpacks: a part, all parts, and how many there are. */
const MOST = {
  part: LIMITS.partBytes.most,
  sheet: LIMITS.sheetBytes.most,
  all: LIMITS.packageBytes.most,
  parts: LIMITS.packageParts.most,
};

export function damagedBook(name: string, found: string): ReportError {
  return new ReportError([
    diagnostic('read/damaged', {
      message: `${name} 打不开`,
      found,
      expected: '完好的 Excel 工作簿（.xlsx）',
      hint: '用 Excel 或 WPS 表格打开，另存为 .xlsx 后再试',
    }),
  ]);
}

export function tooLargeBook(name: string, found: string): ReportError {
  return new ReportError([
    diagnostic('read/too-large', {
      message: `${name} 太大，不是一份年度报告`,
      found,
      expected: `每张表解压后不超过 ${MOST.sheet / 2 ** 20} MB`,
      hint: '只留报告的几张表，另存后再试；多选了整行整列格式的，先清除格式',
    }),
  ]);
}

function partsOf(bytes: Uint8Array, name: string): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  try {
    unzipSync(bytes, {
      filter: ({ name: part, originalSize, size }) => {
        if (parts.size >= MOST.parts) throw tooLargeBook(name, `${parts.size} 个以上的部件`);
        // A part of unknown size would be unpacked without a limit.
        const isEmpty = originalSize === 0;
        if (isEmpty !== (size === 0) || (isEmpty && /\.xml$/i.test(part))) throw damagedBook(name, `${part} 是空的`);
        parts.set(part.replaceAll('\\', '/'), Math.max(originalSize, size));
        return false;
      },
    });
  } catch (error) {
    throw error instanceof ReportError ? error : damagedBook(name, '压缩包已经损坏');
  }
  return parts;
}

/**
 * Looks at what a workbook holds before any of it is unpacked: the sizes that the archive states, which unpacking cannot exceed.
 *
 * @returns what is there and not read: macros, and links to other files
 * @throws ReportError `read/damaged`, `read/too-large`
 */
export function guardPackage(bytes: Uint8Array, name: string): readonly Diagnostic[] {
  const parts = partsOf(bytes, name);
  let all = 0;
  for (const [part, size] of parts) {
    const most = /worksheets\/[^/]+\.(?:xml|bin)$/i.test(part) ? MOST.sheet : MOST.part;
    all += size;
    if (size > most || all > MOST.all) throw tooLargeBook(name, `${part} 有 ${size} 字节`);
  }
  const names = [...parts.keys()];
  const told = (found: string, message: string, hint: string): Diagnostic =>
    loss('left-out', name, { message, found, hint });
  const hasMacros = names.some((part) => /vbaProject|macrosheets\//i.test(part));
  const links = names.filter((part) => /externalLinks\/[^/]+\.xml$/i.test(part)).length;
  return [
    ...(hasMacros ? [told('宏', '工作簿里的宏没有运行', '报告用不到宏；另存为 .xlsx 就去掉了')] : []),
    ...(links > 0
      ? [
          told(
            `${links} 处外部链接`,
            '链到别的文件的数没有更新，按文件里存的读入',
            '在 Excel 的“编辑链接”里断开链接，核对数字',
          ),
        ]
      : []),
  ];
}
