import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import type { ConvertOffice } from '../readers/office-files.js';

/** The seconds after which LibreOffice is ended, if the environment says nothing else: it starts in a few. */
const SECONDS = 120;

/** A day: timers take a far longer time for none. */
const MOST_SECONDS = 86_400;

/** Settings of a profile of its own: no macros, no links followed, and a proxy that is not there for all that would go to the network. */
const SETTINGS: readonly (readonly [path: string, name: string, value: string])[] = [
  ['Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['Writer/Content/Update', 'Link', '2'],
];

const PROXIES = ['HTTP', 'HTTPS', 'FTP'].flatMap((name) => [
  [`ooInet${name}ProxyName`, '127.0.0.1'],
  [`ooInet${name}ProxyPort`, '9'],
]);

const item = (path: string, name: string, value: string): string =>
  `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

const REGISTRY = [
  '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">',
  ...SETTINGS.map(([path, name, value]) => item(`/org.openoffice.Office.${path}`, name, value)),
  item('/org.openoffice.Inet/Settings', 'ooInetProxyType', '2'),
  ...PROXIES.map(([name = '', value = '']) => item('/org.openoffice.Inet/Settings', name, value)),
  '</oor:items>',
].join('');

/** Of the environment, what a program needs to start; it writes nowhere but into the folder. */
const environment = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LANG: process.env.LANG ?? 'C.UTF-8',
  SystemRoot: process.env.SystemRoot,
  HOME: folder,
  TMPDIR: folder,
  TEMP: folder,
  http_proxy: 'http://127.0.0.1:9',
  https_proxy: 'http://127.0.0.1:9',
});

/** Ends a program with all that it has started. */
function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** How a run ended: undefined if all went well. */
type Ending = 'absent' | 'late' | undefined;

/** Runs a program until it ends or its time is up. Nothing of it outlives this process. */
function run(program: string, args: readonly string[], folder: string): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: environment(folder),
      stdio: 'ignore',
      detached: process.platform !== 'win32',
    });
    const clear = (): void => {
      end(child);
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    };
    const interrupted = (signal: NodeJS.Signals): void => {
      clear();
      process.removeListener('SIGINT', interrupted).removeListener('SIGTERM', interrupted);
      // A program with a listener of its own decides itself whether it ends.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    };
    const seconds = Math.min(Number(process.env.NIANBAO_SOFFICE_SECONDS) || SECONDS, MOST_SECONDS);
    const timer = setTimeout(() => finish('late'), seconds * 1000);
    const finish = (ending: Ending): void => {
      clearTimeout(timer);
      process.removeListener('exit', clear);
      process.removeListener('SIGINT', interrupted).removeListener('SIGTERM', interrupted);
      end(child);
      resolve(ending);
    };
    process.once('exit', clear).once('SIGINT', interrupted).once('SIGTERM', interrupted);
    child.once('error', () => finish('absent')).once('close', () => finish(undefined));
  });
}

const absent = (program: string, name: string): ReportError =>
  new ReportError([diagnostic('read/unsupported', { cause: 'converter', file: name, name: program })]);

const failed = (name: string, found: string): ReportError =>
  new ReportError([diagnostic('read/damaged', { cause: 'conversion', file: name, reason: found })]);

function converted(folder: string, name: string): Uint8Array {
  try {
    return readFileSync(join(folder, 'out', 'source.docx'));
  } catch {
    throw failed(name, '没有转出文件');
  }
}

/**
 * Turns a file into a Word file by LibreOffice, in a folder of its own that is gone afterwards.
 *
 * @param program its path, or its name
 */
export async function convertOffice(
  program: string,
  [bytes, extension, name]: Parameters<ConvertOffice>,
): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-office-'));
  try {
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
    writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), REGISTRY);
    writeFileSync(join(folder, `source.${extension}`), bytes);
    // It runs in another folder than the one from which a path is meant.
    const ending = await run(
      /[/\\]/.test(program) ? resolve(program) : program,
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo'],
        ...['--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out'), `source.${extension}`],
      ],
      folder,
      // Some faults of a path are thrown before anything has started.
    ).catch((): Ending => 'absent');
    if (ending === 'absent') throw absent(program, name);
    if (ending === 'late') throw failed(name, '到了时限还没有转完');
    return converted(folder, name);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
