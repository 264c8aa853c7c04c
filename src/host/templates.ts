import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { memo } from '../memo/memo.js';
import { once } from '../memo/once.js';
import type { FindTemplate, TemplateFile } from '../narrative/find-template.js';
import { versionOf } from './file-version.js';
import { exists, isFile, isFolder, readBytes, unreadable } from './files.js';
import { type AssetMap, type Assets, shippedBytes } from './package-files.js';

/** The most templates that are kept: some folders of their own, of four parts each. */
const MOST = 200;

/** Templates read so far, by the versions of their files: one that has been changed is read again. */
const read = memo<TemplateFile>(MOST);

const CODES = { missing: 'template/missing-file', unreadable: 'template/missing-file' } as const;

function notUtf8(file: string): ReportError {
  return new ReportError([diagnostic('template/encoding', { file }, { place: { file, line: 1, column: 1 } })]);
}

/** The text of a template. A byte order mark is no part of it. */
function templateOf(file: string, bytes: Uint8Array): TemplateFile {
  try {
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw notUtf8(file);
  }
}

function templateAt(file: string): TemplateFile | undefined {
  const version = versionOf(file);
  if (version === undefined) return undefined;
  // Where a pipe is, nobody waits for its other end; a device may have none.
  if (!isFile(file)) throw unreadable(file, new Error('不是普通文件'), CODES);
  return read(version, () => templateOf(file, readBytes(file, CODES)));
}

function noFolder(folder: string, name: string): ReportError {
  return new ReportError([diagnostic('template/missing-file', { cause: 'folder', file: folder, name })]);
}

function shippedIn(assets: Assets | undefined): FindTemplate {
  const known = new Map<string, TemplateFile | undefined>();
  return (name) => {
    if (!known.has(name)) {
      const file = `templates/${name}.hbs`;
      const bytes = shippedBytes(file, assets);
      known.set(name, bytes && templateOf(file, bytes));
    }
    return known.get(name);
  };
}

const ours = shippedIn(undefined);
const inFolders = memo<FindTemplate>(4);
const inMemories = once<AssetMap, FindTemplate>(shippedIn);

/** Finds the templates that ship with the package, which do not change. */
function shippedTemplates(assets: Assets | undefined): FindTemplate {
  if (assets === undefined) return ours;
  return typeof assets === 'string' ? inFolders(assets, () => shippedIn(assets)) : inMemories(assets);
}

/**
 * Finds templates in a folder laid out as `<edition>/<part>.hbs`, and falls back to the shipped ones. A file is read once, and again
 * when it has changed.
 *
 * @throws ReportError `template/missing-file`, when a template is asked for, if there is no such folder; `template/encoding`
 */
export function templatesIn(folder: string | undefined, assets?: Assets): FindTemplate {
  const fallback = shippedTemplates(assets);
  if (folder === undefined) return fallback;
  return (name) => {
    if (!exists(folder)) throw noFolder(folder, name);
    return templateAt(`${folder}/${name}.hbs`) ?? fallback(name);
  };
}

/** Every template in a folder, in order of names; none if there is no such folder. */
export function templateFiles(folder: string): readonly string[] {
  if (!isFolder(folder)) return [];
  const names = readdirSync(folder, { recursive: true }).map(String);
  return names
    .filter((name) => name.endsWith('.hbs'))
    .sort()
    .map((name) => join(folder, name));
}
