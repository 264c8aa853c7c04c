import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nianbao } from '../cli/nianbao.js';
import { builtPackage } from '../readers/built-package.mjs';
import { ROOT } from '../readers/fixtures.mjs';

/** The project of an office that has a form of its own: its files, the package installed, and what is run in it. */
export function formProject() {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'nianbao-form-'));
  cpSync(`${ROOT}test/forms/project`, folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(builtPackage(), join(folder, 'node_modules', 'nianbao'));
  symlinkSync(`${ROOT}node_modules/@types`, join(folder, 'node_modules', '@types'));
  const node = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    return { code: status, stdout, stderr };
  };
  return {
    folder,
    node,
    nianbao: (...args: readonly string[]) => nianbao(args, { cwd: folder }),
    write: (name: string, text: string) => writeFileSync(join(folder, name), text),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
