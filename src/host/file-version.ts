import { statSync } from 'node:fs';

/**
 * What tells the contents of files apart without reading them: the path, and what the file system says of the file there. Undefined
 * if there is none.
 */
export function versionOf(path: string): string | undefined {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    return [path, dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch {
    return undefined;
  }
}
