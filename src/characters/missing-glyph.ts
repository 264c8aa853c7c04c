import { codePointName } from '../diagnostics/code-point-name.js';
import { type Diagnostic, diagnostic, type Path } from '../diagnostics/diagnostic.js';

/** The extensions of the unified ideographs, by their first and last code points. */
const EXTENSIONS: readonly (readonly [name: string, first: number, last: number])[] = [
  ['扩展 A 区', 0x3400, 0x4dbf],
  ['扩展 B 区', 0x20000, 0x2a6df],
  ['扩展 C 区', 0x2a700, 0x2b73f],
  ['扩展 D 区', 0x2b740, 0x2b81f],
  ['扩展 E 区', 0x2b820, 0x2ceaf],
  ['扩展 F 区', 0x2ceb0, 0x2ebef],
  ['扩展 I 区', 0x2ebf0, 0x2ee5f],
  ['兼容汉字', 0x2f800, 0x2fa1f],
  ['扩展 G 区', 0x30000, 0x3134f],
  ['扩展 H 区', 0x31350, 0x323af],
  ['扩展 J 区', 0x323b0, 0x3347f],
  ['兼容汉字', 0xf900, 0xfaff],
];

const areaOf = (character: string): string | undefined => {
  const point = character.codePointAt(0) ?? 0;
  return EXTENSIONS.find(([, first, last]) => first <= point && point <= last)?.[0];
};

function hintFor(character: string): string {
  if (/\p{Co}/u.test(character))
    return '这是自造字，换一台机器就不是这个字；改用标准编码的字，或配上造有这个字的字体（--font）';
  if (/\p{Emoji_Presentation}/u.test(character)) return '删去表情符号，改用文字';
  const unified = character.normalize('NFKC');
  if (unified !== character) return `改用 ${unified}，或配上含有这个字符的字体（--font）`;
  const isHan = areaOf(character) !== undefined || /\p{Script=Han}/u.test(character);
  return isHan
    ? '换用字形相同的规范字，或配上含有这个字的字体（--font）'
    : '换用常用的字符，或配上含有这个字符的字体（--font）';
}

/** A missing glyph in a file that the program which opens it draws with fonts of its own: those may have it. */
export function leftToReader(problem: Diagnostic): Diagnostic {
  if (problem.code !== 'font/missing-glyph') return problem;
  return {
    ...problem,
    severity: 'warning',
    hint: `${problem.hint}。Word 用打开文件的电脑上的字体，可能有这个字；PDF 不能生成`,
  };
}

/**
 * A character that no face has.
 *
 * @param found the words that it stands in
 */
export function missingGlyph(character: string, { path, found }: { path: Path; found: string }): Diagnostic {
  const area = areaOf(character);
  const name = codePointName(character) + (area === undefined ? '' : `，${area}`);
  return diagnostic('font/missing-glyph', {
    message: `字体里没有“${character}”（${name}）`,
    path,
    found,
    expected: '字体里有的字符',
    hint: hintFor(character),
  });
}
