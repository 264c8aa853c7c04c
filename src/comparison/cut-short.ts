/** So much of what two texts have in common is shown on each side of a change, and as much again up to the end of a clause. */
const AROUND = 20;

const CLAUSE_END = /[。；，、：！？…）〉》」』”’\n]/u;

/** The heading that a paragraph begins with: （二）依申请公开。 */
const RUN_IN_HEAD = /^（[一二三四五六七八九十]+）[^。]{1,20}。/u;

/** How many characters to show that follow a change. */
function shownAfter(characters: readonly string[]): number {
  const end = characters.slice(AROUND - 1, 2 * AROUND).findIndex((one) => CLAUSE_END.test(one));
  return end < 0 ? AROUND : AROUND + end;
}

/** How many characters to show that a change follows. */
function shownBefore(characters: readonly string[]): number {
  const around = characters.slice(-2 * AROUND - 1, -AROUND);
  const end = around.findLastIndex((one) => CLAUSE_END.test(one));
  return end < 0 ? AROUND : AROUND + around.length - 1 - end;
}

/** What is the same between two changes, or before or after all of them, without its middle. It is shown whole where little would be saved. */
export function cutShort(
  text: string,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): string {
  const characters = [...text];
  const head = isFirst ? [...(RUN_IN_HEAD.exec(text)?.[0] ?? '')].length : shownAfter(characters);
  const tail = isLast ? 0 : shownBefore(characters);
  if (characters.length <= head + tail + 4) return text;
  return `${characters.slice(0, head).join('')}……${tail === 0 ? '' : characters.slice(-tail).join('')}`;
}
