import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Form } from '../../form/form.js';
import { greatest } from '../../limits/extremes.js';
import { excerpt, loss } from '../neutral/loss.js';
import type { SourceBlock } from '../neutral/reading.js';
import { isEdgeFurniture } from './furniture.js';
import { lettersOf, withoutEnumerator } from './label-words.js';
import type { PartsOptions } from './section-parts.js';
import type { Sections, SourceSection } from './sections.js';
import { titleIn } from './source-title.js';

/** Sections whose headings the source lacks: they are where the form has them, and what they say tells where they begin. */

type FormSection = Form['sections'][number];

/** What preambles say of the report itself, and of those who made it. */
const OF_THE_REPORT =
  /本报告|年度报告|编制|统计(?:期限|时限|数据)|1\s*月\s*1\s*日|电子版|下载|联系(?:地址|电话|人|方式|我们)|邮编|邮政编码/u;

/** Where the first section begins to count, if its own heading did not. */
const FIRST_PART = /^[（(]\s*[一1]\s*[）)]/u;

const isTextOnly = ({ key }: FormSection, { texts, tables }: Form): boolean =>
  Object.hasOwn(texts, key) && !Object.hasOwn(tables, key);

/** Words that many headings have. */
const COMMON = /[的及和与、，]|存在|主要|情况|其他|需要|报告|事项|工作|总体|方面/u;

/** Whether a text speaks of the matter of a section: by the words of its heading, or by what it must mention. */
function speaksOf(text: string, { key, heading }: FormSection, { texts }: Form): boolean {
  if (texts[key]?.requires?.some(({ pattern }) => pattern.test(text))) return true;
  const letters = lettersOf(withoutEnumerator(heading));
  const words = letters.split(COMMON).filter((word) => word.length > 1);
  const stretches = Array.from({ length: Math.max(0, letters.length - 3) }, (_, i) => letters.slice(i, i + 4));
  return [...words, ...stretches].some((word) => text.includes(word));
}

/** A stretch of blocks that is a section of the form without saying so. */
const unnamed = (key: string, blocks: readonly SourceBlock[]): readonly SourceSection[] => {
  const [from] = blocks;
  return from === undefined ? [] : [{ key, heading: undefined, isByNumber: false, from, blocks }];
};

/** Where the text of the first section begins among what stands before all headings: behind the last paragraph of the preamble. */
function startOfText(before: readonly SourceBlock[], form: Form): number {
  const below = titleIn(before, form)?.to ?? 0;
  const isText = (block: SourceBlock, i: number) => i >= below && !isEdgeFurniture(block);
  const part = before.findIndex(
    (block, i) => isText(block, i) && block.kind === 'paragraph' && FIRST_PART.test(block.text),
  );
  const end = part < 0 ? before.length : part;
  const last = before
    .slice(0, end)
    .findLastIndex((block, i) => isText(block, i) && block.kind === 'paragraph' && OF_THE_REPORT.test(block.text));
  const next = before.findIndex((block, i) => i > last && isText(block, i));
  return next < 0 ? before.length : next;
}

/** What is said of a table below it. */
const OF_THE_TABLE = /^[（(]?(?:注|备注|说明|附注)\s*\d*\s*[:：]|以上|上述|上表|本表|表中|数据/u;

/** The sections without a heading that the form has between a table and the next section that the source has. */
function wantedBehind(table: string, isFound: (key: string) => boolean, form: Form): readonly FormSection[] {
  const behind = form.sections.slice(form.sections.findIndex(({ key }) => key === table) + 1);
  const next = behind.findIndex((one) => !isTextOnly(one, form) || isFound(one.key));
  return next < 0 ? behind : behind.slice(0, next);
}

/** Where each of some sections begins among blocks: the first at the first text that is not of the table, others where one speaks of them. */
function startsOf(blocks: readonly SourceBlock[], wanted: readonly FormSection[], form: Form): readonly number[] {
  const starts: number[] = [];
  for (const [at, section] of wanted.entries()) {
    const speaks = (text: string) =>
      speaksOf(text, section, form) && !wanted.slice(0, at).some((one) => speaksOf(text, one, form));
    const isLater = (text: string) => wanted.slice(1).some((one) => speaksOf(text, one, form));
    const isFirst = (text: string) => speaks(text) || !(OF_THE_TABLE.test(text) || isLater(text));
    const from = greatest(starts, 0);
    const fits = at === 0 ? isFirst : speaks;
    starts.push(blocks.findIndex((block, i) => i >= from && block.kind === 'paragraph' && fits(block.text)));
  }
  return starts;
}

/** Behind the last statutory table of a section, the sections that come next in the form and have no heading. */
function afterTable(
  section: SourceSection,
  isFound: (key: string) => boolean,
  { form, keyOf }: PartsOptions,
): readonly SourceSection[] {
  const keyAt = (block: SourceBlock | undefined) => (block?.kind === 'table' ? keyOf(block) : undefined);
  const last = section.blocks.findLastIndex((block) => keyAt(block) !== undefined);
  const table = keyAt(section.blocks[last]);
  if (table === undefined) return [section];
  const [own, tail] = [section.blocks.slice(0, last + 1), section.blocks.slice(last + 1)];
  const wanted = wantedBehind(table, isFound, form);
  const begun = startsOf(tail, wanted, form).flatMap((start, i) =>
    start < 0 ? [] : [{ start, key: wanted[i]?.key ?? '' }],
  );
  const runs = begun.flatMap(({ start, key }, i) => unnamed(key, tail.slice(start, begun[i + 1]?.start)));
  return [{ ...section, blocks: [...own, ...tail.slice(0, begun[0]?.start)] }, ...runs];
}

function tell({ key, from }: SourceSection, { form, file }: PartsOptions): Diagnostic {
  const name = form.sections.find((one) => one.key === key)?.heading;
  return loss(
    'doubtful',
    { cause: 'without-heading', name: name ?? '', text: excerpt(from.kind === 'paragraph' ? from.text : '') },
    { file, path: ['narrative', key ?? ''], at: from.at },
  );
}

/** A source with the sections that have no heading of their own; those that are texts are told. */
export function withUnheaded(
  { before, contents, sections }: Sections,
  options: PartsOptions,
): Sections & { readonly losses: readonly Diagnostic[] } {
  const { form, keyOf } = options;
  const table = before.findIndex((block) => block.kind === 'table' && keyOf(block) !== undefined);
  const head = table < 0 ? before : before.slice(0, table);
  const tables = table < 0 ? [] : before.slice(table);
  const ofTable = tables[0]?.kind === 'table' ? keyOf(tables[0]) : undefined;
  const known = [...(ofTable === undefined ? [] : unnamed(ofTable, tables)), ...sections];
  const isFound = (key: string) => known.some((one) => one.key === key);
  const [first] = form.sections;
  const isOpen = first !== undefined && isTextOnly(first, form) && !isFound(first.key);
  const start = isOpen ? startOfText(head, form) : head.length;
  const opened = first === undefined ? [] : unnamed(first.key, head.slice(start));
  const all = [...opened, ...known.flatMap((section) => afterTable(section, isFound, options))];
  const guessed = all.filter(({ key, heading }) => heading === undefined && !Object.hasOwn(form.tables, key ?? ''));
  return {
    before: head.slice(0, start),
    contents,
    sections: all,
    losses: guessed.map((section) => tell(section, options)),
  };
}
