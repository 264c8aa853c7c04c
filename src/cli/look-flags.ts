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
      throw misuse('字体要写成 角色=文件', item, `${roles.join('、')} 之一，等号，文件`, '如 --font body=仿宋.ttf');
    }
    files[role] = [...(files[role] ?? []), file];
  }
  return files;
}

function sealWidth(text: string): number {
  const width = Number(text);
  if (width > 0 && width <= 100) return width;
  throw misuse('印章的宽度不对', text, '大于 0、不超过 100 的毫米数', '机关印章一般宽 42 毫米');
}

/** An archive is asked for, which is an OFD file. */
function toArchive(formatIds: readonly FormatId[]): OfdFinish {
  if (formatIds.includes('ofd')) return { archive: true };
  throw misuse('--ofd-archive 只用于 OFD', `-f ${formatIds.join(',')}`, '含有 ofd 的格式', '加上 -f ofd');
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
    throw misuse(`没有 ${name} 这种格式`, name, Object.keys(formats).join('、'), '用逗号分开，如 --format pdf,docx');
  });
}
