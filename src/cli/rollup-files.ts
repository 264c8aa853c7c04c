import { agencyKey } from '../agencies/agency-name.js';
import type { ListedAgency } from '../agencies/listed-agency.js';
import { readFigures } from '../batch/index.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import {
  type AnyReport,
  type HandedReport,
  type RollUp,
  type RollUpOptions,
  rollUp,
  type TextOptions,
  totalText,
  type UnreadReport,
} from '../index.js';
import { auditInputs, auditSources, previousSources } from './audit/audit-sources.js';
import { countReports } from './batch/find-reports.js';
import type { SourceFile } from './batch/sources.js';
import { yearIn } from './blank-flags.js';
import { exitCodeFor } from './exit-codes.js';
import { flagFiles } from './flag-files.js';
import { readFrom, tellLosses } from './inputs.js';
import { claim, STANDARD_OUTPUT, writeOutputs } from './outputs.js';
import { type PoolFlags, toPoolOptions } from './pool-flags.js';
import { readAgencies } from './read-agencies.js';
import { readWithBar } from './read-with-bar.js';
import { rollupJson, rollupSummary, rollupWriters } from './rollup-outputs.js';
import { type TextFlags, toReadingOptions } from './text-options.js';
import { give, giveLine, tellLine, tellProblems } from './voice.js';

/** The options of `nianbao rollup` as they are typed. */
export interface RollupFlags extends PoolFlags, TextFlags {
  readonly agency: string;
  readonly year?: string;
  readonly agencies?: string;
  readonly edition?: string;
  readonly previous?: string;
  readonly previousFolder?: string;
  readonly against?: string;
  readonly blankAsZero?: boolean;
  readonly output?: readonly string[];
  readonly json?: boolean;
  readonly force?: boolean;
}

/** The list of agencies. That the agency of the whole is not on it is as it should be. */
function agenciesOf({ agencies: file, agency }: RollupFlags, texts: TextOptions): readonly ListedAgency[] {
  if (file === undefined) return [];
  const { agencies, warnings } = readAgencies(file, texts);
  tellProblems(warnings.filter(({ found = '' }) => agencyKey(found) !== agencyKey(agency)));
  return agencies;
}

/** The report that an option names; what was lost in reading it is told. */
async function named(file: string | undefined, options: TextOptions): Promise<AnyReport | undefined> {
  if (file === undefined) return undefined;
  const read = await readFrom(file, options);
  tellLosses(read);
  return read.report;
}

async function optionsOf(flags: RollupFlags, texts: TextOptions): Promise<RollUpOptions> {
  const year = yearIn(flags);
  const [previous, against] = [await named(flags.previous, texts), await named(flags.against, texts)];
  return {
    agency: flags.agency,
    agencies: agenciesOf(flags, texts),
    ...(texts.forms && { forms: texts.forms }),
    ...(texts.limits && { limits: texts.limits }),
    ...(year !== undefined && { year }),
    ...(flags.edition !== undefined && { edition: flags.edition }),
    ...(previous && { previous }),
    ...(against && { against }),
    blankAsZero: flags.blankAsZero === true,
  };
}

/** Reads the reports on threads, with a bar on a terminal. */
async function readAll(
  sources: readonly SourceFile[],
  texts: TextOptions,
  flags: RollupFlags,
): Promise<readonly (HandedReport | UnreadReport)[]> {
  const options = { ...texts, ...toPoolOptions(flags) };
  const read = await readWithBar(readFigures, auditInputs(sources, texts), await countReports(sources, texts), options);
  return read.toSorted(({ file: a = '' }, { file: b = '' }) => (a < b ? -1 : Number(a > b)));
}

/** Gives the result: as JSON, as files, or as text. */
function deliver(rolled: RollUp, { json, output = [] }: RollupFlags): void {
  if (json) give(rollupJson(rolled));
  else {
    tellProblems(rolled.findings);
    if (output.length === 0 || output.includes(STANDARD_OUTPUT)) give(totalText(rolled));
    const tell = output.length === 0 || output.includes(STANDARD_OUTPUT) ? tellLine : giveLine;
    rollupSummary(rolled).forEach(tell);
    for (const path of output) if (path !== STANDARD_OUTPUT) tell(`已写出 ${path}`);
  }
}

/** Where the results go, if they may. A report is its agency's to complete, so what is there is never taken for one of our own. */
async function placesFor(paths: readonly string[], inputs: readonly string[], { force }: RollupFlags) {
  return claim(paths, { inputs, force, isOurs: async () => false });
}

/** Without what every page of a site has around its report: of many pages it would be all that is seen. */
const ofReport = (losses: readonly Diagnostic[]) => losses.filter(({ code }) => code !== 'read/left-out');

/** `nianbao rollup`: the reports of the agencies directly below another as a report of the whole. */
export async function rollupFiles(args: readonly string[], flags: RollupFlags): Promise<number> {
  const writers = rollupWriters(flags.output ?? []);
  const texts = await toReadingOptions(flags);
  const [sources, earlier] = [
    auditSources(args, flags.output ?? [], flags.agency),
    previousSources(flags.previousFolder),
  ];
  const lists = [flags.agencies, flags.against].flatMap((file) => file ?? []);
  const files = [...sources, ...earlier].map(({ path }) => path);
  const paths = writers.map(([path]) => path);
  const places = await placesFor(paths, [...args, ...files, ...lists, ...flagFiles(flags)], flags);
  const options = await optionsOf(flags, texts);
  const read = await readAll(sources, texts, flags);
  for (const one of read) if ('losses' in one) tellLosses({ losses: ofReport(one.losses ?? []) });
  const before = earlier.length === 0 ? [] : await readAll(earlier, texts, flags);
  for (const one of before) if ('problems' in one) tellLosses({ losses: one.problems });
  const rolled = rollUp(read, { ...options, before });
  const bytes = await Promise.all(writers.map(([, write]) => write(rolled)));
  writeOutputs(places.map((place, i) => ({ place, bytes: bytes[i] ?? new Uint8Array() })));
  deliver(rolled, flags);
  return exitCodeFor(rolled.findings);
}
