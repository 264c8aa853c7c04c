// Where compiled code is kept between runs. V8 runs what it is given there as if it had compiled it, so nothing is taken from a folder
// or a file that anybody but the user could have written.
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** Files that are kept, of up to two and a half megabytes each: one for each command or use of threads, version and Node. */
const MOST = 40;

/** Only the user may write there. Windows has no such numbers; there the folder of the profile is the user's own. */
const isOwn = ({ uid, mode }: Stats, others: number): boolean =>
  process.getuid === undefined || (uid === process.getuid() && (mode & others) === 0);

/** Where programs of the user keep what they can make again. */
function cacheHome(): string {
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
}

const folderPath = (): string => join(cacheHome(), 'nianbao');

/** Throws unless the folder is one, no link, and open to nobody but the user. */
function proveFolder(folder: string): void {
  const stats = lstatSync(folder);
  if (!stats.isDirectory() || !isOwn(stats, 0o077)) throw new Error(`${folder} is not the user's alone`);
}

/** The bytes of a kept file; it throws if there is none, or somebody else could have made it. */
export function readKept(name: string): Buffer {
  const folder = folderPath();
  proveFolder(folder);
  // The file that is proved is the one that is read, whatever becomes of its name.
  const file = openSync(join(folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() || !isOwn(stats, 0o022)) throw new Error(`${name} is not the user's`);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the folder, unless what it would stand in is somebody else's: root, run as a user, leaves nothing in that user's home. */
function makeFolder(folder: string): void {
  const home = cacheHome();
  try {
    statSync(home);
  } catch {
    if (isOwn(statSync(dirname(home)), 0)) mkdirSync(home, { mode: 0o700 });
  }
  if (isOwn(statSync(home), 0)) mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** The oldest go, if there are too many. */
function removeOldest(folder: string): void {
  const byAge = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((file) => ({ file, time: statSync(file).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { file } of byAge.slice(MOST)) rmSync(file, { force: true });
}

/** Puts a file into the folder, whole or not at all; it throws if that cannot be. */
export function writeKept(name: string, bytes: Uint8Array): void {
  const folder = folderPath();
  makeFolder(folder);
  proveFolder(folder);
  // Two threads may keep the same at once.
  const unfinished = join(folder, `${name}.${process.pid}.${threadId}`);
  try {
    writeFileSync(unfinished, bytes, { flag: 'wx', mode: 0o600 });
    renameSync(unfinished, join(folder, name));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  removeOldest(folder);
}
