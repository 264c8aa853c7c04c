import { once } from '../../memo/once.js';
import type { TableSpec } from '../../table/spec.js';
import { align, type Pair } from './align.js';
import { lettersOf, similarity, withoutEnumerator } from './label-words.js';
import type { SourceRow } from './source-rows.js';
import { type SpecRow, specRows } from './spec-rows.js';

/** A row of the source and the row of the form that it is. */
export interface RowMatch {
  readonly source: SourceRow;
  readonly spec: SpecRow;
  /** How alike their labels are, 0 to 1; 0 if only their order says that they belong together. */
  readonly likeness: number;
}

/** Labels less alike are of other rows. */
const LEAST = 0.6;

const best = (labels: readonly string[], wanted: string): number =>
  Math.max(0, ...labels.map((label) => similarity(label, wanted)));

/** Whether a label is that of a row with those around it before it: `三、（三）不予公开 1.属于国家秘密`. */
function isWholeWay(label: string, labels: readonly string[]): boolean {
  if (labels.length < 2) return false;
  const [own, leaf] = [lettersOf(label), lettersOf(labels.at(-1) ?? '')];
  if (own.length <= leaf.length || !own.endsWith(leaf)) return false;
  const around = labels.slice(0, -1).map(lettersOf);
  const before = own.slice(0, -leaf.length);
  return around.some((_, i) => {
    const upper = around.slice(i);
    const short = [(upper[0] ?? '').slice(0, 1), ...upper.slice(1)];
    return before === upper.join('') || before === short.join('');
  });
}

const partedLabel = once(({ labels }: SourceRow): string => labels.slice(-2).join(''));

/** How alike the labels of two rows are. The innermost counts; those around it tell rows of the same name apart. */
function likenessOf(source: SourceRow, spec: SpecRow): number {
  const own = source.labels.at(-1);
  const wanted = spec.labels.at(-1);
  if (own === undefined || wanted === undefined) return 0;
  if (isWholeWay(own, spec.labels)) return 1;
  // A label may be parted in two cells.
  const parted = source.labels.length > 1 ? similarity(partedLabel(source), wanted) : 0;
  return Math.max(similarity(own, wanted), parted);
}

/** A little for each outer label that is there as well, and a little off for one that is not. */
function context(source: SourceRow, spec: SpecRow): number {
  const outer = source.labels.slice(0, -1);
  const parent = spec.labels.at(-2);
  if (parent === undefined || outer.length === 0) return 0;
  return best(outer, parent) >= LEAST ? 0.1 : -0.05;
}

const isData = ({ figures }: SourceRow): boolean => figures.length > 0;

/** A band among the rows before, as far as the next one. */
function bandsOf(rows: readonly SourceRow[], bands: readonly string[]): readonly (string | undefined)[] {
  let band: string | undefined;
  return rows.map(({ labels, figures }) => {
    if (figures.every(({ text }) => text.trim() === '')) {
      const label = labels.find((one) =>
        bands.some((known) => similarity(one, known) > 0.85 && sameOrdinal(one, known)),
      );
      if (label !== undefined)
        band = bands.find((known) => similarity(label, known) > 0.85 && sameOrdinal(label, known));
    }
    return band;
  });
}

const ordinals = (text: string): string => text.replace(/[^一二三四五六七八九十]/gu, '');
const sameOrdinal = (a: string, b: string): boolean => ordinals(a) === ordinals(b);

/** Rows between two that match are the missing ones between them, if they are as many and have the right number of figures. */
function byOrder(pairs: readonly Pair[], sources: readonly SourceRow[], specs: readonly SpecRow[]): readonly Pair[] {
  const found: Pair[] = [];
  for (const [k, [left, right]] of pairs.entries()) {
    const [nextLeft, nextRight] = pairs[k + 1] ?? [left + 1, right + 1];
    const between = sources.slice(left + 1, nextLeft);
    const missing = specs.slice(right + 1, nextRight).flatMap((spec, i) => (spec.stands ? [] : [right + 1 + i]));
    const fits = between.every(({ figures, table }, i) => {
      const spec = specs[missing[i] ?? -1];
      return (
        table === sources[left]?.table &&
        figures.length === sources[left]?.figures.length &&
        spec?.group === specs[right]?.group
      );
    });
    if (between.length === missing.length && fits) {
      for (const [i, at] of missing.entries()) found.push([left + 1 + i, at]);
    }
  }
  return found;
}

/** A row with the label of one of the form's and words where its figures should be: its cells are told, not taken for missing. */
function inWords(row: SourceRow, specs: readonly SpecRow[]): SourceRow | undefined {
  const { words, labels } = row;
  if (words === undefined || words.fields.length === 0) return undefined;
  const label = lettersOf(withoutEnumerator(words.label));
  const isOne = specs.some((spec) => ownLetters(spec) === label);
  const above = labels.slice(0, labels.indexOf(words.label) + 1);
  return isOne ? { ...row, labels: above, figures: words.fields } : undefined;
}

const ownLetters = once(({ labels }: SourceRow | SpecRow): string => lettersOf(withoutEnumerator(labels.at(-1) ?? '')));

/** Whether any label of a definition is among the rows as it is; a table in which none is, is another. */
function sharesLabel(sources: readonly SourceRow[], specs: readonly SpecRow[]): boolean {
  const labels = new Set(specs.map(ownLetters));
  return sources.some((row) => labels.has(ownLetters(row)));
}

/** The rows that are those of a definition, in its order. */
export function matchRows(rows: readonly SourceRow[], spec: TableSpec): readonly RowMatch[] {
  const specs = specRows(spec);
  if (!sharesLabel(rows.filter(isData), specs)) return [];
  const bands = specs.flatMap(({ band }) => band ?? []);
  const bandAt = new Map(bandsOf(rows, bands).map((band, i) => [rows[i], band]));
  const sources = rows.flatMap((row) => (isData(row) ? row : (inWords(row, specs) ?? [])));
  const score = (i: number, j: number): number => {
    const [source, row] = [sources[i] as SourceRow, specs[j] as SpecRow];
    const likeness = likenessOf(source, row);
    if (likeness < LEAST) return 0;
    const band = bandAt.get(source);
    const inBand = band === undefined || row.band === undefined ? 0 : band === row.band ? 0.1 : -0.1;
    return likeness + context(source, row) + inBand - LEAST / 2;
  };
  const pairs = align(sources.length, specs.length, score);
  const toMatch =
    (isByOrder: boolean) =>
    ([i, j]: Pair): RowMatch => {
      const [source, row] = [sources[i] as SourceRow, specs[j] as SpecRow];
      return { source, spec: row, likeness: isByOrder ? 0 : likenessOf(source, row) };
    };
  return [...pairs.map(toMatch(false)), ...byOrder(pairs, sources, specs).map(toMatch(true))];
}
