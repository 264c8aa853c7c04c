import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import type { TextInput } from '../../batch/index.js';
import { choicesOf } from '../../fonts/fonts.js';
import { type DigestLimits, fileDigest } from '../../host/file-digest.js';
import { templateFiles } from '../../host/templates.js';
import type { Form, FormatId, LookOptions } from '../../index.js';
import { version } from '../version.js';

function sha256(...pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** Templates are pages of text, and fonts of all Chinese characters have a few dozen megabytes. */
const TEMPLATE: DigestLimits = { most: 4 * 2 ** 20, missing: 'file/not-found', unreadable: 'file/unreadable' };
const FONT: DigestLimits = { most: 256 * 2 ** 20, missing: 'font/missing-file', unreadable: 'font/unreadable' };

/** Names and hashes of the templates in a folder. */
async function templatesIn(folder: string): Promise<readonly unknown[]> {
  const hashes: unknown[] = [];
  for (const file of templateFiles(folder)) {
    hashes.push([relative(folder, file).replaceAll('\\', '/'), await fileDigest(file, TEMPLATE)]);
  }
  return hashes;
}

async function fontsIn(fonts: LookOptions['fonts'] = {}): Promise<readonly unknown[]> {
  const roles: unknown[] = [];
  for (const [role, own] of Object.entries(fonts)) {
    const hashes: string[] = [];
    for (const font of choicesOf(own)) hashes.push(await fileDigest(typeof font === 'string' ? font : font.file, FONT));
    roles.push([role, ...hashes]);
  }
  return roles;
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
export async function inputHasher(
  formats: readonly FormatId[],
  look: LookOptions,
): Promise<(input: TextInput) => string> {
  const { templates, fonts, seal, forms = [], ...plain } = look;
  const common = JSON.stringify([
    version,
    formats,
    plain,
    templates === undefined ? null : await templatesIn(templates),
    await fontsIn(fonts),
    seal ? [sha256(seal.image), seal.width] : null,
    ...(forms.length > 0 ? [formsText(forms)] : []),
  ]);
  return ({ text, at = [] }) => sha256(JSON.stringify([common, at]), text);
}
