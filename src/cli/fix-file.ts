import { inLine } from '../diagnostics/problem-text.js';
import { destinationOf } from '../host/destination.js';
import { readInputFile } from '../host/input-file.js';
import { loadYaml } from '../host/load-yaml.js';
import { writeFiles } from '../host/write-files.js';
import { type AnyReport, checkReport, type Fix, readReport, type TextOptions } from '../index.js';
import { decodeText } from '../readers/decode-text.js';
import { type EditedSource, fixText } from '../readers/edit-source.js';
import { dataKind } from '../readers/source-kinds.js';
import { misuse } from './misuse.js';

/** The flags of `nianbao check` that have it correct files. */
export interface FixFlags {
  readonly fix?: boolean;
  readonly fixEnumerators?: boolean;
  readonly dryRun?: boolean;
}

/** The kinds of corrections that are wanted; none if files are only checked. */
export function fixKinds({ fix, fixEnumerators, dryRun }: FixFlags): ReadonlySet<Fix['kind']> {
  if (dryRun && !fix && !fixEnumerators) {
    throw misuse({ cause: 'dry-run-alone' });
  }
  return new Set([
    ...(fix || fixEnumerators ? (['safe'] as const) : []),
    ...(fixEnumerators ? (['enumerators'] as const) : []),
  ]);
}

/** Why a file is not corrected in place, and the way to correct it. */
function refused(file: string): Error {
  return misuse(file === '-' ? { cause: 'unfixable-input' } : { cause: 'unfixable', file });
}

/** How often a file is looked at again after corrections. */
const ROUNDS = 4;

const BOM = [0xef, 0xbb, 0xbf];
const MARK = '\uFEFF';

/** The lines that differ. No edit adds or drops a line. */
function differences(file: string, before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return old
    .flatMap((line, i) =>
      line === now[i]
        ? []
        : [`${inLine(file)}:${i + 1}\n- ${inLine(line.trim())}\n+ ${inLine((now[i] ?? '').trim())}\n`],
    )
    .join('');
}

function told(file: string, { made, left }: EditedSource, isDry: boolean): string {
  const done = `${inLine(file)}：${isDry ? '可以改正' : '改正了'} ${made.length} 处`;
  return left.length === 0 ? `${done}\n` : `${done}，有 ${left.length} 处要自己改（写法特殊，不能只改这几个字）\n`;
}

/** What correcting a file came to. */
interface FixedFile {
  /** The text of the file with the corrections. */
  readonly text: string;
  /** What to tell of it. */
  readonly told: string;
}

/**
 * Corrects a report in its file, or shows how it would be.
 *
 * @throws ReportError `usage/argument` if the file is no JSON or YAML, `file/…` if it cannot be written
 */
export function fixFile(
  file: string,
  report: AnyReport,
  {
    kinds,
    isDry,
    options,
  }: { readonly kinds: ReadonlySet<Fix['kind']>; readonly isDry: boolean; readonly options: TextOptions },
): FixedFile {
  const bytes = file === '-' ? undefined : readInputFile(file, options);
  const kind = bytes && dataKind(bytes, file);
  if (bytes === undefined || kind === undefined) throw refused(file);
  const hasMark = BOM.every((byte, i) => bytes[i] === byte);
  const text = (hasMark ? MARK : '') + decodeText(bytes, file);
  const limits = options.limits && { limits: options.limits };
  const correct = (now: string, checked: AnyReport) =>
    fixText(now, { name: file, kind, problems: checkReport(checked, options), kinds, loadYaml, ...limits });
  let fixed = correct(text, report);
  // A space may be seen as stray only beside a mark of full width.
  for (let round = 1; round < ROUNDS && fixed.made.length > 0; round++) {
    const again = correct(fixed.text, readReport(fixed.text, file, { forms: options.forms ?? [], ...limits }).report);
    if (again.made.length === 0) break;
    fixed = { ...again, made: [...fixed.made, ...again.made] };
  }
  if (fixed.text !== text && !isDry) {
    writeFiles([{ path: destinationOf(file).file, bytes: new TextEncoder().encode(fixed.text) }]);
  }
  return { text: fixed.text, told: (isDry ? differences(file, text, fixed.text) : '') + told(file, fixed, isDry) };
}
