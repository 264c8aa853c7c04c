import type { FaceRole } from './theme.js';

/** The mark of a draft: two characters that rise across the page, behind its text. */
export interface DraftMark {
  readonly text: string;
  readonly role: FaceRole;
  /** Its em, as a share of the page's width. */
  readonly share: number;
  /** From one character to the next, in ems. */
  readonly pitch: number;
  /** Six hexadecimal digits: light enough to read through, dark enough to see on a bad printer. */
  readonly colour: string;
}

export const DRAFT: DraftMark = { text: '草稿', role: 'heading', share: 0.4, pitch: 1.25, colour: 'DEDEDE' };
