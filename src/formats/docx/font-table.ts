import { once } from '../../memo/once.js';
import type { CarriedFont } from './carried-fonts.js';
import type { NamedTheme } from './faces.js';
import { OFFICE_FONTS } from './office-fonts.js';
import { DECLARATION, w } from './word-xml.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The names of the words that say what a font covers. */
const SIGNATURE = ['usb0', 'usb1', 'usb2', 'usb3', 'csb0', 'csb1'];

/** 86 is the code of the Chinese character set, by which word processors choose a substitute. */
function fontElement(
  name: string,
  alternatives: readonly string[] | undefined,
  carried: readonly CarriedFont[],
): string {
  const others = (alternatives ?? []).filter((other) => other !== name);
  const at = carried.findIndex(({ family }) => family === name);
  const known = at < 0 ? OFFICE_FONTS[name] : carried[at]?.classification;
  const coverage = known?.coverage.map((word, i) => [SIGNATURE[i] ?? '', word] as const);
  const file = { 'r:id': `rId${at + 1}`, 'w:fontKey': carried[at]?.key, 'w:subsetted': 1 };
  const embedded = Object.entries(file).map(([key, value]) => `${key}="${value}"`);
  return w(
    'font',
    { name },
    others.length === 0 ? '' : w('altName', { val: others.join(',') }),
    known ? w('panose1', { val: known.panose }) : '',
    w('charset', { val: alternatives ? '86' : '00' }),
    w('family', { val: 'auto' }),
    w('pitch', { val: 'variable' }),
    coverage ? w('sig', Object.fromEntries(coverage)) : '',
    at < 0 ? '' : `<w:embedRegular ${embedded.join(' ')}/>`,
  );
}

function madeTable({ word }: NamedTheme, carried: readonly CarriedFont[]): string {
  const roles = Object.values(word);
  const chinese = roles.flatMap(({ eastAsia, beyondGb2312, alternatives }) =>
    [eastAsia, ...(beyondGb2312 === undefined ? [] : [beyondGb2312])].map((name) => [name, alternatives] as const),
  );
  const latin = roles.map(({ latin }) => [latin, undefined] as const);
  const fonts = new Map<string, readonly string[] | undefined>();
  for (const [name, alternatives] of [...chinese, ...latin]) if (!fonts.has(name)) fonts.set(name, alternatives);
  const elements = [...fonts].map(([name, alternatives]) => fontElement(name, alternatives, carried));
  return `${DECLARATION}<w:fonts xmlns:w="${WORD}" xmlns:r="${RELATIONS}">${elements.join('')}</w:fonts>`;
}

const ofOffices = once((theme: NamedTheme) => madeTable(theme, []));

/**
 * `word/fontTable.xml`: the fonts in use, the substitutes for each, so that no program has to ask, and which of them are embedded.
 */
export function fontTablePart(theme: NamedTheme, carried: readonly CarriedFont[]): string {
  return carried.length === 0 ? ofOffices(theme) : madeTable(theme, carried);
}
