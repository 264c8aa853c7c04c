import { spawn } from 'node:child_process';
import { tellAside } from './voice.js';

/** The program of each system that opens a file with whatever its user has chosen for its kind. */
const OPENERS: { readonly [platform: string]: readonly [program: string, ...args: readonly string[]] } = {
  darwin: ['open'],
  // No shell: a file name is never read as a command. The program takes the path as it is.
  win32: ['explorer.exe'],
};

/**
 * Opens a file in the program that the user has for it, and does not wait for that. Where there is none, as on a server, this is said and
 * is no error: the file is there.
 */
export function openFile(path: string): Promise<void> {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const child = spawn(program, [...args, path], { detached: true, stdio: 'ignore' });
    child.once('error', () => {
      tellAside(`没有打开 ${path}：这台机器上没有 ${program}`);
      resolve();
    });
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
