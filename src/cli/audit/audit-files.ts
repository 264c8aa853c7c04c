import { extname } from 'node:path';
import {
  type Audit,
  type AuditOptions,
  auditOf,
  auditPage,
  auditReports,
  auditWorkbook,
  composeAudit,
} from '../../batch/index.js';
import { sealed } from '../../formats/html/own-html.js';
import type { Destination } from '../../host/destination.js';
import { nodePlatform } from '../../host/node-platform.js';
import { renderDocument, type TextOptions } from '../../index.js';
import { countReports } from '../batch/find-reports.js';
import type { SourceFile } from '../batch/sources.js';
import { EXIT, exitCodeFor, SIGNAL_EXIT } from '../exit-codes.js';
import { flagFiles } from '../flag-files.js';
import { toFontFiles } from '../look-flags.js';
import { misuse } from '../misuse.js';
import { claim, STANDARD_OUTPUT, writeOutputs } from '../outputs.js';
import { type PoolFlags, toPoolOptions } from '../pool-flags.js';
import { readAgencies } from '../read-agencies.js';
import { type TextFlags, toCheckingOptions } from '../text-options.js';
import { withLaterCode } from '../thread-flags.js';
import { give, tellProblems } from '../voice.js';
import { auditJson } from './audit-json.js';
import { stepsShown } from './audit-progress.js';
import { auditInputs, auditSources, previousSources } from './audit-sources.js';
import { auditSummaryText } from './audit-summary-text.js';
import { yearsOf } from './audited-years.js';

/** The options of `nianbao audit` as they are typed. */
export interface AuditFlags extends PoolFlags, TextFlags {
  readonly agencies?: string;
  readonly years?: string;
  readonly previousFolder?: string;
  readonly output?: string;
  readonly font?: readonly string[];
  readonly strict?: boolean;
  readonly force?: boolean;
}

/** Makes the bytes of a result. */
type Writer = (audit: Audit) => Promise<Uint8Array> | Uint8Array;

/** By the extension of the file that is written. */
const WRITERS: { readonly [extension: string]: Writer } = {
  '.html': (audit) => sealed(auditPage(audit), nodePlatform),
  '.xlsx': auditWorkbook,
  '.pdf': (audit) => renderDocument(composeAudit(audit), { format: 'pdf' }),
  '.json': auditJson,
};

function writerFor({ output }: AuditFlags): Writer | undefined {
  if (output === undefined || output === STANDARD_OUTPUT) return undefined;
  const extension = extname(output).toLowerCase();
  const writer = Object.hasOwn(WRITERS, extension) ? WRITERS[extension] : undefined;
  if (writer) return writer;
  throw misuse({ cause: 'audit-extension', file: output, known: Object.keys(WRITERS) });
}

/** The list of agencies; what may be wrong with it is told. */
function agenciesOf({ agencies: file }: AuditFlags, texts: TextOptions): Pick<AuditOptions, 'agencies'> {
  if (file === undefined) return {};
  const { agencies, warnings } = readAgencies(file, texts);
  tellProblems(warnings);
  return { agencies };
}

async function textOptionsOf(flags: AuditFlags): Promise<TextOptions> {
  return { ...(await toCheckingOptions(flags)), ...(flags.font && { fonts: toFontFiles(flags.font) }) };
}

/** Everything that the call reads, none of which is written over. */
function inputsRead(args: readonly string[], sources: readonly SourceFile[], flags: AuditFlags): readonly string[] {
  const list = flags.agencies === undefined ? [] : [flags.agencies];
  return [...args, ...sources.map(({ path }) => path), ...list, ...flagFiles(flags)];
}

/** Where the result goes. A page or a PDF of ours that nobody has changed may be written over; a workbook may have been worked in. */
async function placeFor(flags: AuditFlags, inputs: readonly string[]): Promise<Destination | undefined> {
  const { output, force } = flags;
  if (output === undefined || output === STANDARD_OUTPUT) return undefined;
  const [place] = await claim([output], { inputs, force });
  return place;
}

/** Runs an audit that an interruption ends, with what it has put aside removed. */
async function interruptible(run: (signal: AbortSignal) => Promise<Audit>): Promise<Audit | undefined> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  process.once('SIGINT', abort);
  process.once('SIGTERM', abort);
  try {
    return await run(stop.signal);
  } catch (error) {
    if (stop.signal.aborted) return undefined;
    throw error;
  } finally {
    process.off('SIGINT', abort);
    process.off('SIGTERM', abort);
  }
}

/** The gravest that there is: files that could not be read, errors, and reports that were not handed in. */
function exitCodeOf({ unread, counts }: Audit, { strict }: AuditFlags): number {
  const isWrong = counts.errors + counts.missing > 0 || (strict === true && counts.warnings > 0);
  return Math.max(isWrong ? EXIT.report : EXIT.done, exitCodeFor(unread.flatMap(({ findings }) => findings)));
}

/** `nianbao audit`: many reports at once, and what is wrong with each of them and among them. */
export async function auditFiles(args: readonly string[], flags: AuditFlags): Promise<number> {
  const write = writerFor(flags);
  const pool = toPoolOptions(flags);
  const texts = await textOptionsOf(flags);
  const agencies = agenciesOf(flags, texts);
  const years = yearsOf(flags);
  const sources = auditSources(args, flags.output === undefined ? [] : [flags.output]);
  const before = previousSources(flags.previousFolder);
  const place = await placeFor(flags, inputsRead(args, [...sources, ...before], flags));
  const steps = stepsShown(process.stderr, await countReports([...sources, ...before], texts));
  const audit = await interruptible((signal) => {
    const asked = { ...agencies, ...years, previous: auditInputs(before, texts) };
    const options = { ...pool, ...texts, ...asked, signal, onPlan: steps.plan, onStep: steps.step };
    return withLaterCode(() => auditOf(auditReports(auditInputs(sources, texts), options)));
  });
  steps.end();
  if (audit === undefined) return SIGNAL_EXIT.SIGINT;
  if (write && place) writeOutputs([{ place, bytes: await write(audit) }]);
  if (flags.output === STANDARD_OUTPUT) give(auditJson(audit));
  else give(auditSummaryText(audit, flags.output));
  return exitCodeOf(audit, flags);
}
