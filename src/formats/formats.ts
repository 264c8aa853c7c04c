import type { Fonts } from '../fonts/fonts.js';
import type { Document } from '../model/document.js';
import type { Finish } from '../model/finish.js';
import type { Theme } from '../theme/theme.js';
import type { Platform } from './platform.js';

/** A format that a document can be rendered in. */
export interface Format {
  readonly extension: string;
  readonly mime: string;
  readonly render: (
    document: Document,
    theme: Theme,
    fonts: Fonts,
    finish: Finish,
    platform: Platform,
  ) => Promise<Uint8Array>;
}

/** Every format. Its engine is loaded when it is first used. */
export const formats = {
  pdf: {
    extension: 'pdf',
    mime: 'application/pdf',
    render: async (...job) => (await import('./pdf/pdf.js')).renderPdf(...job),
  },
  docx: {
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: async (...job) => (await import('./docx/docx.js')).renderDocx(...job),
  },
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof formats;
