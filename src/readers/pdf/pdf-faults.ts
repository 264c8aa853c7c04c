import { diagnostic, ReportError } from '../../diagnostics/diagnostic.js';
import { LIMITS } from '../../limits/limits.js';

/** More pages, characters and drawing operators than any report has. */
export const MOST_PAGES = LIMITS.pdfPages.most;
export const MOST_GLYPHS = LIMITS.pdfGlyphs.most;
export const MOST_OPERATORS = LIMITS.pdfOperators.most;

export const damaged = (name: string, found: string): ReportError =>
  new ReportError([
    diagnostic('read/damaged', {
      message: `${name} 打不开`,
      found,
      expected: '完好的 PDF 文件',
      hint: '重新下载，或用生成它的程序再导出一次',
    }),
  ]);

export const locked = (name: string): ReportError =>
  new ReportError([
    diagnostic('read/unsupported', {
      message: `${name} 有打开密码，不能读`,
      found: '加密的 PDF',
      expected: '不用密码就能打开的 PDF',
      hint: '输入密码打开后，打印或另存成没有密码的 PDF',
    }),
  ]);

export const tooLarge = (name: string, found: string): ReportError =>
  new ReportError([
    diagnostic('read/too-large', {
      message: `${name} 太大，不是一份年度报告`,
      found,
      expected: `一份年度报告，不超过 ${MOST_PAGES} 页`,
      hint: '只留报告的几页，另存后再试',
    }),
  ]);

const WAY_OUT = '用生成它的 Word 文件；没有的，先作文字识别（OCR），存成 Word 后逐格核对再读';

export const scanned = (name: string): ReportError =>
  new ReportError([
    diagnostic('read/unsupported', {
      message: `${name} 里没有文字，多半是扫描件`,
      found: '只有图像',
      expected: '带文字的 PDF 或 OFD',
      hint: WAY_OUT,
    }),
  ]);

export const illegible = (name: string, found: string): ReportError =>
  new ReportError([
    diagnostic('read/unsupported', {
      message: `${name} 的字体没有文字编码，只能看，不能读`,
      found,
      expected: '文字可以复制的 PDF 或 OFD',
      hint: WAY_OUT,
    }),
  ]);
