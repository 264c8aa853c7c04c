import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TextInput } from '../../batch/index.js';
import { readBytes } from '../../host/files.js';
import type { FontChoice, FormatId, LookOptions } from '../../index.js';
import { version } from '../version.js';
import { isFolder } from '../write.js';

function sha256(...pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** The templates of a folder, by their contents. */
function templatesIn(folder: string): readonly unknown[] {
  if (!isFolder(folder)) return [];
  const names = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.hbs'));
  return names.sort().map((name) => [name, sha256(readBytes(join(folder, name)))]);
}

const FONT = { missing: 'font/missing-file', unreadable: 'font/unreadable' } as const;

function fontsIn(fonts: LookOptions['fonts'] = {}): readonly unknown[] {
  return Object.entries(fonts).map(([role, own]) => {
    const list = [own].flat() as readonly FontChoice[];
    return [role, ...list.map((font) => sha256(readBytes(typeof font === 'string' ? font : font.file, FONT)))];
  });
}

/**
 * Gives what tells apart inputs that make other files: the text, and whatever else goes into them, fonts, templates and seal by their
 * contents.
 *
 * @throws ReportError if one of those is not to be read
 */
export function inputHasher(formats: readonly FormatId[], look: LookOptions): (input: TextInput) => string {
  const { templates, fonts, seal, ...plain } = look;
  const common = JSON.stringify([
    version,
    formats,
    plain,
    templates === undefined ? null : templatesIn(templates),
    fontsIn(fonts),
    seal ? [sha256(seal.image), seal.width] : null,
  ]);
  return ({ text, at = [] }) => sha256(JSON.stringify([common, at]), text);
}
