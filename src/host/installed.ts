import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isFile, readBytes } from './files.js';

const require = createRequire(import.meta.url ?? __filename);

/** What a `package.json` says that is asked for here. */
interface Manifest {
  readonly version?: string;
}

/** The version of a package that is installed where this one finds it; undefined if it is not. */
export function installedVersion(name: string): string | undefined {
  const folder = (require.resolve.paths(name) ?? []).find((one) => isFile(join(one, name, 'package.json')));
  if (folder === undefined) return undefined;
  return (JSON.parse(readBytes(join(folder, name, 'package.json')).toString('utf8')) as Manifest).version;
}
