import { createHash } from 'node:crypto';
import { type FormatId, formats } from '../../index.js';
import { misuse } from '../misuse.js';
import { MANIFEST } from './manifest.js';

/** What a name can be made of. Facts that the report does not state are missing. */
export interface NameFacts {
  readonly id: string;
  readonly year?: string;
  readonly agency?: string;
  readonly edition?: string;
}

/** Names the files of a report; undefined if the pattern uses a fact that is missing. */
export type Namer = (facts: NameFacts) => Names | undefined;

export type Names = { readonly [F in FormatId]: string };

const KEYS: readonly (keyof NameFacts)[] = ['id', 'year', 'agency', 'edition'];

/** The most bytes that file systems allow in one part of a path. */
const MAX_BYTES = 255;

/** Characters that some system forbids in names, or that are invisible; lone surrogates, which are not text. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff/\\:*?"<>|]/gu;

/** Names that Windows takes for devices, whatever follows the first dot. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?= *(?:\.|$))/i;

/** Characters of a text that its name is made from; no file system allows as many, and no agency has them. */
const MOST_CHARACTERS = 4096;

const bytesOf = (text: string): number => Buffer.byteLength(text);

const markOf = (text: string): string => `~${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;

/** The beginning of a text that is far too long for a name, so that no work is done on the rest. A hash of the whole keeps it distinct. */
const beginningOf = (text: string): string =>
  text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) + markOf(text) : text;

/** Cuts a name that is too long. A hash of the whole keeps it distinct. */
function shorten(text: string, room: number): string {
  if (bytesOf(text) <= room) return text;
  const mark = markOf(text);
  let cut = '';
  for (const character of text) {
    if (bytesOf(cut + character + mark) > room) break;
    cut += character;
  }
  return cut + mark;
}

/** One part of a path that every system accepts unchanged; Chinese stays as it is. */
function safePart(text: string, room: number): string {
  const trimmed = text
    .replace(/^\s+/, '')
    .replace(/^\.+/, '_')
    .replace(/[\s.]+$/, '');
  return shorten(trimmed.replace(DEVICE, '$1_') || '_', room);
}

/** The name of a file that is called after something, with its extension: `.xlsx`. */
export const fileNamedAfter = (text: string, extension: string): string =>
  safePart(beginningOf(text).replace(FORBIDDEN, '_'), MAX_BYTES - bytesOf(extension)) + extension;

function partsOf(pattern: string): readonly string[] {
  const facts = { given: pattern, known: KEYS };
  if (!pattern.endsWith('.{ext}')) throw misuse({ cause: 'name-end', ...facts });
  const path = pattern.slice(0, -'.{ext}'.length);
  const parts = path.split('/');
  if (parts.some((part) => part.trim() === '' || /^\.+$/.test(part))) throw misuse({ cause: 'name-part', ...facts });
  for (const [, key = ''] of path.matchAll(/\{([^{}]*)\}/g)) {
    if (!KEYS.some((known) => known === key)) throw misuse({ cause: 'name-key', key, ...facts });
  }
  const literal = path.replace(/\{[^{}]*\}/g, '').replaceAll('/', '');
  if (literal.search(FORBIDDEN) >= 0 || /[{}]/.test(literal)) throw misuse({ cause: 'name-character', ...facts });
  return parts;
}

/**
 * Reads a pattern for names, such as `{year}/{agency}.{ext}`. Whatever a report contains, the names stay inside the folder and are
 * valid on every system.
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
      const text = part.replace(/\{(\w+)\}/g, (_, key: keyof NameFacts) =>
        beginningOf(facts[key] ?? '').replace(FORBIDDEN, '_'),
      );
      return safePart(text, isLast ? MAX_BYTES - longest : MAX_BYTES);
    });
    // The manifest is in the same folder: no folder may have its name.
    const [first = '', ...others] = filled;
    const isTaken = others.length > 0 && first.toLowerCase() === MANIFEST;
    const base = [isTaken ? `${first}_` : first, ...others].join('/');
    return Object.fromEntries(extensions.map(([id, extension]) => [id, base + extension])) as Names;
  };
}
