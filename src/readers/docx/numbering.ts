import { attributeOf, childOf, descendants, type Element, elementsOf, parseXml, valOf } from '../neutral/markup.js';
import { inFormat } from '../neutral/number-formats.js';
import { isOn } from './word-styles.js';

/** Gives the number that Word prints before a paragraph, and counts on. */
export type NextNumber = (list: string, level: number) => string;

/** A level of a list: `%1、` in Chinese numerals from 1. */
interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** All numbers in it are Arabic, also those of outer levels. */
  readonly isLegal: boolean;
}

/** A list: lists that share an abstract definition count together. */
interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where its levels begin anew, if they do. */
  readonly restarts: ReadonlyMap<number, number>;
}

type Levels = ReadonlyMap<number, Level>;

function levelsIn(element: Element): Levels {
  return new Map(
    descendants(element, 'lvl').map((level) => [
      Number(attributeOf(level, 'ilvl')),
      {
        format: valOf(level, 'numFmt') ?? 'decimal',
        text: valOf(level, 'lvlText') ?? '',
        start: Number(valOf(level, 'start') ?? 1) || 0,
        isLegal: isOn(level, 'isLgl') === true,
      },
    ]),
  );
}

function listOf(num: Element): List {
  const overrides = elementsOf(num).filter(({ name }) => name === 'lvlOverride');
  const restarts = overrides.flatMap((override): [number, number][] => {
    const start = valOf(override, 'startOverride');
    return start === undefined ? [] : [[Number(attributeOf(override, 'ilvl')), Number(start)]];
  });
  return { abstract: valOf(num, 'abstractNumId') ?? '', levels: levelsIn(num), restarts: new Map(restarts) };
}

/** The deepest level of a list in Word. */
const LEVELS = 9;

/** Counts the automatic numbers of a document in reading order. */
export function numberingOf(xml: string): NextNumber {
  const root = childOf(parseXml(xml), 'numbering');
  const named = (name: string, id: string) =>
    (root ? elementsOf(root) : [])
      .filter((one) => one.name === name)
      .map((one) => [attributeOf(one, id) ?? '', one] as const);
  const abstracts = new Map(named('abstractNum', 'abstractNumId').map(([id, one]) => [id, levelsIn(one)]));
  const lists = new Map(named('num', 'numId').map(([id, one]) => [id, listOf(one)]));
  /** How far each abstract list has counted, level by level. */
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return (id, level) => {
    const list = lists.get(id);
    const levelAt = (at: number) => list?.levels.get(at) ?? abstracts.get(list?.abstract ?? '')?.get(at);
    const own = level >= 0 && level < LEVELS ? levelAt(level) : undefined;
    if (list === undefined || own === undefined || own.format === 'bullet' || own.format === 'none') return '';
    const count = counts.get(list.abstract) ?? [];
    counts.set(list.abstract, count);
    const restart = list.restarts.get(level);
    if (restart !== undefined && !begun.has(`${id} ${level}`)) count[level] = restart - 1;
    begun.add(`${id} ${level}`);
    count[level] = (count[level] ?? own.start - 1) + 1;
    count.length = level + 1;
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const { format, start } = levelAt(Number(digit) - 1) ?? own;
      return inFormat(count[Number(digit) - 1] ?? start, own.isLegal ? 'decimal' : format);
    });
  };
}
