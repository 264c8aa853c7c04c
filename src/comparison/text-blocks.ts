import { legible } from '../compose/plain-blocks.js';
import type { Block, Inline } from '../model/document.js';
import type { ComparedSection, Comparison, ParagraphChange, Piece, TextChanges } from './comparison.js';
import { cutShort } from './cut-short.js';
import { changeCounts } from './text-changes-told.js';

/** How much of a paragraph is shown that was only moved. */
const QUOTED = 40;

/** Parted paragraphs are told in one line. */
const onOneLine = (text: string): string => legible(text.replaceAll('\n', '／'));

function inlineOf({ kind, text }: Piece, i: number, pieces: readonly Piece[]): Inline {
  if (kind === 'removed') return { kind: 'removed', text: `【删：${onOneLine(text)}】` };
  if (kind === 'added') return { kind: 'added', text: `【增：${onOneLine(text)}】` };
  return { kind: 'text', text: onOneLine(cutShort(text, { isFirst: i === 0, isLast: i === pieces.length - 1 })) };
}

/** What became of a paragraph, in words. @param headingOf the heading of a section by its key */
function headText({ kind, from, to, fromSection }: ParagraphChange, headingOf: (key: string) => string): string {
  if (kind === 'added') return `增加（第${to}段）：`;
  if (kind === 'removed') return `删去（原第${from}段）：`;
  if (fromSection !== undefined) return `移动（原为“${headingOf(fromSection)}”第${from}段，现第${to}段）：`;
  const places = from === to ? `第${to}段` : `原第${from}段，现第${to}段`;
  return `${kind === 'moved' ? '移动' : '改动'}（${places}）：`;
}

/** The beginning of a paragraph that is the same in another place; others whole. */
function wholeText({ kind, text }: Piece): string {
  const characters = [...text];
  return kind === 'same' && characters.length > QUOTED ? `${characters.slice(0, QUOTED).join('')}……` : text;
}

function changeBlock(change: ParagraphChange, headingOf: (key: string) => string): Block {
  const { pieces } = change;
  const [only, ...more] = pieces;
  const head: Inline = { kind: 'lead', text: headText(change, headingOf) };
  const isWhole = only !== undefined && more.length === 0;
  const inlines = isWhole ? [{ kind: 'text', text: onOneLine(wholeText(only)) } as const] : pieces.map(inlineOf);
  return { kind: 'paragraph', inlines: [head, ...inlines], path: [] };
}

function summaryOf(changes: TextChanges): string {
  const { same, renewed } = changes;
  const parts = [
    changeCounts(changes.paragraphs),
    renewed === 0 ? '' : `只有年份、机关名称不同${renewed}段`,
    same === 0 ? '' : `相同${same}段`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '都没有文字。' : `${parts.join('，')}。`;
}

/** What became of the texts of a section, step by step: how many paragraphs are the same, and each of the others. */
export function textBlocks({ texts }: ComparedSection, { steps, reports, sections }: Comparison): readonly Block[] {
  const headingOf = (key: string) => sections.find((section) => section.key === key)?.heading ?? key;
  return texts.flatMap((changes, i) => {
    const { from = 0, to = 0 } = steps[i] ?? {};
    const [before, after] = [from, to].map((at) => legible(reports[at]?.label ?? ''));
    const inlines: readonly Inline[] = [
      { kind: 'lead', text: `${after}的文字与${before}相比：` },
      { kind: 'text', text: summaryOf(changes) },
    ];
    return [
      { kind: 'paragraph', inlines, path: [] } as const,
      ...changes.paragraphs.map((change) => changeBlock(change, headingOf)),
    ];
  });
}
