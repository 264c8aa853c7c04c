import { unzipSync } from 'fflate';
import { diagnostic, ReportError } from '../../diagnostics/diagnostic.js';
import { type Element, parseXml } from '../neutral/markup.js';

/** Larger than any report: 40 MB for one part as it unpacks, 80 MB for all that are read, and as many parts as a long book has. */
const MOST_BYTES = 40 * 2 ** 20;
const MOST_IN_ALL = 80 * 2 ** 20;
const MOST_PARTS = 4000;

export const damagedOfd = (name: string, found: string): ReportError =>
  new ReportError([
    diagnostic('read/damaged', {
      message: `${name} 打不开`,
      found,
      expected: '完好的 OFD 文件',
      hint: '重新下载，或用生成它的程序再导出一次',
    }),
  ]);

const tooLarge = (name: string, found: string): ReportError =>
  new ReportError([
    diagnostic('read/too-large', {
      message: `${name} 太大，不是一份年度报告`,
      found,
      expected: `解压后不超过 ${MOST_BYTES / 2 ** 20} MB`,
      hint: '只留报告的几页，另存后再试',
    }),
  ]);

/** The parts of an OFD file that are read: markup, attached data. Names are as OFD writes them, from the root, with or without a slash. */
export interface OfdParts {
  readonly bytes: (name: string) => Uint8Array | undefined;
  /** The root element of a part; undefined if there is none. */
  readonly xml: (name: string) => Element | undefined;
}

function unpack(bytes: Uint8Array, name: string): { readonly [part: string]: Uint8Array } {
  let [total, parts] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ name: part, originalSize, size }) => {
        parts += 1;
        if (parts > MOST_PARTS) throw tooLarge(name, `${parts} 个部件`);
        if (!/\.(?:xml|json)$/i.test(part)) return false;
        total += Math.max(originalSize, size);
        if (originalSize > MOST_BYTES || total > MOST_IN_ALL) throw tooLarge(name, `${part} 有 ${originalSize} 字节`);
        return true;
      },
    });
  } catch (error) {
    throw error instanceof ReportError ? error : damagedOfd(name, '压缩包已经损坏');
  }
}

const decoder = new TextDecoder();

/** Unpacks what is read of a file. @throws ReportError `read/damaged`, `read/too-large` */
export function openParts(file: Uint8Array, name: string): OfdParts {
  const parts = new Map(Object.entries(unpack(file, name)).map(([part, content]) => [part.toLowerCase(), content]));
  const bytes = (part: string) => parts.get(part.replace(/^\/+/, '').toLowerCase());
  const xml = (part: string): Element | undefined => {
    const content = bytes(part);
    const root = content && parseXml(decoder.decode(content)).children.find((child) => typeof child !== 'string');
    return root as Element | undefined;
  };
  return { bytes, xml };
}

/** Where a part leads: its place is from the folder of the part that names it, or from the root with a slash before it. */
export function placeFrom(part: string, place: string): string {
  if (place.startsWith('/')) return place.slice(1);
  const steps = [...part.split('/').slice(0, -1), ...place.split('/')];
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
