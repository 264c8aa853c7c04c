import { inLine } from '../diagnostics/problem-text.js';
import { readInputFile } from '../host/input-file.js';
import { type Diagnostic, formatDiagnostic, formatPlace, ReportError, type Verified, verifyReport } from '../index.js';
import { EXIT, exitCodeFor } from './exit-codes.js';
import { displayName, readFrom, tellLosses } from './inputs.js';
import { jsonText } from './json-text.js';
import { misuse } from './misuse.js';
import { type TextFlags, toCheckingOptions } from './text-options.js';
import { give } from './voice.js';

/** The options of `nianbao verify` as they are typed. */
export interface VerifyFlags extends TextFlags {
  readonly json?: boolean;
}

/** How much of what stands around a report is quoted. */
const QUOTED = 3;

/** A difference with its place in the file of the report. */
function differenceText(difference: Diagnostic): string {
  const { places = [] } = difference;
  return [formatDiagnostic(difference), ...places.map((one) => `    签发的：${formatPlace(one)}`)].join('\n');
}

function outsideText(outside: readonly Diagnostic[]): readonly string[] {
  if (outside.length === 0) return [];
  const quoted = outside.slice(0, QUOTED).map(({ found = '' }) => found);
  return [
    `报告以外的文字 ${outside.length} 处：${quoted.map(inLine).join('｜')}${outside.length > QUOTED ? ' 等' : ''}`,
  ];
}

function summary({ isSame, differences }: Verified, file: string, report: string): string {
  const names = inLine(`${file} 与 ${report}`);
  return isSame ? `${names} 一致` : `${names} 有 ${differences.length} 处不同`;
}

function printed(verified: Verified, file: string, report: string, { json }: VerifyFlags): string {
  if (json) return `${jsonText({ file, report, ...verified })}\n`;
  const lines = [
    ...verified.differences.map(differenceText),
    ...outsideText(verified.outside),
    summary(verified, file, report),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

async function verified(published: string, report: string, flags: VerifyFlags): Promise<Verified> {
  const options = await toCheckingOptions(flags);
  const bytes = readInputFile(published, options);
  const signed = await readFrom(report, options);
  tellLosses(signed);
  return verifyReport(bytes, signed.report, {
    ...options,
    name: displayName(published),
    locate: signed.locate,
  });
}

/** `nianbao verify`: whether a published file still shows what was signed. */
export async function verifyFiles(published: string, report: string, flags: VerifyFlags): Promise<number> {
  if (published === '-' && report === '-') {
    throw misuse({ cause: 'standard-input-once' });
  }
  const [file, of] = [published, report].map(displayName) as [string, string];
  try {
    const found = await verified(published, report, flags);
    give(printed(found, file, of, flags));
    if (!flags.json) tellLosses(found);
    return found.isSame ? EXIT.done : EXIT.report;
  } catch (error) {
    if (!(error instanceof ReportError && flags.json)) throw error;
    give(`${jsonText({ file, report: of, isSame: null, problems: error.diagnostics })}\n`);
    return exitCodeFor(error.diagnostics);
  }
}
