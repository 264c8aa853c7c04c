import type { ByteTools } from '../bytes/byte-tools.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import type { Fonts } from '../fonts/fonts.js';
import type { Document } from '../model/document.js';
import type { Finish } from '../model/finish.js';
import type { Theme } from '../theme/theme.js';
import type { Made } from './made.js';
import type { Platform } from './platform.js';

/** A format that a document can be rendered in. */
export interface Format {
  /** What the names of its files end in, without the dot. */
  readonly extension: string;
  /** Its media type. */
  readonly mime: string;
  /** Whether the program that opens a file draws it with fonts of its own, or the file carries its glyphs. */
  readonly isDrawnByReader: boolean;
  /** Makes a file of a document. */
  readonly render: (
    document: Document,
    theme: Theme,
    fonts: Fonts,
    finish: Finish,
    platform: Platform,
  ) => Promise<Made>;
  /** Whether a file is one that nianbao has rendered, and nobody has saved, signed or added to since. */
  readonly isOwn: (file: Uint8Array, tools: ByteTools) => Promise<boolean>;
}

/** A module that is loaded on first use, and then at hand: to import it anew for each file takes a thirtieth of a Word file's time. */
function onFirstUse<M>(load: () => Promise<M>): () => Promise<M> {
  let loaded: M | undefined;
  return async () => {
    loaded ??= await load();
    return loaded;
  };
}

const pdf = onFirstUse(() => import('./pdf/pdf.js'));
const docx = onFirstUse(() => import('./docx/docx.js'));
const html = onFirstUse(() => import('./html/html.js'));
const ofd = onFirstUse(() => import('./ofd/ofd.js'));

/** The engine of each is loaded on first use. */
const engines = {
  pdf: {
    extension: 'pdf',
    mime: 'application/pdf',
    isDrawnByReader: false,
    render: async (...job) => (await pdf()).renderPdf(...job),
    isOwn: async (file) => (await import('./pdf/own-pdf.js')).isOwnPdf(file),
  },
  docx: {
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    isDrawnByReader: true,
    render: async (...job) => ({ bytes: await (await docx()).renderDocx(...job) }),
    isOwn: async (...file) => (await import('./docx/own-docx.js')).isOwnDocx(...file),
  },
  html: {
    extension: 'html',
    mime: 'text/html',
    isDrawnByReader: true,
    render: async (document, theme, _, finish, platform) => ({
      bytes: await (await html()).renderHtml(document, theme, finish, platform),
    }),
    isOwn: async (...file) => (await import('./html/own-html.js')).isOwnHtml(...file),
  },
  ofd: {
    extension: 'ofd',
    mime: 'application/ofd',
    isDrawnByReader: false,
    render: async (...job) => (await ofd()).renderOfd(...job),
    isOwn: async (...file) => (await import('./ofd/own-ofd.js')).isOwnOfd(...file),
  },
} as const satisfies Record<string, Format>;

/** A format, by the extension of its files. */
export type FormatId = keyof typeof engines;

/** A format whose files end in its id. */
interface FormatOf<F extends FormatId> extends Format {
  readonly extension: F;
}

/** Every format. */
export const formats: { readonly [F in FormatId]: FormatOf<F> } = engines;

/**
 * A format by its id, as callers of any kind name it.
 *
 * @throws ReportError `usage/argument` if there is no such format
 */
export function formatOf(id: FormatId): Format {
  if (typeof id === 'string' && Object.hasOwn(formats, id)) return formats[id];
  const facts = {
    cause: 'unknown-format',
    given: typeof id === 'string' ? id : typeof id,
    known: Object.keys(formats),
  } as const;
  throw new ReportError([diagnostic('usage/argument', facts)]);
}
