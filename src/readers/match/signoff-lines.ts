import { spaceless } from '../../characters/spaceless.js';
import { hasAtMost } from '../../limits/text-length.js';
import type { SourceBlock, SourceParagraph } from '../neutral/reading.js';
import { isOffice } from './office-names.js';
import { dayIn } from './source-day.js';

/** The sign-off as it stands in the source. */
export interface FoundSignoff {
  readonly agencies: readonly string[];
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly at: string;
  /** The blocks that it stands in, first and one after the last. */
  readonly from: number;
  readonly to: number;
}

/** A government that signs as the place which it governs. */
const PLACE = /^\p{Script=Han}{2,14}(?:省|市|州|盟|县|区|旗|镇|乡)$/u;

const canSign = (text: string, agency: string | undefined): boolean =>
  text === agency || isOffice(text) || PLACE.test(text);

/** A line that can be the name of an agency: short, without a stop. */
function isAgency(block: SourceBlock | undefined, agency: string | undefined): block is SourceParagraph {
  if (block?.kind !== 'paragraph' || block.level !== undefined) return false;
  const text = spaceless(block.text);
  if (text === '' || !hasAtMost(text, 40) || /[。；，、：:！？]/u.test(text)) return false;
  return canSign(text, agency) || block.align === 'right';
}

const withoutMark = (text: string): string => text.replace(/[（(](?:盖章|公章|印章|章)[)）]$/u, '');

/** What is no agency without the words before it: a gap stands within its name. */
const REST = /^(?:人民政府|(?:管理)?委员会|管委会|办公[室厅]|街道办?|服务中心)/u;

/** The agencies that sign in a line, side by side. */
function namesIn(line: string): readonly string[] {
  const parts = line.trim().split(/\s+/u).map(withoutMark);
  const areWhole = parts.every((part) => part.length > 3 && isOffice(part) && !REST.test(part));
  return areWhole ? parts : [withoutMark(spaceless(line))];
}

/** The name in a line. */
const nameIn = (block: SourceBlock): string => (block.kind === 'paragraph' ? withoutMark(spaceless(block.text)) : '');

/** A name has at most so many lines. */
const MOST_LINES = 4;

/** How many lines before a place have the name of the agency together, if it takes several; 0 if none do. */
function linesOfName(blocks: readonly SourceBlock[], at: number, agency: string | undefined): number {
  let name = '';
  for (let lines = 1; lines <= Math.min(MOST_LINES, at); lines++) {
    name = nameIn(blocks[at - lines] as SourceBlock) + name;
    if (!agency?.endsWith(name)) return 0;
    if (name === agency) return lines > 1 ? lines : 0;
  }
  return 0;
}

/** A day alone in a line, or after the name of an agency. */
function signedDay(block: SourceBlock): { readonly day: string; readonly before: readonly string[] } | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const text = withoutMark(spaceless(block.text));
  const found = hasAtMost(text, 60) ? dayIn(text) : undefined;
  if (found === undefined || found.after !== '' || /[。；，：:]/u.test(found.before)) return undefined;
  const before = found.before.replace(/[（(]$/u, '');
  // The line as it stands has the gaps between names: it begins with as many characters that are none.
  const end = [...block.text.matchAll(/\S/gu)][before.length]?.index;
  return { day: found.day, before: before === '' ? [] : namesIn(block.text.slice(0, end)) };
}

/** As many lines back from the end as a sign-off may stand before what a page adds. */
const REACH = 60;

/** The last sign-off among blocks: a day, and the agencies before it. */
export function signoffIn(blocks: readonly SourceBlock[], agency: string | undefined): FoundSignoff | undefined {
  for (let at = blocks.length - 1; at >= Math.max(0, blocks.length - REACH); at--) {
    const block = blocks[at] as SourceBlock;
    const signed = signedDay(block);
    if (signed === undefined) continue;
    const whole = linesOfName(blocks, at, agency);
    let from = at - whole;
    while (at - from < 6 && isAgency(blocks[from - 1], agency)) from--;
    const above = [
      ...blocks.slice(from, at - whole).flatMap((one) => namesIn((one as SourceParagraph).text)),
      ...(whole > 0 && agency !== undefined ? [agency] : []),
    ];
    const own = signed.before;
    if (!own.every((name) => canSign(name, agency))) continue;
    // A bare 2025-01-14 may be of anything on a page.
    if (!/年/u.test((block as SourceParagraph).text) && above.length + own.length === 0) continue;
    return { agencies: [...above, ...own], day: signed.day, at: block.at, from, to: at + 1 };
  }
  return undefined;
}
