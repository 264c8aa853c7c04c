import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import { partTitles, titleOf } from '../workbook/part-titles.js';
import { inSheetWords, type SheetPart } from '../workbook/sheet-words.js';

const keysOf = (name: string): Path =>
  name.split(/[.[\]]+/u).flatMap((key) => (key === '' ? [] : [/^\d+$/.test(key) ? Number(key) : key]));

/** Where a part stands: itself, or the first cell of it. */
function placeOf(name: string, places: ReadonlyMap<string, string>): string | undefined {
  const dotted = keysOf(name).join('.');
  const first = [...places].find(([path]) => path === dotted || path.startsWith(`${dotted}.`));
  return places.get(dotted) ?? first?.[1];
}

/**
 * Tells findings about a workbook of ours in the words of its sheets.
 *
 * @param places the cells by the dotted paths of what they hold
 */
export function toldInSheets(form: Form, places: ReadonlyMap<string, string>): (problem: Diagnostic) => Diagnostic {
  let known: ReadonlyMap<string, string> | undefined;
  const titles = () => {
    known ??= partTitles(form);
    return known;
  };
  const partOf = (name: string): SheetPart | undefined => {
    const keys = keysOf(name).filter((key) => typeof key === 'string');
    const isPart = titles().has(keys.join('.')) || (keys.length > 1 && titles().has(keys.slice(0, -1).join('.')));
    const title = isPart ? titleOf(keysOf(name), titles()) : undefined;
    return title === undefined ? undefined : { title, at: placeOf(name, places) };
  };
  const titleFor = (name: string): SheetPart | undefined => {
    const part = partOf(name);
    return part && { title: part.title };
  };
  return (problem) => {
    const { message, expected, path, label = titleOf(path, titles()), hint } = problem;
    // What is missing is named by its last key alone.
    const own = (name: string) => (name === path.at(-1) && label !== undefined ? { title: label } : undefined);
    return {
      ...problem,
      message: inSheetWords(message, titleFor),
      ...(expected !== undefined && { expected: inSheetWords(expected, titleFor) }),
      ...(label !== undefined && { label }),
      hint: inSheetWords(hint, (name) => partOf(name) ?? own(name)),
    };
  };
}
