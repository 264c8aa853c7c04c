import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import type { TextInput } from '../../batch/index.js';
import { readBytes } from '../../host/files.js';
import { templateFiles } from '../../host/templates.js';
import type { FontChoice, Form, FormatId, LookOptions } from '../../index.js';
import { version } from '../version.js';

function sha256(...pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** Names and hashes of the templates in a folder. */
function templatesIn(folder: string): readonly unknown[] {
  return templateFiles(folder).map((file) => [relative(folder, file).replaceAll('\\', '/'), sha256(readBytes(file))]);
}

const FONT = { missing: 'font/missing-file', unreadable: 'font/unreadable' } as const;

function fontsIn(fonts: LookOptions['fonts'] = {}): readonly unknown[] {
  return Object.entries(fonts).map(([role, own]) => {
    const list = [own].flat() as readonly FontChoice[];
    return [role, ...list.map((font) => sha256(readBytes(typeof font === 'string' ? font : font.file, FONT)))];
  });
}

/** Forms with all that they hold; JSON by itself leaves out what patterns say. */
const formsText = (forms: readonly Form[]): string =>
  JSON.stringify(forms, (_, value) => (value instanceof RegExp ? String(value) : value));

/**
 * Makes a function that hashes everything the files of a report are made from: its text, the version and all options, with fonts,
 * templates, seal and forms by their contents.
 *
 * @throws ReportError if one of these cannot be read
 */
export function inputHasher(formats: readonly FormatId[], look: LookOptions): (input: TextInput) => string {
  const { templates, fonts, seal, forms = [], ...plain } = look;
  const common = JSON.stringify([
    version,
    formats,
    plain,
    templates === undefined ? null : templatesIn(templates),
    fontsIn(fonts),
    seal ? [sha256(seal.image), seal.width] : null,
    ...(forms.length > 0 ? [formsText(forms)] : []),
  ]);
  return ({ text, at = [] }) => sha256(JSON.stringify([common, at]), text);
}
