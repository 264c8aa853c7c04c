import { legible } from '../compose/legible.js';
import type { Block, Inline } from '../model/document.js';
import type { ComparedSection, Comparison, ParagraphChange, Piece, TextChanges } from './comparison.js';
import { changeCounts } from './text-changes-told.js';

/** How much of what two texts have in common is shown on each side of a change. */
const AROUND = 20;

/** How much of a paragraph is shown that was only moved. */
const QUOTED = 40;

/** What is the same, cut short in the middle. It is shown whole where nothing would be saved. */
function common(text: string, isFirst: boolean, isLast: boolean): string {
  const characters = [...text];
  const [head, tail] = [isFirst ? 0 : AROUND, isLast ? 0 : AROUND];
  if (characters.length <= head + tail + 4) return text;
  return `${characters.slice(0, head).join('')}……${tail === 0 ? '' : characters.slice(-tail).join('')}`;
}

/** Parted paragraphs are told in one line. */
const onOneLine = (text: string): string => legible(text.replaceAll('\n', '／'));

function inlineOf({ kind, text }: Piece, i: number, pieces: readonly Piece[]): Inline {
  if (kind === 'removed') return { kind: 'text', text: `〔删：${onOneLine(text)}〕` };
  if (kind === 'added') return { kind: 'lead', text: `〔增：${onOneLine(text)}〕` };
  return { kind: 'text', text: onOneLine(common(text, i === 0, i === pieces.length - 1)) };
}

const HEADS: { readonly [K in ParagraphChange['kind']]: (from?: number, to?: number) => string } = {
  changed: (from, to) => (from === to ? `改动（第${to}段）：` : `改动（原第${from}段，现第${to}段）：`),
  moved: (from, to) => `移动（原第${from}段，现第${to}段）：`,
  added: (_, to) => `增加（第${to}段）：`,
  removed: (from) => `删去（原第${from}段）：`,
};

function changeBlock({ kind, from, to, pieces }: ParagraphChange): Block {
  const [only, ...more] = pieces;
  const head: Inline = { kind: 'lead', text: HEADS[kind](from, to) };
  const isWhole = only !== undefined && more.length === 0;
  const quoted = isWhole
    ? [...only.text].length > QUOTED && only.kind === 'same'
      ? `${[...only.text].slice(0, QUOTED).join('')}……`
      : only.text
    : '';
  const inlines = isWhole ? [{ kind: 'text', text: onOneLine(quoted) } as const] : pieces.map(inlineOf);
  return { kind: 'paragraph', inlines: [head, ...inlines], path: [] };
}

function summaryOf(changes: TextChanges): string {
  const { same, renewed } = changes;
  const parts = [
    changeCounts(changes.paragraphs),
    renewed === 0 ? '' : `只有年份不同${renewed}段`,
    same === 0 ? '' : `相同${same}段`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '都没有文字。' : `${parts.join('，')}。`;
}

/** What became of the texts of a section, step by step: how many paragraphs are the same, and each of the others. */
export function textBlocks({ texts }: ComparedSection, { steps, reports }: Comparison): readonly Block[] {
  return texts.flatMap((changes, i) => {
    const { from = 0, to = 0 } = steps[i] ?? {};
    const [before, after] = [from, to].map((at) => legible(reports[at]?.label ?? ''));
    const inlines: readonly Inline[] = [
      { kind: 'lead', text: `${after}的文字与${before}相比：` },
      { kind: 'text', text: summaryOf(changes) },
    ];
    return [{ kind: 'paragraph', inlines, path: [] } as const, ...changes.paragraphs.map(changeBlock)];
  });
}
