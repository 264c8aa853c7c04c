import type { ByteTools } from '../bytes/byte-tools.js';
import type { Fonts } from '../fonts/fonts.js';
import type { Document } from '../model/document.js';
import type { Finish } from '../model/finish.js';
import type { Theme } from '../theme/theme.js';

/** A format that a document can be rendered in. */
export interface Format {
  readonly extension: string;
  readonly mime: string;
  readonly render: (
    document: Document,
    theme: Theme,
    fonts: Fonts,
    finish: Finish,
    tools: ByteTools,
  ) => Promise<Uint8Array>;
}

/** Every format. Its engine is loaded when it is first used. */
export const formats = {
  pdf: {
    extension: 'pdf',
    mime: 'application/pdf',
    render: async (document, theme, fonts, finish) =>
      (await import('./pdf/pdf.js')).renderPdf(document, theme, fonts, finish),
  },
  docx: {
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: async (document, theme, fonts, finish, tools) =>
      (await import('./docx/docx.js')).renderDocx(document, theme, fonts, finish, tools),
  },
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof formats;
