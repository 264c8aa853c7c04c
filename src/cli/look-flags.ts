import { throwIfStopped } from '../diagnostics/diagnostic.js';
import { readWithin } from '../host/files.js';
import {
  type FontFiles,
  type FormatId,
  formats,
  gbt9704,
  type HtmlFinish,
  type LookOptions,
  type OfdFinish,
} from '../index.js';
import { limitsOf } from '../limits/limits-of.js';
import { finishFaults } from '../model/finish-problems.js';
import { misuse } from './misuse.js';
import { type TextFlags, toCheckingOptions } from './text-options.js';

/** The values of `lookOptions` as they are typed. */
export interface LookFlags extends TextFlags {
  readonly draft?: boolean;
  readonly seal?: string;
  readonly sealWidth: string;
  readonly sealPlace?: boolean;
  readonly ofdArchive?: boolean;
  readonly attach?: boolean;
  readonly embedFonts?: boolean;
  readonly font?: readonly string[];
  readonly fragment?: boolean;
  readonly idPrefix?: string;
  readonly siteName?: string;
  readonly siteDomain?: string;
  readonly siteId?: string;
}

/** Reads `body=fonts/simfang.ttf` and the like. A role may be given several times, the first choice first. */
export function toFontFiles(list: readonly string[]): FontFiles {
  const roles = Object.keys(gbt9704.word);
  const files: Record<string, string[]> = {};
  for (const item of list) {
    const [role = '', file = ''] = item.split(/=(.*)/s);
    if (!roles.includes(role) || file === '') {
      throw misuse({ cause: 'font-role', given: item, known: roles });
    }
    files[role] = [...(files[role] ?? []), file];
  }
  return files;
}

function sealWidth(text: string): number {
  const width = Number(text);
  if (width > 0 && width <= 100) return width;
  throw misuse({ cause: 'seal-width', given: text, most: 100 });
}

/** An archive is asked for, which is an OFD file. */
function toArchive(formatIds: readonly FormatId[]): OfdFinish {
  if (formatIds.includes('ofd')) return { archive: true };
  throw misuse({ cause: 'archive-without-ofd', given: formatIds.join(',') });
}

/** What only web pages take. */
function toHtmlFinish({ fragment = false, idPrefix, siteName, siteDomain, siteId }: LookFlags): HtmlFinish {
  return {
    fragment,
    ...(idPrefix !== undefined && { idPrefix }),
    site: {
      ...(siteName !== undefined && { name: siteName }),
      ...(siteDomain !== undefined && { domain: siteDomain }),
      ...(siteId !== undefined && { idCode: siteId }),
    },
  };
}

/**
 * The look that the flags describe.
 *
 * @throws ReportError if a flag, or a file that it names, cannot be used
 */
export async function toLook(flags: LookFlags, formatIds: readonly FormatId[]): Promise<LookOptions> {
  const { draft = false, seal, sealPlace, attach = false, embedFonts = false, font } = flags;
  const width = sealWidth(flags.sealWidth);
  const { forms, ...texts } = await toCheckingOptions(flags);
  const look = {
    draft,
    embedFonts,
    attachData: attach,
    html: toHtmlFinish(flags),
    ...texts,
    ...(forms.length > 0 && { forms }),
    ...(font && { fonts: toFontFiles(font) }),
    ...(seal !== undefined && { seal: { image: new Uint8Array(), width } }),
    ...(sealPlace && { sealPlace: { width } }),
    ...(flags.ofdArchive && { ofd: toArchive(formatIds) }),
  };
  // What cannot go together is told before the picture is looked for.
  throwIfStopped(finishFaults(look));
  if (seal === undefined) return look;
  return { ...look, seal: { image: readWithin(seal, limitsOf(texts).sealBytes), width } };
}

/** Reads `pdf,docx` and the like. */
export function toFormats(list: string): readonly FormatId[] {
  return [...new Set(list.split(','))].map((name) => {
    if (Object.hasOwn(formats, name)) return name as FormatId;
    throw misuse({ cause: 'unknown-format', given: name, known: Object.keys(formats) });
  });
}
