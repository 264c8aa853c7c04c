import { spaceless } from '../../characters/spaceless.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Form } from '../../form/form.js';
import { hasAtMost } from '../../limits/text-length.js';
import { excerpt, loss } from '../neutral/loss.js';
import { type SourceBlock, type SourceParagraph, textOf } from '../neutral/reading.js';
import { isEdgeFurniture } from './furniture.js';
import { lettersOf } from './label-words.js';
import { isOffice } from './office-names.js';
import { type FoundTitle, partsOfTitle, titleIn } from './source-title.js';

/** What stands before the first section. */
export interface Opening {
  readonly title: Pick<FoundTitle, 'lines' | 'agency' | 'year'> | undefined;
  readonly titleAt: string | undefined;
  readonly addressee: SourceParagraph | undefined;
  readonly preamble: readonly SourceParagraph[];
  /** What is of the page and not of the report. */
  readonly left: readonly SourceBlock[];
  readonly losses: readonly Diagnostic[];
}

/** A reference number, or a date in brackets, below the title: the report object has no place for it. */
const BELOW_TITLE =
  /^(?:[（(]?(?:\d{4}|二[〇○零].{2})年\d{1,2}月\d{1,2}日[)）]?|.{1,14}[〔[【(（]\d{4}[〕\]】)）]\d+号)$/u;

/** What sentences have and lists of receivers do not. */
const SENTENCE = /[。；]|如下|现将|报告|根据|按照|依据|遵照|规定|公布|发布|编制|通报|截至|以下/u;

/** People and bodies that a report is sent to, besides agencies by name. */
const RECEIVER =
  /(?:单位|部门|机构|组织|群众|公民|公众|市民|居民|人民|代表|委员|同志|领导|网友|朋友|企业|科室|乡镇|街道)$/u;

/** Whether a line says whom the report is sent to: it ends in a colon, and names a receiver before it. */
function isAddressee({ text }: SourceParagraph): boolean {
  const line = spaceless(text);
  if (!/[：:]$/u.test(line) || !hasAtMost(line, 200) || SENTENCE.test(line)) return false;
  const name = line.slice(0, -1).replace(/[（(][^（）()]*[）)]$/u, '');
  return isOffice(name) || RECEIVER.test(name);
}

/** The title that the file itself states, such as that of a page in the window: names of sites are parted by dashes and bars. */
function statedTitle(title: string | undefined, form: Form): Opening['title'] {
  const parts = (title ?? '').split(/[-_|—–｜\n]/u).map(spaceless);
  const line = parts.find((part) => part.includes(form.name) || /年报|年度报告/u.test(part));
  return line === undefined ? undefined : { lines: [line], ...partsOfTitle(line) };
}

function unplacedLine({ text, at }: SourceParagraph, file: string): Diagnostic {
  return loss('unplaced', { cause: 'line-under-title', text: excerpt(text) }, { file, at });
}

/** The number of blocks up to where the title stands once more: a page has it above the text, and the text begins with it. */
function titleAgain(title: string, blocks: readonly SourceBlock[]): number {
  const letters = lettersOf(title);
  for (let from = 0; from < Math.min(blocks.length, 12); from++) {
    let joined = '';
    for (let to = from; to < Math.min(blocks.length, from + 4) && joined.length < letters.length; to++) {
      joined += lettersOf(textOf([blocks[to] as SourceBlock]));
      if (joined === letters) return to + 1;
    }
  }
  return 0;
}

/** Reads what stands before the first section: title, addressee, preamble. */
export function readOpening(
  blocks: readonly SourceBlock[],
  stated: string | undefined,
  form: Form,
  file: string,
): Opening {
  const found = titleIn(blocks, form);
  const above = found ? blocks.slice(0, found.from) : [];
  const below = blocks.slice(found?.to ?? 0);
  const again = found ? titleAgain(found.lines.join(''), below) : 0;
  const own = below.slice(again);
  const tables = own.filter((block) => block.kind === 'table' && !isEdgeFurniture(block));
  const lines = own.filter((block) => block.kind === 'paragraph' && !isEdgeFurniture(block)) as SourceParagraph[];
  const numbers = lines.filter(({ text }) => BELOW_TITLE.test(spaceless(text)));
  const running = lines.filter((line) => !numbers.includes(line));
  const [first] = running;
  const title = found ?? statedTitle(stated, form);
  const addressee = title && first && isAddressee(first) ? first : undefined;
  return {
    title,
    titleAt: found && blocks[found.from]?.at,
    addressee,
    preamble: addressee ? running.slice(1) : running,
    left: [...above, ...below.slice(0, again), ...own.filter(isEdgeFurniture), ...tables],
    losses: numbers.map((line) => unplacedLine(line, file)),
  };
}

/** What was left out because it is of the page, as one loss. */
export function tellLeft(left: readonly SourceBlock[], file: string): readonly Diagnostic[] {
  const texts = left.map((block) => textOf([block]).trim()).filter((text) => text !== '');
  if (texts.length === 0) return [];
  return [
    loss(
      'left-out',
      { cause: 'around-report', count: texts.length, all: texts.slice(0, 3).map(excerpt) },
      { file, at: left[0]?.at },
    ),
  ];
}
