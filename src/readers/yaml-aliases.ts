import type { Document } from 'yaml';
import { type Diagnostic, diagnostic, type Place, ReportError } from '../diagnostics/diagnostic.js';
import type { AllLimits } from '../limits/limits-of.js';
import type { Yaml } from './yaml-package.js';

/** What a node expands to once every reference in it is written out. */
interface Size {
  readonly values: number;
  readonly characters: number;
}

const PROBLEMS = {
  unknown: { message: '引用了没有定义的锚点', hint: '检查以 * 开头的引用' },
  cycle: { message: '锚点里引用了它自己', hint: '把引用移到锚点之外' },
} as const;

function wrongAlias(kind: keyof typeof PROBLEMS, name: string, place: Place): ReportError {
  const { message, hint } = PROBLEMS[kind];
  return new ReportError([
    diagnostic('syntax/invalid', {
      message: `不是合法的 YAML：${message}`,
      place,
      found: `*${name}`,
      expected: '先以 & 定义、后以 * 引用的锚点',
      hint,
    }),
  ]);
}

function tooLarge({ values, characters }: Size, place: Place, limits: AllLimits): Diagnostic {
  const figure = (n: number) => (n < 1e12 ? String(n) : `${Math.floor(Math.log10(n))} 位数的`);
  return diagnostic('syntax/invalid', {
    message: '以 * 引用的内容展开后太大',
    place,
    found: `展开后有 ${figure(values)} 个值、${figure(characters)} 个字`,
    expected: `不超过 ${limits.values} 个值、${limits.charactersInAll} 个字`,
    hint: '减少引用，或把报告分开；确须这样大的，由调用程序放宽 limits',
  });
}

/**
 * Refuses references that lead nowhere, into themselves, or to more than fits: what counts is the size of what they expand to, not
 * how many there are, held against the caller's limits for what is typed. Each node is visited once.
 *
 * @throws ReportError `syntax/invalid`
 */
export function checkAliases(document: Document, at: (offset: number) => Place, yaml: Yaml, limits: AllLimits): void {
  const { isAlias, isMap, isPair, isScalar, isSeq } = yaml;
  const anchors = new Map<string, Size | 'open'>();
  let largest: { readonly values: number; readonly offset: number } | undefined;

  function referred(name: string, offset: number): Size {
    const size = anchors.get(name);
    if (size === undefined || size === 'open') throw wrongAlias(size ? 'cycle' : 'unknown', name, at(offset));
    if (largest === undefined || size.values > largest.values) largest = { values: size.values, offset };
    return size;
  }

  function sizeOf(node: unknown): Size {
    if (isAlias(node)) return referred(node.source, node.range?.[0] ?? 0);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) anchors.set(anchor, 'open');
    const inner = isPair(node) ? [node.key, node.value] : isMap(node) || isSeq(node) ? node.items : [];
    let [values, characters] = [1, isScalar(node) ? String(node.value).length : 0];
    for (const one of inner) {
      const size = sizeOf(one);
      values += size.values;
      characters += size.characters;
    }
    if (anchor !== undefined) anchors.set(anchor, { values, characters });
    return { values, characters };
  }

  const total = sizeOf(document.contents);
  if (largest === undefined || (total.values <= limits.values && total.characters <= limits.charactersInAll)) return;
  throw new ReportError([tooLarge(total, at(largest.offset), limits)]);
}
