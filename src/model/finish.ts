import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { LimitOptions } from '../limits/limits-of.js';
import type { Document } from './document.js';

/** What a file gets besides the document. None of it changes the text. */
export interface Finish {
  /** 草稿 across every page, behind the text. */
  readonly draft?: boolean;
  /** The seal over the sign-off. */
  readonly seal?: Seal;
  /** Files to attach to the made file. */
  readonly attachments?: readonly Attachment[];
  /** Embed fonts in a Word file, cut down to the characters in use. A PDF always embeds its fonts. */
  readonly embedFonts?: boolean;
  /** What only web pages take. */
  readonly html?: HtmlFinish;
}

/** What a web page gets besides what every file does. */
export interface HtmlFinish {
  /** Only what stands on the page, with all its look in `style` attributes, to be put into a page of the agency's own. */
  readonly fragment?: boolean;
  /** What all ids begin with, so that none is twice in a page around a fragment: a letter, then letters, digits, `-` and `_`. */
  readonly idPrefix?: string;
  /** The site that publishes the page. */
  readonly site?: Site;
}

/** The site that publishes a page, as 政府网站发展指引 wants it in the head of each: its name, its domain and its number. */
export interface Site {
  /** 网站名称 (SiteName). */
  readonly name?: string;
  /** 网站域名 (SiteDomain). */
  readonly domain?: string;
  /** 网站标识码 (SiteIDCode). */
  readonly idCode?: string;
}

export interface Seal extends LimitOptions {
  /** A PNG, transparent where the paper should show through. Its bytes must not change while it is in use. */
  readonly image: Uint8Array;
  /** Width on paper in millimetres; the height follows from the picture. Seals of agencies are 42 mm wide. */
  readonly width: number;
}

/** What a seal is called, for readers who cannot see it. */
export const SEAL_TEXT = '印章';

/** A file attached to another. */
export interface Attachment {
  /** Its file name. */
  readonly name: string;
  /** Its media type. */
  readonly mime: string;
  /** What it is, in Chinese. */
  readonly description: string;
  /** Its content. */
  readonly bytes: Uint8Array;
  /** The columns of a table of data, in their order. */
  readonly columns?: readonly DataColumn[];
}

/** A column of an attached table: its head, and what it means. */
export interface DataColumn {
  readonly name: string;
  readonly title: string;
}

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

function sealProblems({ blocks }: Document, { seal }: Finish): readonly Diagnostic[] {
  if (seal === undefined || blocks.some((block) => block.kind === 'signoff')) return [];
  return [
    diagnostic('seal/no-signoff', {
      message: '报告没有落款，印章没有地方可盖',
      expected: '有落款（signoff）的报告',
      hint: '在报告里写上 signoff，或者不给印章',
    }),
  ];
}

/** Larger than any sheet of paper, in millimetres. */
const WIDEST = 1000;

function widthProblems({ seal }: Finish): readonly Diagnostic[] {
  if (seal === undefined || (seal.width > 0 && seal.width <= WIDEST)) return [];
  return [
    diagnostic('usage/argument', {
      message: '印章的宽度不对',
      found: String(seal.width),
      expected: `大于 0、不超过 ${WIDEST} 的毫米数`,
      hint: '机关的印章宽 42 毫米',
    }),
  ];
}

/** What makes a finish impossible: a seal needs a sign-off to stand on, and ids are plain names. */
export const finishProblems = (document: Document, finish: Finish): readonly Diagnostic[] => [
  ...sealProblems(document, finish),
  ...widthProblems(finish),
  ...prefixProblems(finish),
];
