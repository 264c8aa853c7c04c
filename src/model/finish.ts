import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
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
}

export interface Seal {
  /** A PNG, transparent where the paper should show through. Its bytes must not change while it is in use. */
  readonly image: Uint8Array;
  /** Width on paper in millimetres; the height follows from the picture. Seals of agencies are 42 mm wide. */
  readonly width: number;
}

/** A file attached to another. */
export interface Attachment {
  readonly name: string;
  readonly mime: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** What makes a finish impossible: a seal needs a sign-off to stand on. */
export function finishProblems({ blocks }: Document, { seal }: Finish): readonly Diagnostic[] {
  if (seal === undefined || blocks.some((block) => block.kind === 'signoff')) return [];
  return [
    diagnostic('seal/no-signoff', {
      message: '报告没有落款，印章没有地方可盖',
      expected: '有落款（signoff）的报告',
      hint: '在报告里写上 signoff，或者不给印章',
    }),
  ];
}
