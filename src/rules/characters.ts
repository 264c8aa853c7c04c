import { drawnPoint } from '../characters/drawn-units.js';
import { excerpt } from '../characters/excerpt.js';
import type { CharacterKind } from '../characters/kinds.js';
import { missingGlyph } from '../characters/missing-glyph.js';
import { printed, type Spot, spotsIn } from '../characters/scan.js';
import { isShipped } from '../characters/shipped.js';
import { characterFacts, unprintable } from '../characters/unprintable.js';
import { isVisible, trimmed } from '../characters/white-space.js';
import type { Diagnostic, Path, Place } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import { type PrintedText, printedTexts } from './printed-texts.js';
import { sourceOf } from './report-data.js';
import { type Failure, fact, fail, type Rule, type Subject, type Verdict, verdicts } from './rule.js';

/** Fonts that are asked whether they have a character: a code point, or a base with marks. */
export interface Faces {
  readonly has: (character: string) => boolean;
}

/** What a text has of one kind of characters, or one character that may not be drawn. */
interface Oddity {
  readonly kind: CharacterKind | undefined;
  readonly characters: readonly string[];
  readonly path: Path;
  readonly place?: Place;
  /** The words in which the first of them stands. */
  readonly found: string;
  /** Whether a template prints them from data. */
  readonly isBound: boolean;
}

/** A break is meant between the lines of a title and of a sign-off, in the cells of further tables, and in the notes of cells. */
const mayBreak = (path: Path): boolean =>
  path[0] === 'title' ||
  path[0] === 'signoff' ||
  (path[0] === 'tables' && path[3] !== 'caption') ||
  path.at(-1) === 'note';

/** Where a character comes from: from the datum that the narrative prints, if it was not typed there. */
function placeOf(
  { path, passage }: PrintedText,
  { found, at }: Spot,
  { report }: Subject,
): Pick<Failure, 'path' | 'place'> {
  if (passage === undefined) return { path };
  if (passage.isTyped(at, at + found.length)) return passage.spotOf(at, at + found.length);
  return { path: sourceOf(found, report) ?? path };
}

function oddityOf(text: PrintedText, spots: readonly Spot[], subject: Subject): Oddity {
  const [first] = spots as [Spot];
  const { kind, found, at } = first;
  const words = excerpt(text.text, at, at + found.length);
  const place = placeOf(text, first, subject);
  return {
    kind,
    characters: spots.map((spot) => spot.found),
    ...place,
    isBound: text.passage !== undefined && !text.passage.isTyped(at, at + found.length) && place.path !== text.path,
    found: text.passage === undefined ? words : `第 ${text.passage.number} 段：${words}`,
  };
}

/** White space at its ends is not printed. */
function spotsOf({ text, path }: PrintedText): readonly Spot[] {
  const spots = spotsIn(text);
  if (spots.length === 0) return spots;
  const start = text.length - trimmed(`${text}.`).length + 1;
  const end = start + trimmed(text).length;
  const isInside = ({ at }: Spot) => start <= at && at < end;
  return spots.filter((spot) => isInside(spot) && !(spot.kind?.treatment === 'break' && mayBreak(path)));
}

/** Those of one kind are told together; those of none, each by itself. */
function grouped(spots: readonly Spot[]): readonly (readonly Spot[])[] {
  const groups = new Map<CharacterKind | string, Spot[]>();
  for (const spot of spots) {
    const key = spot.kind ?? spot.found;
    const group = groups.get(key);
    if (group) group.push(spot);
    else groups.set(key, [spot]);
  }
  return [...groups.values()];
}

/** What a datum has is told once, however many paragraphs print it. */
function oncePerDatum(all: readonly Oddity[]): readonly Oddity[] {
  const seen = new Set<string>();
  return all.filter(({ path, kind, characters, isBound }) => {
    const key = `${formatPath(path)} ${kind?.name ?? characters[0]}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew || !isBound;
  });
}

/** All that is not simply drawn in the texts that a report prints: one for each kind in each text, one for each character of no kind. */
const oddities = fact((subject: Subject): readonly Oddity[] =>
  oncePerDatum(
    printedTexts(subject).flatMap((text) => {
      const spots = spotsOf(text);
      return spots.length === 0 ? [] : grouped(spots).map((group) => oddityOf(text, group, subject));
    }),
  ),
);

type ToldCharacters = 'text/space' | 'text/invisible' | 'text/radical';

/** What is told, and prints otherwise than it was typed. */
function toldAs(code: ToldCharacters): (subject: Subject) => readonly Verdict[] {
  const failure = ({ kind, characters, path, place, found }: Oddity): readonly Failure[] => {
    if (kind?.code !== code || !isTold(kind)) return [];
    const instead = printed([...new Set(characters)].join(''));
    return [
      fail(code, path, characterFacts(kind, characters, found, isVisible(instead) ? instead : undefined), {
        ...(place && { place }),
      }),
    ];
  };
  return (subject) => verdicts(oddities(subject).flatMap(failure));
}

const isTold = ({ treatment }: CharacterKind): boolean => treatment === 'replaced' || treatment === 'dropped';

/**
 * Characters that no format prints: those that are refused, and those that no face has. They are no rules, because no reason makes up for
 * them.
 *
 * @param faces fonts of the caller's own, besides the shipped ones
 */
export function unprintableIn(subject: Subject, faces?: Faces): readonly Diagnostic[] {
  const lacked = new Set<string>();
  return oddities(subject).flatMap(({ kind, characters, path, found, place }) => {
    const at = place && { place };
    if (kind !== undefined && kind.treatment !== 'drawn') {
      return isTold(kind) ? [] : [{ ...unprintable(kind, characters, { path, found }), ...at }];
    }
    return [...new Set(characters)].flatMap((character) => {
      if (lacked.has(character) || isShipped(drawnPoint(character)) || faces?.has(character)) return [];
      lacked.add(character);
      return [{ ...missingGlyph(character, { path, found }), ...at }];
    });
  });
}

/** Rules on the characters of all texts. */
export const characterRules: readonly Rule[] = [
  {
    code: 'text/radical',
    severity: 'warning',
    formula: '用汉字，不用与之同形的部首字符',
    basis: 'GB 18030—2022，《中华人民共和国国家通用语言文字法》第九条',
    hint: '多半是从 PDF 或扫描件复制来的；印出时已改为同形的汉字，最好也改正数据',
    example: { wrong: '本机关⼀直公开信息。', right: '本机关一直公开信息。' },
    check: toldAs('text/radical'),
  },
  {
    code: 'text/space',
    severity: 'warning',
    formula: '文字里没有制表符和特殊宽度的空格',
    basis: '《中华人民共和国国家通用语言文字法》第九条',
    hint: '印成空格；最好改正数据',
    example: { wrong: '收件12\t件。', right: '收件12件。' },
    check: toldAs('text/space'),
  },
  {
    code: 'text/invisible',
    severity: 'warning',
    formula: '文字里没有看不见的字符',
    basis: '《中华人民共和国国家通用语言文字法》第九条',
    hint: '删去它；印出时略去',
    example: { wrong: '本机关公开\u200b信息。', right: '本机关公开信息。' },
    check: toldAs('text/invisible'),
  },
];
