import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inMemory } from '../bytes/bytes.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { type OpenFile, openBytes } from './files.js';

/**
 * Where the files are that ship with the package, for programs that are bundled into one file: a folder that holds its `templates` and
 * `fonts`, or the files themselves by their names in the package, such as `templates/2021/overview.hbs` and `fonts/GongWen-Hei.ttf`.
 */
export type Assets = string | AssetMap;

/** Files by their names in the package: their bytes, or the text of templates. */
export type AssetMap = { readonly [name: string]: Uint8Array | string };

export interface AssetOptions {
  /** The shipped templates and fonts, where a bundler has parted the code from them; found by themselves otherwise. */
  readonly assets?: Assets;
}

/** A file that every copy of the package's folder `fonts` has. */
const MARK = 'fonts/sRGB.icc';

/** The nearest folder above this module with the shipped files. Works in the sources, in the build, and in a bundle beside copies of them. */
function findRoot(): string | undefined {
  // A bundler that makes CommonJS of this leaves no `import.meta`.
  let folder = dirname(import.meta.url === undefined ? __filename : fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, MARK))) {
    if (dirname(folder) === folder) return undefined;
    folder = dirname(folder);
  }
  return folder;
}

let root: string | undefined;

function missing(name: string): ReportError {
  return new ReportError([diagnostic('assets/missing', { file: name })]);
}

/**
 * The path of a file or a folder that ships with the package, such as `templates` or `fonts/GongWen-Song.ttf`.
 *
 * @throws ReportError `assets/missing`
 */
export function shipped(name: string): string {
  root ??= findRoot();
  if (root === undefined) throw missing(name);
  return join(root, name);
}

const pathOf = (name: string, assets: string | undefined): string =>
  assets === undefined ? shipped(name) : join(assets, name);

/** The bytes of a shipped file; undefined if there is no such file. */
export function shippedBytes(name: string, assets: Assets | undefined): Uint8Array | undefined {
  if (typeof assets === 'object') {
    const found = Object.hasOwn(assets, name) ? assets[name] : undefined;
    return typeof found === 'string' ? Buffer.from(found) : found;
  }
  const path = pathOf(name, assets);
  return existsSync(path) ? readFileSync(path) : undefined;
}

/**
 * Opens a shipped file, to be read by position.
 *
 * @throws ReportError `assets/missing`
 */
export function openShipped(name: string, assets: Assets | undefined): OpenFile {
  if (typeof assets !== 'object' && existsSync(pathOf(name, assets))) return openBytes(pathOf(name, assets));
  const bytes = shippedBytes(name, assets);
  if (bytes === undefined) throw missing(name);
  return { ...inMemory(bytes), close: () => {} };
}
