import { createHash } from 'node:crypto';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { type FormatId, formats } from '../index.js';

/** What a name can be made of; what is not known of a report is not there. */
export interface NameFacts {
  readonly id: string;
  readonly year?: string;
  readonly agency?: string;
  readonly edition?: string;
}

/** The name of each file of a report; undefined if the pattern asks for what is not known of it. */
export type Namer = (facts: NameFacts) => Names | undefined;

export type Names = { readonly [F in FormatId]: string };

const KEYS: readonly (keyof NameFacts)[] = ['id', 'year', 'agency', 'edition'];

/** The most bytes that file systems allow in one part of a path. */
const LONGEST = 255;

/** Not allowed in a name by one system or another, or not to be seen in it; halves of characters are no text. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff/\\:*?"<>|]/gu;

/** Names that Windows takes for devices, whatever follows their first dot. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?= *(?:\.|$))/i;

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** Names longer than allowed are cut, and told apart by a hash of the whole. */
function shorten(text: string, room: number): string {
  if (bytesOf(text) <= room) return text;
  const mark = `~${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
  let cut = '';
  for (const character of text) {
    if (bytesOf(cut + character + mark) > room) break;
    cut += character;
  }
  return cut + mark;
}

/** One part of a path that every system takes as it is; Chinese stays untouched. */
function safePart(text: string, room: number): string {
  const trimmed = text
    .replace(/^\s+/, '')
    .replace(/^\.+/, '_')
    .replace(/[\s.]+$/, '');
  return shorten(trimmed.replace(DEVICE, '$1_') || '_', room);
}

function misuse(message: string, pattern: string): ReportError {
  return new ReportError([
    diagnostic('usage/argument', {
      message,
      found: pattern,
      expected: `以 .{ext} 结尾的相对路径，可用 ${KEYS.map((key) => `{${key}}`).join('、')}`,
      hint: '如 --name {year}/{agency}.{ext}',
    }),
  ]);
}

function partsOf(pattern: string): readonly string[] {
  if (!pattern.endsWith('.{ext}')) throw misuse('文件名要以 .{ext} 结尾', pattern);
  const path = pattern.slice(0, -'.{ext}'.length);
  const parts = path.split('/');
  if (parts.some((part) => part.trim() === '' || /^\.+$/.test(part)))
    throw misuse('文件名里有空的或指向别处的一段', pattern);
  for (const [, key = ''] of path.matchAll(/\{([^{}]*)\}/g)) {
    if (!KEYS.some((known) => known === key)) throw misuse(`文件名里不能用 {${key}}`, pattern);
  }
  const literal = path.replace(/\{[^{}]*\}/g, '').replaceAll('/', '');
  if (literal.search(FORBIDDEN) >= 0 || /[{}]/.test(literal)) throw misuse('文件名里有不能用的字符', pattern);
  return parts;
}

/**
 * Reads a pattern of names, such as `{year}/{agency}.{ext}`. Whatever a report says, the names stay inside the folder and are
 * allowed by every system.
 *
 * @throws ReportError `usage/argument`
 */
export function namerOf(pattern: string): Namer {
  const parts = partsOf(pattern);
  const used = KEYS.filter((key) => pattern.includes(`{${key}}`));
  const extensions = Object.entries(formats).map(([id, { extension }]) => [id, `.${extension}`] as const);
  const longest = Math.max(...extensions.map(([, extension]) => bytesOf(extension)));
  return (facts) => {
    if (used.some((key) => facts[key] === undefined)) return undefined;
    const filled = parts.map((part, i) => {
      const isLast = i === parts.length - 1;
      const text = part.replace(/\{(\w+)\}/g, (_, key: keyof NameFacts) => (facts[key] ?? '').replace(FORBIDDEN, '_'));
      return safePart(text, isLast ? LONGEST - longest : LONGEST);
    });
    // The batch's own file stands beside them.
    const base = filled.join('/').replace(/^manifest\.jsonl(?=\/)/i, '$&_');
    return Object.fromEntries(extensions.map(([id, extension]) => [id, base + extension])) as Names;
  };
}

/** Names that some file system takes for the same: composed or not, of either case. */
export function sameFile(name: string): string {
  return name.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC');
}
