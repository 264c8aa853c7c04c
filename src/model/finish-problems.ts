import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Document } from './document.js';
import type { Finish } from './finish.js';

const PREFIX = /^[A-Za-z][\w-]*$/;

function prefixProblems({ html }: Finish): readonly Diagnostic[] {
  const prefix = html?.idPrefix;
  if (prefix === undefined || PREFIX.test(prefix)) return [];
  return [
    diagnostic('usage/argument', {
      message: '网页里 id 的开头不对',
      found: prefix === '' ? '空的' : prefix,
      expected: '以英文字母开头，只有英文字母、数字、- 和 _',
      hint: '如 --id-prefix nb2024-',
    }),
  ];
}

function sealProblems({ blocks }: Document, { seal, sealPlace }: Finish): readonly Diagnostic[] {
  if ((seal ?? sealPlace) === undefined || blocks.some((block) => block.kind === 'signoff')) return [];
  return [
    diagnostic('seal/no-signoff', {
      message: '报告没有落款，印章没有地方可盖',
      expected: '有落款（signoff）的报告',
      hint: '在报告里写上 signoff，或者不要印章和盖章的位置',
    }),
  ];
}

/** Larger than any sheet of paper, in millimetres. */
const WIDEST = 1000;

function widthProblems({ seal, sealPlace }: Finish): readonly Diagnostic[] {
  const sized = seal ?? sealPlace;
  if (sized === undefined || (sized.width > 0 && sized.width <= WIDEST)) return [];
  return [
    diagnostic('usage/argument', {
      message: '印章的宽度不对',
      found: String(sized.width),
      expected: `大于 0、不超过 ${WIDEST} 的毫米数`,
      hint: '机关的印章宽 42 毫米',
    }),
  ];
}

function bothSeals({ seal, sealPlace }: Finish): readonly Diagnostic[] {
  if (seal === undefined || sealPlace === undefined) return [];
  return [
    diagnostic('usage/argument', {
      message: '印章图片和留给签章的位置不能一起要',
      found: 'seal（--seal）和 sealPlace（--seal-place）',
      expected: '二者之一',
      hint: '文件随后由签章系统盖章的，只用 --seal-place；只要看样子的，只用 --seal',
    }),
  ];
}

function archivedSeal({ seal, ofd }: Finish): readonly Diagnostic[] {
  if (seal === undefined || ofd?.archive !== true) return [];
  return [
    diagnostic('usage/argument', {
      message: '存档用的 OFD 里不画印章图片：图片不是电子印章，没有法律效力，存下来会被当成盖过章',
      found: '印章图片',
      expected: '没有印章图片的存档文件',
      hint: '去掉 --seal；存档前要由签章系统盖章的，用 --seal-place 留出位置',
    }),
  ];
}

/** What in a finish is wrong whatever the document is. */
export const finishFaults = (finish: Finish): readonly Diagnostic[] => [
  ...bothSeals(finish),
  ...archivedSeal(finish),
  ...widthProblems(finish),
  ...prefixProblems(finish),
];

/** What makes a finish impossible: besides its own faults, a seal needs a sign-off to stand on. */
export const finishProblems = (document: Document, finish: Finish): readonly Diagnostic[] => [
  ...sealProblems(document, finish),
  ...finishFaults(finish),
];
