import { codePointName } from '../code-point-name.js';
import type { Said } from './code-entry.js';
import type { Quoted } from './fact-pieces.js';

/** Characters that do not print as they are. */
export interface CharacterFacts extends Quoted {
  /** The characters, in their order, each as often as it stands there. */
  readonly characters: readonly string[];
  /** The scripts that they belong to, if they are refused for that. */
  readonly scripts: readonly string[];
  /** What their kind is called. */
  readonly sort: string;
  /** What prints in their place; nothing if they are left out. */
  readonly instead?: string | undefined;
  /** What is done, or what to do about it. */
  readonly remedy: string;
}

/** Names that offices may know. */
const NAMES: { readonly [character: string]: string } = {
  '\t': '制表符',
  '\n': '换行',
  '\u00ad': '软连字符',
  '\u200b': '零宽空格',
  '\u2028': '分行符',
  '\u2029': '分段符',
  '\ufeff': '字节序标记',
  '\ufffc': '对象替代符',
  '\ufffd': '乱码替代符',
};

/** `U+200B（零宽空格）` */
function nameOf(character: string): string {
  const name = NAMES[character];
  return `${codePointName(character)}${name === undefined ? '' : `（${name}）`}`;
}

const namesOf = (found: readonly string[]): string =>
  [...new Set(found.flatMap((one) => [...one]))].slice(0, 5).map(nameOf).join('、');

/** What is said of characters of a kind. */
export const characterWords =
  (messageOf: (names: string, facts: CharacterFacts) => string) =>
  (facts: CharacterFacts): Said => ({
    message: messageOf(namesOf(facts.characters), facts),
    found: facts.text,
    expected: facts.instead ?? `没有${facts.sort}`,
    hint: facts.remedy,
  });
